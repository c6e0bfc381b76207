/** What a requirement was judged by: the failing observations first and whole, the others one line each, to be unfolded. */
import type { PlaceLinks } from '../markdown-place.ts';
import type { Evidence, RequirementResult } from '../schema.ts';
import { sourceWords } from '../words.ts';
import { exchangeParts } from './exchange.ts';
import { findingLine } from './findings.ts';
import { copyable, type Html, html, type Part, sentence, short, table } from './page.ts';
import { placeLine } from './place.ts';
import { timeline } from './timeline.ts';

export function evidenceList(requirement: RequirementResult, links: PlaceLinks): Html | null {
  const ordered = requirement.evidence.toSorted((a, b) => Number(a.ok) - Number(b.ok)).slice(0, MOST);
  if (ordered.length === 0) return null;
  const more = requirement.evidence.length - ordered.length;
  return html`<ul class="evidence">
${ordered.map((one) => observation(one, requirement, links))}</ul>
${more > 0 ? html`<p class="more">${more} more in report.json.</p>` : null}`;
}

const MOST = 60;
const MOST_ROWS = 500;
const MOST_COLUMNS = 16;

function observation(evidence: Evidence, { reason, state }: RequirementResult, links: PlaceLinks): Html {
  const { ok, summary, source } = evidence;
  const told = sourceWords[source];
  const parts = partsOf(evidence, links);
  const head = html`<span class="tick" aria-hidden="true">${ok ? '✓' : '✗'}</span><span class="unseen">${ok ? 'As expected:' : 'Not as expected:'} </span><b>${sentence(summary)}</b>${told === null ? null : html` <i class="told">${told}</i>`}`;
  if (parts.length === 0) return html`<li class="${ok ? 'good' : 'bad'}">${head}</li>\n`;
  // What speaks against the learner is not to be looked for; what was fine is.
  const open = !ok || (state !== 'pass' && summary === reason);
  return html`<li class="${ok ? 'good' : 'bad'}"><details${open ? html` open` : null}><summary>${head}</summary>
<div class="proof">${parts}</div></details></li>\n`;
}

function partsOf(evidence: Evidence, links: PlaceLinks): Html[] {
  const { expected, actual, exception, place, exchange, reproduce } = evidence;
  const facts: [string, Part][] = [
    ...(expected === null ? [] : ([['Expected', sentence(expected)]] as [string, Part][])),
    ...(actual === null ? [] : ([['Got', sentence(actual)]] as [string, Part][])),
    ...(exception === null
      ? []
      : ([['Your code raised', html`<code>${short(exception, 600)}</code>`]] as [string, Part][])),
  ];
  return [
    facts.length === 0
      ? null
      : html`<dl>${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`,
    findingLine(evidence),
    place === null ? null : placeLine(place, links),
    timeline(evidence.timeline),
    evidenceTable(evidence.table),
    exchange === null ? null : exchangeParts(exchange),
    reproduce === null
      ? null
      : html`<p>Try it yourself:</p>${copyable(reproduce, 'the command that shows it')}`,
  ].filter((part) => part !== null);
}

function evidenceTable(given: Evidence['table']): Html | null {
  if (given === null) return null;
  const columns = given.columns.slice(0, MOST_COLUMNS);
  return table({
    caption: given.title,
    columns: columns.map((name) => short(name, 100)),
    rows: given.rows.slice(0, MOST_ROWS).map((row) => columns.map((_, i) => cell(row[i] ?? ''))),
    more: given.rows.length - MOST_ROWS,
  });
}

/** Checks write their verdict on a cell with a symbol; the colour only repeats it. */
function cell(text: string): Html {
  const kind = /^\s*(✅|✓)/.test(text) ? 'good' : /^\s*(❌|✗)/.test(text) ? 'bad' : null;
  return kind === null ? sentence(text, 300) : html`<span class="${kind}">${sentence(text, 300)}</span>`;
}
