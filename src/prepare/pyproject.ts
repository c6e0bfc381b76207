/** PEP 621, PEP 735, poetry and uv: the project's own dependencies, with the lock file's versions where there is one. */
import type { ReadText } from '../repository/read-text.ts';
import type { Found } from './declared.ts';
import { fromLines, fromTable } from './table-dependency.ts';
import { parseToml, table, texts } from './toml-file.ts';

export async function readPyproject(
  file: string,
  locks: { uv: string | null; poetry: string | null },
  read: ReadText,
): Promise<Found> {
  const content = parseToml(await read(file));
  const lockFile = locks.uv ?? locks.poetry;
  const locked = lockFile ? lockedVersions(await read(lockFile)) : new Map<string, string>();
  const poetry = table(content, 'tool', 'poetry');
  const groups = Object.values(table(poetry, 'group')).map((group) => table(group, 'dependencies'));
  const optionalLines = [
    ...Object.values(table(content, 'project', 'optional-dependencies')),
    ...Object.values(table(content, 'dependency-groups')),
    table(content, 'tool', 'uv')['dev-dependencies'],
  ].flatMap(texts);
  const main = [
    fromLines(texts(table(content, 'project').dependencies), file, locked),
    fromTable(table(poetry, 'dependencies'), file, locked),
  ];
  const optional = [
    fromLines(optionalLines, file, locked),
    fromTable(table(poetry, 'dev-dependencies'), file, locked),
    ...groups.map((group) => fromTable(group, file, locked)),
  ];
  return {
    source: lockFile && locked.size > 0 ? `${file} and ${lockFile}` : file,
    requirements: main.flatMap(({ requirements }) => requirements),
    optional: optional.flatMap(({ requirements }) => requirements),
    notes: main.flatMap(({ notes }) => notes),
  };
}

/** uv.lock and poetry.lock both begin a package with its name and version; such files can be too large to parse. */
function lockedVersions(text: string): Map<string, string> {
  const pairs = text
    .replaceAll('\r', '')
    .matchAll(/^name = "([^"\n]{1,100})"\nversion = "([\w.+!-]{1,60})"/gm);
  return new Map([...pairs].map(([, name = '', version = '']) => [name.toLowerCase(), version]));
}
