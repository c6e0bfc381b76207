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
${ordered.map((one) => observation(one, links))}</ul>
${more > 0 ? html`<p class="more">${more} more in report.json.</p>` : null}`;
}

const MOST = 60;
const MOST_ROWS = 500;
const MOST_COLUMNS = 16;

function observation(evidence: Evidence, links: PlaceLinks): Html {
  const { ok, summary, source } = evidence;
  const told = sourceWords[source];
  const parts = partsOf(evidence, links);
  const head = html`<span class="tick" aria-hidden="true">${ok ? '✓' : '✗'}</span><span><span class="unseen">${ok ? 'As expected:' : 'Not as expected:'} </span><b>${sentence(summary)}</b>${told === null ? null : html` <i class="told">${told}</i>`}</span>`;
  if (parts.length === 0)
    return html`<li class="${ok ? 'good' : 'bad'}"><div class="seen">${head}</div></li>\n`;
  // What speaks against the learner is not to be looked for, and what is drawn is seen at a glance.
  const open = !ok || evidence.table !== null || evidence.timeline !== undefined;
  return html`<li class="${ok ? 'good' : 'bad'}"><details${open ? html` open` : null}><summary>${head}</summary>
<div class="proof">${parts}</div></details></li>\n`;
}

function partsOf(evidence: Evidence, links: PlaceLinks): Html[] {
  const { expected, actual, advice, exception, place, exchange, reproduce } = evidence;
  const facts: [string, Part][] = [
    ...(expected === null ? [] : ([['Expected', sentence(expected)]] as [string, Part][])),
    ...(actual === null ? [] : ([['Got', sentence(actual)]] as [string, Part][])),
    ...(advice === undefined ? [] : ([['What to do', sentence(advice)]] as [string, Part][])),
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

/** Checks write their verdict with a sign or with a word; the colour only repeats it. */
function cell(text: string): Html {
  const word = WORDS[text];
  if (word !== undefined) return html`<span class="${word.kind}">${word.sign} ${text}</span>`;
  const [, sign, rest = ''] = /^\s*([✅✓❌✗])\s*(.*)$/su.exec(text) ?? [];
  if (sign === undefined) return sentence(text, 300);
  const good = sign === '✅' || sign === '✓';
  return html`<span class="${good ? 'good' : 'bad'}">${good ? '✓' : '✗'} ${sentence(rest, 300)}</span>`;
}

/** Of the table that every check makes. */
const WORDS: Record<string, { kind: string; sign: string }> = {
  'as expected': { kind: 'good', sign: '✓' },
  wrong: { kind: 'bad', sign: '✗' },
  'not judged': { kind: 'told', sign: '–' },
};
