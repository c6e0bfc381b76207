/** What a terminal shows about the app as a whole: why it did not start, what was supplied, what was found in it. */
import { plain, plainLines } from './boundary.ts';
import type { Report } from './schema.ts';
import { alignedTable, type Page } from './terminal-page.ts';

/** Where the app did not start, the message and its place are already what to fix first; of a stopped run all is said. */
export function problemSection({ problem, outcome }: Report, page: Page): string {
  if (problem === null || outcome === 'stopped') return '';
  const log = problem.log === null ? '' : plainLines(problem.log, { max: 4_000, keep: 'end' });
  const message = [
    page.red(page.wrap(`What stopped it (${plain(problem.stage, { max: 60 })}):`).join('\n')),
    ...page.wrap(plain(problem.message, { max: 1_000 }), 2),
    ...(problem.place === null ? [] : page.field('Your line', page.place(problem.place))),
  ];
  const lines = log.split('\n').slice(-LOG_LINES);
  return [
    ...(outcome === 'no-app' ? [] : message),
    ...(log === ''
      ? []
      : ['  The last lines that were printed:', ...lines.map((line) => `  | ${page.cut(line, 4)}`)]),
  ].join('\n');
}

export function appSections(report: Report, page: Page): string[] {
  return [remedies(report, page), binding(report, page), notes(report, page)];
}

function remedies({ remedies }: Report, page: Page): string {
  if (remedies.length === 0) return '';
  return [
    page.bold(page.wrap('What the grader had to supply (no points are lost for it)').join('\n')),
    ...remedies
      .slice(0, 30)
      .flatMap(({ what, why }) => bullet(`${plain(what, { max: 200 })}: ${plain(why, { max: 300 })}`, page)),
    ...(remedies.length > 30 ? [`  ${remedies.length - 30} more in report.json`] : []),
  ].join('\n');
}

function binding({ binding }: Report, page: Page): string {
  if (binding.length === 0) return '';
  const rows = binding
    .slice(0, 150)
    .map(({ role, target, confirmed, place }) => [
      plain(role, { max: 60 }),
      target === null ? 'not found' : plain(target, { max: 120 }),
      confirmed ? 'seen working' : 'not confirmed',
      place === null ? '' : `${plain(place.file, { max: 120 })}:${place.line}`,
    ]);
  return [
    page.bold('What was found in your app'),
    ...alignedTable(rows, page.width - 2)
      .flat()
      .map((line) => `  ${line}`),
    ...page.wrap('Is one of these wrong? Name the right one in .milepost.yml and run again.', 2),
  ].join('\n');
}

function notes({ notes, notIsolated }: Report, page: Page): string {
  const sentences = [...notes, ...notIsolated].slice(0, 20);
  if (sentences.length === 0) return '';
  return [
    page.bold('Good to know'),
    ...sentences.flatMap((sentence) => bullet(plain(sentence, { max: 600 }), page)),
  ].join('\n');
}

function bullet(text: string, page: Page): string[] {
  return page.wrap(text, 4).map((line, i) => (i === 0 ? `  - ${line.trimStart()}` : line));
}

const LOG_LINES = 20;
