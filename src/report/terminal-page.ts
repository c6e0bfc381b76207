/** A page of a terminal: wraps to its width, and colours only when asked to. Text passed in is already harmless. */
import { styleText } from 'node:util';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { plain } from './boundary.ts';
import type { Place, RequirementResult } from './schema.ts';

type Colour = (text: string) => string;

export interface Page {
  width: number;
  bold: Colour;
  dim: Colour;
  green: Colour;
  red: Colour;
  yellow: Colour;
  /** Lines no wider than the page, each after `indent` spaces. */
  wrap(text: string, indent?: number): string[];
  /** `  Name        text`, wrapped beside its name. */
  field(name: string, text: string): string[];
  /** As much of one line as fits after `used` columns. */
  cut(text: string, used: number): string;
  place(place: Place): string;
}

export function pageOf(width: number, colour: boolean): Page {
  const paint =
    (format: 'bold' | 'dim' | 'green' | 'red' | 'yellow'): Colour =>
    (text) =>
      colour ? styleText(format, text, { validateStream: false }) : text;
  const page: Page = {
    width,
    bold: paint('bold'),
    dim: paint('dim'),
    green: paint('green'),
    red: paint('red'),
    yellow: paint('yellow'),
    wrap: (text, indent = 0) =>
      wrapped(text, width - indent).map((line) => `${' '.repeat(indent)}${line}`.trimEnd()),
    field: (name, text) => {
      const lines = text.split('\n').flatMap((line) => wrapped(line, width - NAME_WIDTH));
      return lines.map((line, i) =>
        `${i === 0 ? page.dim(`  ${name.padEnd(NAME_WIDTH - 2)}`) : ' '.repeat(NAME_WIDTH)}${line}`.trimEnd(),
      );
    },
    cut: (text, used) => cut(text, width - used),
    place: ({ file, line, code }) =>
      `${plain(file, { max: 200 })}:${line}${code === null || code.trim() === '' ? '' : `  ${plain(code, { max: 160 })}`}`,
  };
  return page;
}

export function stateColour({ state, advice }: RequirementResult, page: Page): Colour {
  if (state === 'pass') return page.green;
  if (state === 'fail') return advice ? page.dim : page.red;
  return state === 'skipped' ? page.dim : page.yellow;
}

/** The lines of each row, columns aligned; where they do not fit, the widest give way and their cells go on below. */
export function alignedTable(rows: readonly (readonly string[])[], width: number): string[][] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) =>
    Math.max(1, ...rows.map((row) => stringWidth(row[i] ?? ''))),
  );
  const total = () => widths.reduce((sum, w) => sum + w + GAP, -GAP);
  while (total() > width && Math.max(...widths) > NARROWEST) {
    const widest = Math.max(...widths);
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return rows.map((row) => tableRow(row, widths));
}

function tableRow(row: readonly string[], widths: readonly number[]): string[] {
  const cells = widths.map((w, i) => wrapAnsi(row[i] ?? '', w, { hard: true }).split('\n'));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, n) =>
    widths
      .map((w, i) => pad(cells[i]?.[n] ?? '', w))
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}

const NAME_WIDTH = 14;
const GAP = 2;
const NARROWEST = 5;

/** Keeps the indentation of code; a line that was broken does not start with the space that it was broken at. */
function wrapped(text: string, width: number): string[] {
  const lines = wrapAnsi(text, Math.max(width, 20), { hard: true, trim: false }).split('\n');
  return lines.map((line, i) => (i === 0 ? line : line.replace(/^ /, '')).trimEnd());
}

function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let shown = '';
  for (const character of text) {
    if (stringWidth(shown + character) >= width) break;
    shown += character;
  }
  return `${shown.trimEnd()}…`;
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}
