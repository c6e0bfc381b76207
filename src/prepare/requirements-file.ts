/** The lines of a requirements file and of the files it includes; whatever is not plain names stays out, with a note. */
import { posix } from 'node:path';
import type { ReadText } from '../repository/read-text.ts';
import { parseLine, type Requirement } from './requirement.ts';

export interface Declared {
  requirements: Requirement[];
  notes: string[];
}

const maxLines = 2000;
const maxNotes = 12;

export async function readRequirements(file: string, files: string[], read: ReadText): Promise<Declared> {
  const declared: Declared = { requirements: [], notes: [] };
  await readInto(declared, file, new Set(files), read, new Set());
  const more = declared.notes.length - maxNotes;
  if (more > 0)
    declared.notes.splice(maxNotes, more, `${more} more lines of ${file} were left out or changed.`);
  return declared;
}

async function readInto(
  declared: Declared,
  file: string,
  files: Set<string>,
  read: ReadText,
  seen: Set<string>,
): Promise<void> {
  if (seen.has(file) || seen.size > 20) return;
  seen.add(file);
  for (const { text, line } of logicalLines(await read(file))) {
    const parsed = parseLine(text);
    const at = `${file}, line ${line}`;
    if (parsed.kind === 'requirement') {
      declared.requirements.push(parsed.requirement);
      if (parsed.note) declared.notes.push(`${at}: ${parsed.note}.`);
    } else if (parsed.kind === 'refused')
      declared.notes.push(`${at}: \`${text.trim().slice(0, 80)}\` was left out: ${parsed.reason}.`);
    else if (parsed.kind === 'include') {
      const target = posix.normalize(posix.join(posix.dirname(file), parsed.path));
      if (files.has(target)) await readInto(declared, target, files, read, seen);
      else
        declared.notes.push(
          `${at}: \`${parsed.path.slice(0, 80)}\` was left out: it is not a file of the repository.`,
        );
    }
  }
}

/** Lines joined at a trailing backslash; the table that `pip list` prints is read as pins. */
export function logicalLines(text: string): { text: string; line: number }[] {
  const physical = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .slice(0, maxLines);
  const table = physical.findIndex((line) => /^Package\s+Version/.test(line.trim()));
  const result: { text: string; line: number }[] = [];
  let open = '';
  for (const [index, line] of physical.entries()) {
    if (table >= 0 && (index <= table || /^[-\s]*$/.test(line))) continue;
    const joined = open + (table >= 0 ? line.trim().replace(/^(\S+)\s+(\d\S*).*$/, '$1==$2') : line);
    const continued = /\\\s*$/.test(joined) && index < physical.length - 1;
    open = continued ? `${joined.replace(/\\\s*$/, '')} ` : '';
    if (!continued) result.push({ text: joined, line: index + 1 });
  }
  return result;
}
