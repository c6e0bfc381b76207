/** What the page says about the application as a whole: why it did not start, what was found in it, what was supplied. */
import type { PlaceLinks } from '../markdown-place.ts';
import type { Report } from '../schema.ts';
import { block, type Html, html, section, sentence, short, table } from './page.ts';
import { placeLine, placeName } from './place.ts';

const MOST = 300;

/** Where the app did not start, the message and its place are what to fix first already; of a stopped run all is said. */
export function problemSection({ problem, outcome }: Report, links: PlaceLinks): Html | null {
  if (problem === null || outcome === 'stopped') return null;
  const said = outcome === 'no-app';
  const log = problem.log?.trimEnd() ?? '';
  if (said && log === '') return null;
  return section(
    'problem',
    said ? 'What was printed when it started' : `What stopped it: ${short(problem.stage, 60)}`,
    html`${said ? null : html`<p>${sentence(problem.message, 2_000)}</p>`}
${said || problem.place === null ? null : placeLine(problem.place, links)}
${log === '' ? null : block(log, 'The last lines that were printed', 12_000, 'end')}`,
  );
}

export function bindingSection({ binding }: Report, links: PlaceLinks): Html | null {
  if (binding.length === 0) return null;
  const rows = binding
    .slice(0, MOST)
    .map(({ role, target, confirmed, reasons, place }) => [
      html`<code>${short(role, 100)}</code>`,
      target === null ? html`<span class="bad">not found</span>` : html`<code>${short(target, 200)}</code>`,
      confirmed ? 'yes' : 'no',
      place === null ? '–' : placeName(place, links),
      sentence(reasons.slice(0, 6).join('; '), 500),
    ]);
  return section(
    'binding',
    'What was found in your app',
    html`<p>Is one of these wrong? Name the right one in <code>.milepost.yml</code> and run again.</p>
${table({
  caption: 'What was found in your app',
  captionUnseen: true,
  columns: ['Looked for', 'Found in your app', 'Seen working', 'Where', 'Why this one'],
  rows,
  more: binding.length - rows.length,
})}`,
  );
}

export function remediesSection({ remedies }: Report): Html | null {
  if (remedies.length === 0) return null;
  const shown = remedies.slice(0, MOST);
  return section(
    'remedies',
    'What the grader had to supply',
    html`<p>No points are lost for it.</p>
<ul>${shown.map(({ what, why }) => html`<li><b>${sentence(what, 200)}</b>: ${sentence(why, 400)}</li>`)}</ul>`,
  );
}

export function notesSection({ notes, notIsolated }: Report): Html | null {
  const sentences = [...notes, ...notIsolated].slice(0, MOST);
  if (sentences.length === 0) return null;
  return section(
    'notes',
    'Good to know',
    html`<ul>${sentences.map((one) => html`<li>${sentence(one, 1_000)}</li>`)}</ul>`,
  );
}
