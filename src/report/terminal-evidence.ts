/** The evidence of one requirement for a terminal. Commands and fragments stand unwrapped, so that they can be copied. */
import { plain, plainLines } from './boundary.ts';
import { answerTitle, requestLines, responseLines, senderTitle } from './exchange.ts';
import type { Row } from './model.ts';
import type { Evidence } from './schema.ts';
import { alignedTable, type Page, stateColour } from './terminal-page.ts';
import { sourceWords } from './words.ts';

export function evidenceSection({ requirement, words, points }: Row, page: Page): string {
  const title = `${words.mark} ${plain(requirement.title, { max: 100 })}: ${words.word}${requirement.advice ? '' : ` (${points})`}`;
  const failing = requirement.evidence.filter((e) => !e.ok);
  const shown = (failing.length > 0 ? failing : requirement.evidence).slice(0, MOST_EVIDENCE);
  const more = requirement.evidence.length - shown.length;
  return [
    stateColour(requirement, page)(page.wrap(title).join('\n')),
    ...page.wrap(plain(requirement.reason), 2),
    ...(requirement.state === 'fail' ? [] : page.wrap(words.meaning, 2)),
    ...(requirement.hint === null ? [] : page.field('What to do', plain(requirement.hint, { max: 1_000 }))),
    ...fragmentLines(requirement.fragment, page),
    ...shown.flatMap((evidence) => evidenceLines(evidence, requirement.reason, page)),
    ...(more > 0 && shown.length > 0 ? [page.dim(`  ${more} more in report.json`)] : []),
  ].join('\n');
}

function evidenceLines(evidence: Evidence, reason: string, page: Page): string[] {
  const { summary, expected, actual, advice, exception, place, exchange, reproduce } = evidence;
  const source = sourceWords[evidence.source] === null ? '' : ` (${sourceWords[evidence.source]})`;
  return [
    ...(summary === reason ? [] : ['', ...page.wrap(`${plain(summary)}${source}`, 2)]),
    ...(expected === null ? [] : page.field('Expected', plain(expected))),
    ...(actual === null ? [] : page.field('Got', plain(actual))),
    ...(advice === undefined ? [] : page.field('Advice', plain(advice, { max: 1_000 }))),
    ...(exception === null ? [] : page.field('Raised', plain(exception))),
    ...(place === null ? [] : page.field('Your line', page.place(place))),
    ...tableLines(evidence.table, page),
    ...exchangeLines(exchange, page),
    ...(reproduce === null ? [] : [page.dim('  Try it yourself:'), plainLines(reproduce, { max: 1_500 })]),
  ];
}

function exchangeLines(exchange: Evidence['exchange'], page: Page): string[] {
  if (exchange === null) return [];
  const shown = { body: 300, headers: true };
  const indented = (lines: string) =>
    plainLines(lines, { max: 2_000 })
      .split('\n')
      .flatMap((line) => page.wrap(line, 4));
  return [
    ...page.wrap(`${plain(senderTitle(exchange), { max: 80 })}:`, 2),
    ...indented(requestLines(exchange, shown)),
    ...page.wrap(`${answerTitle(exchange)}:`, 2),
    ...indented(responseLines(exchange, shown)),
  ];
}

function tableLines(table: Evidence['table'], page: Page): string[] {
  if (table === null) return [];
  const rows = [table.columns, ...table.rows.slice(0, MOST_ROWS)].map((row) =>
    row.slice(0, 12).map((cell) => plain(cell, { max: 120 })),
  );
  const [head = [], ...body] = alignedTable(rows, page.width - 4);
  const more = table.rows.length - MOST_ROWS;
  return [
    ...page.wrap(plain(table.title), 2),
    ...head.map((line) => page.bold(`    ${line}`)),
    ...body.flat().map((line) => `    ${line}`),
    ...(more > 0 ? [`    ${more} more rows in report.json`] : []),
  ];
}

function fragmentLines(fragment: string | null, page: Page): string[] {
  return fragment === null
    ? []
    : [page.dim('  Paste this into .milepost.yml:'), plainLines(fragment, { max: 3_000 })];
}

const MOST_EVIDENCE = 4;
const MOST_ROWS = 30;
