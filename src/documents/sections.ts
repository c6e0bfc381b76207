/** A text as headings and what stands under each: Markdown, reStructuredText, AsciiDoc, Org, or plain. */

export interface Section {
  /** null: what stands before the first heading */
  heading: string | null;
  level: number;
  line: number;
  lines: string[];
}

export function sectionsOf(text: string): Section[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const sections: Section[] = [{ heading: null, level: 0, line: 1, lines: [] }];
  let fence: string | null = null;
  for (let at = frontMatter(lines); at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const mark = /^\s{0,3}(```|~~~)/.exec(line)?.[1];
    if (mark !== undefined && (fence === null || fence === mark)) fence = fence === null ? mark : null;
    const found = fence === null ? headingAt(lines, at) : null;
    if (found === null) sections.at(-1)?.lines.push(line);
    else {
      sections.push({ heading: found.heading, level: found.level, line: found.line, lines: [] });
      at += found.takes - 1;
    }
  }
  return sections.filter(
    ({ heading, lines: held }) => heading !== null || held.some((line) => line.trim() !== ''),
  );
}

/** `---` … `---` at the very beginning. */
function frontMatter(lines: string[]): number {
  if (lines[0]?.trim() !== '---') return 0;
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === '---');
  return end === -1 || end > 40 ? 0 : end + 1;
}

interface Heading {
  heading: string;
  level: number;
  line: number;
  takes: number;
}

function headingAt(lines: string[], at: number): Heading | null {
  const line = lines[at] ?? '';
  const marked = /^\s{0,3}(#{1,6}|={1,6}|\*{1,6})\s+(\S.{0,300}?)\s*[#=]*\s*$/.exec(line);
  const [, mark = '', heading = ''] = marked ?? [];
  // One star is a list item in Markdown, and a heading only where no list is meant.
  if (marked !== null && mark !== '*')
    return { heading: plain(heading), level: mark.length, line: at + 1, takes: 1 };
  const over = underline(line);
  if (over !== null && underline(lines[at + 2]) === over && (lines[at + 1] ?? '').trim() !== '')
    return { heading: plain(lines[at + 1] ?? ''), level: 1, line: at + 2, takes: 3 };
  const under = underline(lines[at + 1]);
  const before = lines[at - 1]?.trim() ?? '';
  return under !== null &&
    before === '' &&
    /[\p{L}\p{N}]/u.test(line) &&
    !/^\s*([-*+|]|\d+[.)])\s?/.test(line)
    ? { heading: plain(line), level: under === '=' ? 1 : 2, line: at + 1, takes: 2 }
    : null;
}

/** The character of a line such as `=====`. */
const underline = (line: string | undefined): string | null =>
  /^([=\-~^"'*+#`])\1{2,}\s*$/.exec(line ?? '')?.[1] ?? null;

const plain = (heading: string): string =>
  heading
    .replaceAll(/[*_`]|\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
    .slice(0, 200);
