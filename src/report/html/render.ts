/**
 * The report as one page that needs nothing else: no request, no library, readable from disk and as an artifact.
 * The policy in its head lets nothing run but the script below, whatever a learner wrote.
 */
import type { Previous } from '../changes.ts';
import { placeLinks } from '../markdown-place.ts';
import { viewOf } from '../model.ts';
import type { Report } from '../schema.ts';
import { bindingSection, notesSection, problemSection, remediesSection } from './app.ts';
import { changesSection } from './changes.ts';
import { documentOf } from './document.ts';
import { findingsSection } from './findings.ts';
import { firstFixSection } from './first-fix.ts';
import { footer, header } from './header.ts';
import { html } from './page.ts';
import { requirementsSection } from './requirements.ts';
import { timingsSection } from './timings.ts';

export interface HtmlOptions {
  /** The run before, for "what changed". */
  previous?: Previous | null;
  /** e.g. "https://github.com/owner/name": the learner's lines become links. */
  repositoryUrl?: string;
}

export function renderHtml(report: Report, { previous = null, repositoryUrl }: HtmlOptions = {}): string {
  const view = viewOf(report, previous);
  const links = placeLinks(repositoryUrl, report.repository.commit);
  return documentOf(
    view.headline,
    html`${header(view)}
<main id="main" tabindex="-1">
${[
  firstFixSection(view, links),
  problemSection(report, links),
  changesSection(view),
  requirementsSection(view, links),
  findingsSection(report, links),
  bindingSection(report, links),
  remediesSection(report),
  notesSection(report),
  timingsSection(report),
]}</main>
${footer(view)}`,
  );
}
