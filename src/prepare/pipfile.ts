import type { ReadText } from '../repository/read-text.ts';
import type { Found } from './declared.ts';
import { fromTable } from './table-dependency.ts';
import { parseToml, table } from './toml-file.ts';

/** The packages of a Pipfile at the versions of its lock; without a Pipfile, all that the lock names. */
export async function readPipfile(
  pipfile: string | null,
  lock: string | null,
  read: ReadText,
): Promise<Found> {
  const lockContent = lock ? parseJson(await read(lock)) : {};
  const locked = new Map(
    ['develop', 'default'].flatMap((group) =>
      Object.entries(table(lockContent, group)).flatMap(([name, entry]) => {
        const version = table(entry).version;
        return typeof version === 'string' ? [[name.toLowerCase(), version.replace(/^==/, '')] as const] : [];
      }),
    ),
  );
  const file = pipfile ?? lock ?? 'Pipfile';
  const content = pipfile ? parseToml(await read(pipfile)) : {};
  const packages = pipfile ? table(content, 'packages') : table(lockContent, 'default');
  const main = fromTable(packages, file, locked);
  const optional = fromTable(table(content, 'dev-packages'), file, locked);
  return {
    source: pipfile && lock ? `${pipfile} and ${lock}` : file,
    requirements: main.requirements,
    optional: optional.requirements,
    notes: main.notes,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return {};
  }
}
