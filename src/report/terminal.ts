/** The report for a terminal: the score, the one thing to fix first, a line per requirement, then the evidence. */
import { plain, withoutCommands } from './boundary.ts';
import type { Previous } from './changes.ts';
import { type View, viewOf } from './model.ts';
import type { Report } from './schema.ts';
import { appSections, problemSection } from './terminal-app.ts';
import { evidenceSection } from './terminal-evidence.ts';
import { type Page, pageOf, stateColour } from './terminal-page.ts';
import { list, stateWords } from './words.ts';

export interface TerminalOptions {
  colour: boolean;
  /** Columns of the terminal. */
  width: number;
  previous?: Previous | null;
}

export function renderTerminal(report: Report, { colour, width, previous = null }: TerminalOptions): string {
  const view = viewOf(report, previous);
  const page = pageOf(Math.min(Math.max(width, 40), 120), colour);
  const blocks = [
    headline(view, page),
    firstFix(view, page),
    problemSection(report, page),
    requirements(view, page),
    ...view.open.map((row) => evidenceSection(row, page)),
    waiting(view, page),
    ...appSections(report, page),
    page.dim(
      [...page.wrap(view.timings), ...page.wrap(view.origin), `Again: ${plain(view.again)}`].join('\n'),
    ),
  ];
  return `${withoutCommands(blocks.filter((block) => block !== '').join('\n\n'))}\n`;
}

function headline(view: View, page: Page): string {
  return [
    page.bold(page.wrap(`${view.words.mark} ${plain(view.headline)}`).join('\n')),
    ...page.wrap(plain(view.standing.join(' '), { max: 1_000 }), 2),
  ].join('\n');
}

function firstFix({ first, nothingToFix }: View, page: Page): string {
  if (first === null) return page.bold(page.wrap(nothingToFix).join('\n'));
  const held = first.unlocks.slice(0, 8).map((title) => plain(title, { max: 60 }));
  const more = first.unlocks.length - held.length;
  return [
    page.bold(page.wrap(`Fix this first: ${plain(first.title, { max: 100 })}`).join('\n')),
    ...page.wrap(plain(first.reason), 2),
    ...(first.place === null ? [] : page.field('Your line', page.place(first.place))),
    ...(first.hint === null ? [] : page.field('What to do', plain(first.hint, { max: 1_000 }))),
    ...(held.length === 0
      ? []
      : page.field('It holds up', `${list(more > 0 ? [...held, `${more} more`] : held)}.`)),
  ].join('\n');
}

/** Word, points and title in columns; why it is not passed goes below, where there is room for it. */
function requirements({ rows, hasChanges }: View, page: Page): string {
  return rows
    .flatMap((row) => {
      const state = stateColour(row.requirement, page)(`${row.words.mark} ${row.words.word.padEnd(14)}`);
      const change = hasChanges && row.change !== null ? ` (${row.change})` : '';
      const title = `${row.points.padStart(9)}  ${plain(row.requirement.title, { max: 100 })}${change}`;
      return [`${state} ${page.cut(title, 17)}`];
    })
    .join('\n');
}

function waiting({ waiting: groups }: View, page: Page): string {
  return groups
    .slice(0, 20)
    .flatMap(({ on, rows }) => {
      const titles = rows.slice(0, 40).map((row) => plain(row.requirement.title, { max: 60 }));
      const more = rows.length - titles.length;
      const held = list(more > 0 ? [...titles, `${more} more`] : titles);
      return page.wrap(
        page.yellow(`${stateWords.blocked.mark} ${plain(on, { max: 100 })} holds up ${held}.`),
      );
    })
    .join('\n');
}
