import { describe, expect, test } from 'vitest';
import * as boundary from '../../src/report/boundary.ts';
import { render } from './github.ts';
import { attacks } from './samples/hostile.ts';

const cases = Object.entries(attacks);

describe('plain', () => {
  test.each([
    ['terminal sequences', attacks.ansi, 'red link'],
    ['direction and zero-width characters', attacks.invisible, 'abgnp.exex zerowidth'],
    [
      'illegal characters',
      attacks.illegal,
      'nul bell esc half\ufffd other\ufffd noncharacter ]]> &amp; <skipped/> ]]><skipped/>',
    ],
    ['lines', 'a\r\nb\u2028c\td', 'a b c d'],
    ['workflow commands', '::error::x', ': :error::x'],
    ['older workflow commands', 'x ##[error]y ###[z]', 'x # #[error]y ## #[z]'],
  ])('cleans %s', (_, dirty, clean) => {
    expect(boundary.plain(dirty)).toBe(clean);
  });

  test('says what it cut off', () => {
    expect(boundary.plain('x'.repeat(70_000), { max: 100 })).toBe(
      `${'x'.repeat(100)}… (69900 more characters)`,
    );
    expect(boundary.plain('x'.repeat(70_000), { max: 100, keep: 'end' })).toBe(
      `(69900 characters before) …${'x'.repeat(100)}`,
    );
    expect(boundary.plain('x'.repeat(100), { max: 10 })).toBe('xxxxxxxxx…');
  });

  test('does not cut a character in two', () => {
    expect(boundary.plain('😀'.repeat(200), { max: 100 })).toMatch(/^(😀){100}…/u);
  });

  test.each([
    '\u001b'.repeat(1_000_000),
    ' '.repeat(1_000_000),
    '\n'.repeat(1_000_000),
    '`'.repeat(1_000_000),
    ':'.repeat(1_000_000),
  ])('takes time for what it keeps, not for what was written (%#)', (text) => {
    const started = performance.now();
    boundary.plainLines(text);
    boundary.markdown(text);
    boundary.codeBlock(text, 'text');
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe.each(cases)('%s', (_, attack) => {
  const shown = boundary.plain(attack);

  test('is text in a paragraph', () => {
    const { elements, comments, text, references } = render(boundary.markdown(attack));
    expect(names(elements)).toEqual(allowed(elements, ['p', 'code', 'span']));
    expect(comments).toEqual([]);
    expect(references).toEqual([]);
    expect(readable(text)).toBe(readable(shown).replaceAll(/`([^`]+)`/g, '$1'));
  });

  test('stays in its cell of a table', () => {
    const cell = boundary.markdownCell(attack);
    const codeCell = boundary.inlineCodeCell(attack);
    const { elements, text, references } = render(
      `| a | b | c |\n|---|---|---|\n| ${cell} | ${codeCell} | last |`,
    );
    expect(elements.filter(({ name }) => name === 'td')).toHaveLength(3);
    expect(elements.filter(({ name }) => name === 'tr')).toHaveLength(2);
    expect(names(elements)).toEqual(allowed(elements, [...TABLE, 'code', 'span']));
    expect(references).toEqual([]);
    expect(readable(text)).toContain(`${readable(shown)}\nlast`);
  });

  test('is code in a line', () => {
    const { elements, text } = render(`before ${boundary.inlineCode(attack)} after`);
    expect(names(elements)).toEqual(['p', 'code']);
    expect(text).toBe(`before ${shown} after`);
  });

  test('does not leave its block', () => {
    const { elements, text } = render(
      `<details>\n<summary>s</summary>\n\n${boundary.codeBlock(attack, 'text')}\n\n</details>`,
    );
    expect(names(elements)).toEqual(['details', 'summary', 'pre', 'code']);
    expect(text.trim()).toBe(`s\n${boundary.plainLines(attack)}`.trim());
  });

  test('is text in HTML', () => {
    const { elements, text, references } = render(
      `<details>\n<summary>${boundary.html(attack)}</summary>\n\n</details>`,
    );
    expect(names(elements)).toEqual(allowed(elements, ['details', 'summary', 'span']));
    expect(references).toEqual([]);
    expect(readable(text).trim()).toBe(readable(shown));
  });

  test('is the same value in JSON, which can be printed anywhere', () => {
    const text = boundary.json({ [attack]: attack });
    expect(JSON.parse(text)).toEqual({ [attack]: attack });
    expect(text).not.toMatch(HIDDEN);
    expect(text).not.toMatch(COMMANDS);
  });
});

test('any mixture of special characters shows exactly itself', () => {
  const tokens = [
    '\\',
    '`',
    '``',
    '*',
    '_',
    '**',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '&',
    '#',
    '@',
    'a',
    'b1',
    '1.',
    ' ',
    '-',
    '+',
    '|',
    '~',
    '$',
    ':',
    '!',
    '//',
    'http',
    'www.',
    '.',
    '=',
    '&lt;',
    '&#35;',
    '\n',
    '{',
    '^',
    '"',
    "'",
    '1234567',
  ];
  const next = random(20_261);
  for (let i = 0; i < 1_000; i += 1) {
    const text = Array.from({ length: 1 + next(14) }, () => tokens[next(tokens.length)]).join('');
    const { elements, text: seen, references } = render(boundary.markdown(text));
    expect(names(elements), text).toEqual(allowed(elements, ['p', 'code', 'span']));
    expect(references, text).toEqual([]);
    expect(compact(readable(seen)), text).toBe(compact(boundary.plain(text).replaceAll(/`([^`]+)`/g, '$1')));
    const row = render(
      `| a | b |\n|---|---|\n| ${boundary.markdownCell(text)} | ${boundary.inlineCodeCell(text)} |`,
    );
    expect(
      row.elements.filter(({ name }) => name === 'td'),
      text,
    ).toHaveLength(2);
    expect(names(row.elements), text).toEqual(allowed(row.elements, [...TABLE, 'code', 'span']));
    expect(row.references, text).toEqual([]);
  }
});

const TABLE = ['table', 'thead', 'tbody', 'tr', 'th', 'td'];
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what must not be there
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]|\p{Surrogate}/u;
const COMMANDS = /^\s*::|##\[/m;

function names(elements: { name: string }[]): string[] {
  return elements.map(({ name }) => name);
}

function allowed(
  elements: { name: string; attributes: Record<string, string> }[],
  which: string[],
): string[] {
  return names(
    elements.filter(({ name, attributes }) => which.includes(name) && Object.keys(attributes).length === 0),
  );
}

/** What a reader sees: references are broken by something invisible. */
function readable(text: string): string {
  return text.replaceAll('\u200b', '');
}

/** Spaces at the edges of code are not shown. */
function compact(text: string): string {
  return text.replaceAll(' ', '').replaceAll('(empty)', '');
}

/** A small generator, so that a failure can be repeated. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
