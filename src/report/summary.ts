/** The job summary: the comment with more evidence. The runner drops one over 1 MiB whole, so it stays well under. */
import { readDigest } from './changes.ts';
import type { CommentOptions } from './comment.ts';
import { type Detail, drawWithin } from './detail.ts';
import { renderMarkdown } from './markdown.ts';
import { placeLinks } from './markdown-place.ts';
import { viewOf } from './model.ts';
import type { Report } from './schema.ts';

export function renderSummary(
  report: Report,
  { previous = null, repositoryUrl, maxBytes = 1_000_000 }: CommentOptions = {},
): string {
  const view = viewOf(report, previous === null ? null : readDigest(previous, report.exercise.id));
  const links = placeLinks(repositoryUrl, report.repository.commit);
  return drawWithin(full, maxBytes, (detail, leftOut) => renderMarkdown(view, detail, leftOut, links));
}

const full: Detail = {
  passedEvidence: true,
  bindingReasons: true,
  body: 10_000,
  headers: true,
  log: 400,
  evidence: 60,
  tableRows: 500,
  sentence: 2_000,
  binding: true,
  remedies: true,
  requirements: 1_000,
};
