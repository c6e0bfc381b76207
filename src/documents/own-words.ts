/** What somebody wrote, without what only looks like it: placeholders, instructions of templates, repetitions. */
import type { Section } from './sections.ts';

/** The sentences of a section that count; `seen` holds those that have been there already, in whatever text. */
export function ownSentences({ lines }: Pick<Section, 'lines'>, seen: Set<string>): string[] {
  const text = withoutMarks(lines.join('\n'));
  return text
    .split(/\n\s*\n/)
    .filter((paragraph) => !/lorem ipsum|dolor sit amet|consectetur adipi/i.test(paragraph))
    .flatMap((paragraph) => paragraph.split(/\n(?=\s*(?:[-*+|]|\d+[.)]))/))
    .flatMap((item) => (item.trimStart().startsWith('|') ? [item] : item.split(/(?<=[.!?。！？])\s+/u)))
    .map((sentence) => sentence.replaceAll(/\s+/g, ' ').trim())
    .filter((sentence) => {
      const key = keyOf(sentence);
      if (key === '' || seen.has(key) || isPlaceholder(sentence)) return false;
      seen.add(key);
      return true;
    });
}

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** Words in any language, also those that are written without spaces. */
export function wordsIn(sentence: string): string[] {
  return [...segmenter.segment(sentence.slice(0, 20_000))]
    .filter(({ isWordLike, segment }) => isWordLike && /\p{L}/u.test(segment))
    .map(({ segment }) => folded(segment));
}

/** Lower case, without accents. */
export const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Sentences that mean the same are written with the same letters. */
export const keyOf = (sentence: string): string =>
  folded(sentence)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Without comments, code blocks, pictures and the targets of links. */
function withoutMarks(text: string): string {
  return text
    .replaceAll(/<!--[\s\S]{0,20000}?-->/g, ' ')
    .replaceAll(/^\s{0,3}(```|~~~)[\s\S]{0,20000}?^\s{0,3}\1\s*$/gm, '\n')
    .replaceAll(/!\[[^\]]{0,300}\]\([^)]{0,500}\)/g, ' ')
    .replaceAll(/\[([^\]]{0,300})\]\([^)]{0,500}\)/g, '$1')
    .replaceAll(/https?:\/\/\S+/g, ' ')
    .replaceAll(/^\s*\|?[\s:|-]{3,}$/gm, ' ');
}

/** Left to be filled in. */
function isPlaceholder(sentence: string): boolean {
  return (
    /\b(TO-?DO|TBD|TBA|FIXME|XXX)\b/.test(sentence) ||
    /^([^\p{L}\p{N}]|n\/?a|none|tba|wip|coming soon|to be (done|written|completed|added))*$/iu.test(
      sentence,
    ) ||
    /\[(insert|describe|your|add|fill|write|name|date|x{2,})\b[^\]]{0,80}\]|<(insert|describe|your|add|fill|name|date)\b[^>]{0,80}>/i.test(
      sentence,
    ) ||
    /^\W*(describe|fill in|insert|replace this|use this section|explain here|list (the|your|all|every)|write (the|your|here))\b/i.test(
      sentence,
    ) ||
    /\b(à compléter|a completer|por completar|zu ergänzen|da completare|a preencher)\b/i.test(sentence)
  );
}
