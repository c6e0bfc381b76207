/** Which of the candidates is the text that is looked for, and what is missing in it. */
import { copiedSentences } from './boilerplate.ts';
import type { Candidate } from './candidates.ts';
import { folded, keyOf, ownSentences, wordsIn } from './own-words.ts';

export interface Wanted {
  /** what it must speak of: name → beginnings of words */
  words: Record<string, string[]>;
  minWords: number;
  /** headings whose sections do not count */
  without: string[];
  /** sentences that the learner was given */
  given: string[];
}

export interface Judged {
  file: string;
  line: number;
  /** null: it cannot be read here */
  words: number | null;
  gaps: string[];
  outline: { line: number; heading: string; words: number }[];
  /** what it says first, about what is asked for where that can be told */
  beginning: string[];
}

/** The candidate in which least is missing; null: there is none. */
export function bestOf(candidates: Candidate[], wanted: Wanted): Judged | null {
  const judged = candidates.map((candidate) => ({ candidate, judged: judge(candidate, wanted) }));
  judged.sort(
    (a, b) =>
      a.judged.gaps.length - b.judged.gaps.length ||
      b.candidate.fits - a.candidate.fits ||
      (b.judged.words ?? 0) - (a.judged.words ?? 0),
  );
  return judged[0]?.judged ?? null;
}

function judge({ file, line, sections, empty }: Candidate, wanted: Wanted): Judged {
  const nothing = { file, line, words: null, outline: [], beginning: [] };
  if (empty) return { ...nothing, words: 0, gaps: ['It is empty.'] };
  if (sections === null) return { ...nothing, gaps: [] };
  const seen = new Set([...copiedSentences, ...wanted.given.map(keyOf)]);
  const without = wanted.without.map(folded);
  const counted = sections
    .filter(({ heading }) => !without.some((stem) => folded(heading ?? '').includes(stem)))
    .map((section) => ({ ...section, sentences: ownSentences(section, seen) }));
  const total = counted.reduce((sum, { sentences }) => sum + sentences.flatMap(wordsIn).length, 0);
  const filled = counted.filter(({ sentences }) => sentences.length > 0);
  const all = filled.flatMap(({ heading, sentences }) => wordsIn([heading ?? '', ...sentences].join('. ')));
  const gaps = [
    ...(total < wanted.minWords
      ? [
          `It has ${total} words of its own, and at least ${wanted.minWords} are expected: headings, code, placeholders and sentences of a template are not counted.`,
        ]
      : []),
    ...Object.entries(wanted.words)
      .filter(([, stems]) => !stems.some((stem) => all.some((word) => word.startsWith(folded(stem)))))
      .map(([name]) => `It says nothing about ${name}.`),
  ];
  const outline = counted
    .filter(({ heading }) => heading !== null)
    .map((section) => ({
      line: section.line,
      heading: section.heading ?? '',
      words: section.sentences.flatMap(wordsIn).length,
    }));
  return { file, line, words: total, gaps, outline, beginning: beginningOf(counted, wanted) };
}

const SHOWN = 6;

/** From the section whose heading speaks of it, else from the first. */
function beginningOf(
  counted: { heading: string | null; sentences: string[] }[],
  { words }: Wanted,
): string[] {
  const stems = (Object.values(words)[0] ?? []).map(folded);
  const about = counted.findIndex(({ heading }) =>
    wordsIn(heading ?? '').some((word) => stems.some((stem) => word.startsWith(stem))),
  );
  return counted
    .slice(Math.max(0, about))
    .flatMap(({ sentences }) => sentences)
    .slice(0, SHOWN)
    .map((sentence) => sentence.replaceAll(/^\s*[-*+|]\s*|\s*\|\s*$/g, '').replaceAll(/\s*\|\s*/g, ' · '))
    .map((sentence) => (sentence.length > 240 ? `${sentence.slice(0, 240)}…` : sentence));
}
