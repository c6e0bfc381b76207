import { isKnownPackage } from './package-for-import.ts';
import { specifierOf } from './pep440.ts';
import { parseLine, type Requirement, requirement } from './requirement.ts';
import { table, texts } from './toml-file.ts';

interface Collected {
  requirements: Requirement[];
  notes: string[];
}

/** A dependency as Pipfile and poetry write it: `name = "^4.1"` or `name = {version = "*", extras = ["x"]}`. */
export function fromTable(
  dependencies: Record<string, unknown>,
  file: string,
  locked: Map<string, string>,
): Collected {
  const requirements: Requirement[] = [];
  const notes: string[] = [];
  for (const [name, value] of Object.entries(dependencies)) {
    if (name.toLowerCase() === 'python') continue;
    const options = table(value);
    const written =
      typeof value === 'string' ? value : typeof options.version === 'string' ? options.version : '*';
    const isLinked = ['git', 'path', 'url', 'file'].some((key) => key in options);
    if (isLinked && !isKnownPackage(name)) {
      notes.push(
        `${file}: ${name.slice(0, 80)} was left out: it is a link or a path, and only packages by name are installed.`,
      );
      continue;
    }
    const pin = locked.get(name.toLowerCase().replaceAll(/[-_.]+/g, '-'));
    const specifier = pin && !isLinked ? `==${pin}` : specifierOf(written);
    const extras = texts(options.extras);
    // Through the same gate as a line of requirements.txt.
    const parsed = parseLine(`${name}${extras.length > 0 ? `[${extras.join(',')}]` : ''}${specifier ?? ''}`);
    if (parsed.kind === 'requirement') requirements.push(parsed.requirement);
    else notes.push(`${file}: ${name.slice(0, 80)} was left out: it is not the name of a package.`);
    if (specifier === null)
      notes.push(`${file}: the version of ${name.slice(0, 80)} is not understood, so any is taken.`);
  }
  return { requirements, notes };
}

/** Dependencies as PEP 508 lines, pinned to the lock file's versions. */
export function fromLines(lines: string[], file: string, locked: Map<string, string>): Collected {
  const requirements: Requirement[] = [];
  const notes: string[] = [];
  for (const line of lines) {
    const parsed = parseLine(line);
    if (parsed.kind === 'refused')
      notes.push(`${file}: \`${line.slice(0, 80)}\` was left out: ${parsed.reason}.`);
    if (parsed.kind !== 'requirement') continue;
    const { name, text, marker } = parsed.requirement;
    const pin = locked.get(name);
    const extras = /\[[^\]]*\]/.exec(text)?.[0] ?? '';
    requirements.push(pin ? requirement(name, extras, `==${pin}`, marker).requirement : parsed.requirement);
  }
  return { requirements, notes };
}
