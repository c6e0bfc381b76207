/** The comment on the pull request: GitHub refuses more than 65,536 characters, so it stays under 60,000 bytes. */
import { digest, marker, readDigest } from './changes.ts';
import { type Detail, drawWithin } from './detail.ts';
import { renderMarkdown } from './markdown.ts';
import { placeLinks } from './markdown-place.ts';
import { viewOf } from './model.ts';
import type { Report } from './schema.ts';

export interface CommentOptions {
  /** The text of the comment that is there already, for "what changed since the last push". */
  previous?: string | null;
  /** e.g. "https://github.com/owner/name": the learner's lines become links. */
  repositoryUrl?: string;
  maxBytes?: number;
}

export function renderComment(
  report: Report,
  { previous = null, repositoryUrl, maxBytes = 60_000 }: CommentOptions = {},
): string {
  const view = viewOf(report, previous === null ? null : readDigest(previous, report.exercise.id));
  const links = placeLinks(repositoryUrl, report.repository.commit);
  const head = `${marker(report.exercise.id)}\n${digest(report)}\n`;
  const room = maxBytes - Buffer.byteLength(head);
  return head + drawWithin(full, room, (detail, leftOut) => renderMarkdown(view, detail, leftOut, links));
}

const full: Detail = {
  passedEvidence: true,
  bindingReasons: true,
  body: 1_200,
  headers: true,
  log: 30,
  evidence: 10,
  tableRows: 60,
  sentence: 600,
  binding: true,
  remedies: true,
  requirements: 300,
};
