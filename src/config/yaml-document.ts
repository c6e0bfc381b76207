/** One YAML document with the place of every name and value, hostile or careless input refused with a place. */
import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  type YAMLParseError,
} from 'yaml';
import type { Explanation } from './issue-sentences.ts';

export interface Position {
  line: number;
  column: number;
}
export interface PositionedDocument {
  value: unknown;
  position(path: readonly PropertyKey[], side: 'key' | 'value'): Position;
}

const maxCharacters = 512 * 1024;
const maxNodes = 50_000;

export function readDocument(text: string): PositionedDocument | { problems: (Position & Explanation)[] } {
  if (text.length > maxCharacters)
    return refuse(
      { line: 1, column: 1 },
      `The file has ${text.length} characters, at most ${maxCharacters} are read.`,
    );
  const counter = new LineCounter();
  const at = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  try {
    const parsed = parseAllDocuments(text, {
      lineCounter: counter,
      prettyErrors: false,
      stringKeys: true,
      merge: false,
    });
    const documents = [...parsed];
    const errors = documents.flatMap((document) => document.errors);
    if (errors.length > 0)
      return {
        problems: independent(errors)
          .slice(0, 10)
          .map((error) => ({ ...at(error.pos[0]), ...syntaxError(error.code, error.message) })),
      };
    const [document, second] = documents;
    if (second)
      return refuse(
        at(second.range[0]),
        'A second document begins here; only one document per file is read.',
        'Remove the `---` line or move this part into a file of its own.',
      );
    if (!document) return { value: null, position: () => ({ line: 1, column: 1 }) };
    const bomb = findBomb(document);
    if (bomb)
      return refuse(
        at(bomb.offset),
        bomb.message,
        'Write the values out instead of repeating them with `*name`.',
      );
    return {
      value: document.toJS({ maxAliasCount: -1 }),
      position: (path, side) => at(offsetOf(document, path, side)),
    };
  } catch (error) {
    if (error instanceof RangeError)
      return refuse({ line: 1, column: 1 }, 'The file is nested too deeply to be read.');
    throw error;
  }
}

const refuse = (position: Position, message: string, advice = '') => ({
  problems: [{ ...position, message, found: '', allowed: '', advice }],
});

/** Names that stand twice, and the first of the other mistakes: most that follow it are its consequences. */
function independent(errors: YAMLParseError[]): YAMLParseError[] {
  const first = errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  return errors.filter((error) => error === first || error.code === 'DUPLICATE_KEY');
}

function syntaxError(code: string, message: string): Explanation {
  const sentence = `${message.replace(/\s+/g, ' ').replace(/\.?$/, '.')}`;
  const advice: Record<string, string> = {
    DUPLICATE_KEY: 'The same name stands twice in one group: keep one of the two.',
    TAB_AS_INDENT: 'Indent with spaces, not with tabs.',
    BAD_INDENT: 'Check the indentation of this line against the lines above.',
    NON_STRING_KEY: 'A name on the left of a colon must be plain text.',
    MULTILINE_IMPLICIT_KEY:
      'Check that each name is followed by a colon and a space, and that quotes are closed.',
    MISSING_CHAR: 'Check that quotes and brackets are closed.',
  };
  return {
    message: `This is not valid YAML: ${sentence}`,
    found: '',
    allowed: '',
    advice: advice[code] ?? '',
  };
}

/** How large the document is with every alias written out: a few lines can stand for millions of values. */
function findBomb(document: Document.Parsed): { offset: number; message: string } | null {
  const anchors = new Map<string, Node>();
  const sizes = new Map<Node, number>();
  const open = new Set<Node>();
  let found: { offset: number; message: string } | null = null;
  const complain = (node: Node, message: string) => {
    found ??= { offset: node.range?.[0] ?? 0, message };
    return 0;
  };
  const sizeOf = (node: unknown): number => {
    if (found) return 0;
    if (isPair(node)) return sizeOf(node.key) + sizeOf(node.value);
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (!target) return complain(node, `\`*${node.source}\` repeats a value that is not defined above it.`);
      if (open.has(target)) return complain(node, `\`*${node.source}\` contains itself.`);
      return sizes.get(target) ?? 1;
    }
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return 0;
    if (node.anchor) anchors.set(node.anchor, node);
    let size = 1;
    if (!isScalar(node)) {
      open.add(node);
      for (const item of node.items) {
        size += sizeOf(item);
        if (size > maxNodes)
          return complain(
            isPair(item) ? (item.value as Node) : (item as Node),
            'Written out, this file would be too large to read.',
          );
      }
      open.delete(node);
    }
    sizes.set(node, size);
    return size;
  };
  sizeOf(document.contents);
  return found;
}

/** The offset of what the path names, or of the innermost thing on the way that exists. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[], side: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = start(node) ?? 0;
  for (const [index, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = start(node) ?? offset;
    } else if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair) return offset;
      const wantsKey = side === 'key' && index === path.length - 1;
      offset = (wantsKey ? start(pair.key) : start(pair.value)) ?? start(pair.key) ?? offset;
      node = pair.value;
    } else return offset;
  }
  return offset;
}

const start = (node: unknown): number | undefined =>
  isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? node.range?.[0] : undefined;
