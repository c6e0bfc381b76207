/** The search: in names, groups and repositories, and from three letters on in what is said about the result. */
import type { Row } from './rows.ts';

export interface Word {
  word: string;
  /** Indices of the texts that it is in. */
  texts: ReadonlySet<number>;
}

/** Shorter ones are in nearly every sentence, and mean a name. */
const SHORTEST_IN_TEXTS = 3;

/** Many learners share a text, so each text is looked through once. */
export function wordsOf(search: string, texts: readonly string[]): Word[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return words.map((word) => {
    const found = new Set<number>();
    if (word.length >= SHORTEST_IN_TEXTS)
      for (const [index, text] of texts.entries()) if (text.toLowerCase().includes(word)) found.add(index);
    return { word, texts: found };
  });
}

export function hasWords(row: Row, words: readonly Word[]): boolean {
  return words.every(
    ({ word, texts }) =>
      row.searched.includes(word) || (texts.size > 0 && row.texts.some((text) => texts.has(text))),
  );
}
