/** Files, and sections of a README, that may be the text that is looked for, by their names. */
import type { ReadText } from '../repository/read-text.ts';
import { folded } from './own-words.ts';
import { type Section, sectionsOf } from './sections.ts';

export interface Candidate {
  file: string;
  line: number;
  /** null: a format that cannot be read here */
  sections: Section[] | null;
  /** how well the name fits */
  fits: number;
  empty: boolean;
}

const MAX_FILES = 40;
const READ = /\.(md|markdown|mdown|mkd|rst|txt|adoc|asciidoc|org|text)$/i;
const UNREAD = /\.(pdf|docx?|odt|rtf)$/i;
const ELSEWHERE =
  /(^|\/)(node_modules|requirements|templates|vendor|static|staticfiles|assets|media|locale|migrations|site-packages|venv|env|dist|build|tests?|ISSUE_TEMPLATE|PULL_REQUEST_TEMPLATE)\//i;
const OTHERS =
  /(^|\/)(requirements[^/]*|constraints[^/]*|robots|humans|licen[cs]e[^/]*|copying|changelog|code_of_conduct|contributing|cmakelists)(\.\w+)?$/i;

export async function candidatesFor(names: string[], files: string[], read: ReadText): Promise<Candidate[]> {
  const stems = names.map(folded);
  const possible = files.filter(
    (file) =>
      (READ.test(file) || UNREAD.test(file) || bare(file)) && !ELSEWHERE.test(file) && !OTHERS.test(file),
  );
  const named = possible
    .map((file) => ({ file, fits: fitsOf(file, stems) }))
    .filter(({ fits }) => fits > 0)
    .toSorted((a, b) => b.fits - a.fits)
    .slice(0, MAX_FILES);
  const found = await Promise.all(named.map(({ file, fits }) => whole(file, fits, read)));
  const readmes = possible.filter((file) => /(^|\/)readme[^/]*$/i.test(file) && READ.test(file)).slice(0, 10);
  const parts = await Promise.all(readmes.map((file) => sectionsNamed(file, stems, read)));
  return [...found, ...parts.flat()];
}

/** A file without an ending: NOTES. */
const bare = (file: string): boolean => /^[A-Z][A-Z_-]{3,40}$/.test(file.slice(file.lastIndexOf('/') + 1));

/** A word of the file's own name says more than one of its folder. */
function fitsOf(file: string, stems: string[]): number {
  const parts = file.split('/');
  const name = parts.pop() ?? '';
  return (
    3 * hits(name.replace(/\.\w+$/, ''), stems) + parts.reduce((sum, part) => sum + hits(part, stems), 0)
  );
}

function hits(name: string, stems: string[]): number {
  const words = folded(name.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')).split(/[^\p{L}]+/u);
  return stems.filter((stem) => words.some((word) => word.startsWith(stem))).length;
}

async function whole(file: string, fits: number, read: ReadText): Promise<Candidate> {
  const text = await read(file);
  const empty = text.trim() === '';
  return { file, line: 1, fits, empty, sections: UNREAD.test(file) ? null : sectionsOf(text) };
}

/** From the heading to the next one that is not below it. */
async function sectionsNamed(file: string, stems: string[], read: ReadText): Promise<Candidate[]> {
  const all = sectionsOf(await read(file));
  return all.flatMap((section, index) => {
    const fits = hits(section.heading ?? '', stems);
    if (fits === 0) return [];
    const end = all.findIndex(({ level }, at) => at > index && level <= section.level);
    const sections = all.slice(index, end === -1 ? undefined : end);
    return [{ file, line: section.line, sections, fits, empty: false }];
  });
}
