/**
 * The one boundary: whatever a learner can influence (names, bodies, logs, file names) passes one of these functions
 * before it reaches a report. Each makes text inert for one target; none of them ever returns active markup.
 */
import { stripVTControlCharacters } from 'node:util';

export interface TextLimits {
  /** Characters to keep; what is cut off is said. */
  max?: number;
  /** Which end matters when there is too much: the start, or the end (logs). */
  keep?: 'start' | 'end';
}

/** One line of harmless text: what terminals, titles and attributes get, and what the other functions start from. */
export function plain(text: string, { max = 500, keep = 'start' }: TextLimits = {}): string {
  return limit(
    strip(bounded(text, max, keep))
      .replace(/\s+/g, ' ')
      .trim(),
    text.length,
    max,
    keep,
  );
}

/** Harmless text that keeps its lines: code, bodies, logs. */
export function plainLines(text: string, { max = 4_000, keep = 'start' }: TextLimits = {}): string {
  const lines = strip(bounded(text, max, keep))
    .replace(/[^\S\n]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');
  return limit(lines, text.length, max, keep);
}

/** A sentence in Markdown: shows exactly its characters, except that `code` in backticks is shown as code. */
export function markdown(text: string, limits: TextLimits = {}): string {
  return sentence(plain(text, limits), codeSpan);
}

/** The same in a cell of a Markdown table, where a pipe would end the cell even in code. */
export function markdownCell(text: string, limits: TextLimits = {}): string {
  return sentence(plain(text, limits), cellCode);
}

/** Code within a line of Markdown. */
export function inlineCode(text: string, limits: TextLimits = {}): string {
  return codeSpan(plain(text, limits));
}

/** Code within a cell of a Markdown table. */
export function inlineCodeCell(text: string, limits: TextLimits = {}): string {
  return cellCode(plain(text, limits));
}

/** A fenced block; the fence is longer than any run of backticks inside, so that nothing in it can close it. */
export function codeBlock(
  text: string,
  language: 'text' | 'http' | 'python' | 'sh' | 'yaml',
  limits: TextLimits = {},
): string {
  const lines = plainLines(text, limits);
  const fence = '`'.repeat(Math.max(3, longestRunOfBackticks(lines) + 1));
  return `${fence}${language}\n${lines}\n${fence}`;
}

/** Text between HTML tags, e.g. in `<summary>`, where Markdown is not read but mentions and references still are. */
export function html(text: string, limits: TextLimits = {}): string {
  const escaped = breakReferences(plain(text, limits)).replace(/[&<>"'$]/g, (c) => HTML_ESCAPES[c] ?? '');
  return escaped.replaceAll(BREAK, BREAK_ENTITY);
}

/**
 * Lines for XML text and attributes: every character is legal in XML 1.0; the XML writer escapes the markup.
 * The writer handles only the first `]]>` of a text, so none is left to it.
 * Readers of JUnit obey `[[ATTACHMENT|path]]` and `[[PROPERTY|name=value]]` in a test's output: those are broken.
 */
export function xml(text: string, limits: TextLimits = {}): string {
  return plainLines(text, { max: 20_000, ...limits })
    .replace(/\[(?=\[\/?\w+[|\]])/g, '[ ')
    .replaceAll(']]>', ']] >');
}

/** JSON that is safe to print anywhere: the same value, with everything invisible written as `\uXXXX`. */
export function json(value: unknown): string {
  return JSON.stringify(value, null, 2)
    .replace(
      /[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u007f-\u009f\u2028\u2029]/gu,
      unicodeEscapes,
    )
    .replaceAll('##[', '##\\u005b');
}

/** Makes lines inert for the runner, which obeys `::command::` at the start of a line and `##[command]` anywhere. */
export function withoutCommands(lines: string): string {
  return lines.replace(/^([^\S\n]*):(?=:)/gm, '$1: ').replace(/##(?=\[)/g, '# #');
}

/** Text that the learner's bytes cannot contain after `strip`: marks where a mention, reference or link is broken. */
const BREAK = '\u200b';
const BREAK_ENTITY = '&#8203;';

const HTML_ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  $: '<span>$</span>', // otherwise two of them on a line are a formula
};

const MARKDOWN_ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '|': '&#124;', // a backslash is not enough in every cell of a table
  $: '<span>$</span>',
};

/** Keeps the work linear in what is kept, not in what the learner's code wrote. */
function bounded(text: string, max: number, keep: 'start' | 'end'): string {
  const room = max * 4 + 2_000;
  if (text.length <= room) return text;
  return keep === 'start' ? text.slice(0, room) : text.slice(-room);
}

/** Removes what is not visible text: terminal sequences, control, bidirectional, zero-width and illegal characters. */
function strip(text: string): string {
  // Most texts are plain letters: looking is much faster than making sure.
  if (/^[ -~\n]*$/.test(text)) return withoutCommands(text);
  const visible = stripVTControlCharacters(text)
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\v\f]/g, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[^\P{Cc}\t\n]|\p{Cf}|\p{Default_Ignorable_Code_Point}|\p{Noncharacter_Code_Point}/gu, '')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1');
  return withoutCommands(visible);
}

function limit(text: string, originalLength: number, max: number, keep: 'start' | 'end'): string {
  const characters = text.length <= max ? null : Array.from(text);
  if (characters === null || characters.length <= max) return text;
  const left = Math.max(characters.length, originalLength) - max;
  if (max < 80) return `${characters.slice(0, max - 1).join('')}…`;
  return keep === 'start'
    ? `${characters.slice(0, max).join('')}… (${left} more characters)`
    : `(${left} characters before) …${characters.slice(-max).join('')}`;
}

/** Two pieces of code side by side would be read as one with backticks in it: something invisible keeps them apart. */
function sentence(line: string, code: (text: string) => string): string {
  const parts = line.split(/`([^`]+)`/);
  return parts
    .map((part, i) =>
      i % 2 === 1 ? code(part) : escapeMarkdown(part) || (inner(i, parts) ? BREAK_ENTITY : ''),
    )
    .join('');
}

function inner(index: number, parts: readonly string[]): boolean {
  return index > 0 && index < parts.length - 1;
}

function escapeMarkdown(line: string): string {
  return breakReferences(line)
    .replace(/[&<>$|\\`*_[\]~#]/g, (c) => MARKDOWN_ESCAPES[c] ?? `\\${c}`)
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replaceAll(BREAK, BREAK_ENTITY);
}

/** GitHub turns these into notifications and links after Markdown is read, so escaping does not help: they are cut in two. */
function breakReferences(line: string): string {
  return line
    .replace(/@/g, `@${BREAK}`)
    .replace(/#(?=\d)/g, `#${BREAK}`)
    .replace(/([A-Za-z])-(?=\d)|(ghsa)-/gi, `$&${BREAK}`)
    .replace(/[0-9a-f]{7,}/gi, (hex) => hex.replace(/.{6}/g, `$&${BREAK}`))
    .replace(/:(?=\/\/)|:(?=[\w+-]+:)|www(?=\.)/gi, `$&${BREAK}`);
}

function codeSpan(text: string): string {
  if (text === '') return '(empty)';
  const fence = '`'.repeat(longestRunOfBackticks(text) + 1);
  const space = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return `${fence}${space}${text}${space}${fence}`;
}

function cellCode(text: string): string {
  return text.includes('|') ? `<code>${escapeMarkdown(text)}</code>` : codeSpan(text);
}

function longestRunOfBackticks(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

function unicodeEscapes(character: string): string {
  return Array.from(
    { length: character.length },
    (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
  ).join('');
}
