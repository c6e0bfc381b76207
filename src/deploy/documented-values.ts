/** Values that the repository gives as examples (`.env.example` and the like), for what a server has to be told. */
import { parseEnv } from 'node:util';
import type { ReadText } from '../repository/read-text.ts';

/** The nearest file first; those for developers and tests are left out. The first value of a name wins. */
export async function documentedValues(
  dir: string,
  files: string[],
  read: ReadText,
): Promise<Map<string, string>> {
  const values = new Map<string, string>();
  const found = files.filter((file) => isEnvironmentFile(file) && !isDevelopers(file)).slice(0, 30);
  for (const file of found.toSorted((a, b) => rank(a, dir) - rank(b, dir)))
    for (const [name, value] of Object.entries(parsed(await read(file))))
      if (value !== undefined && value !== '' && !values.has(name)) values.set(name, value);
  return values;
}

function parsed(text: string): NodeJS.Dict<string> {
  try {
    return parseEnv(text.replace(/^\uFEFF/, ''));
  } catch {
    return {};
  }
}

const isEnvironmentFile = (file: string) =>
  /(^|\/)(\.env([._-][\w.-]+)?|[\w-]*\.env(\.[\w.-]+)?|env([._-](example|sample|template|dist|prod\w*))+(\.txt)?)$/i.test(
    file,
  );
const isDevelopers = (file: string) => /[._-](dev|devel|development|local|tests?|ci)([._-]|$)/i.test(file);

function rank(file: string, dir: string): number {
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '.';
  const kind = /prod|live/i.test(file) ? 0 : /example|sample|template|dist/i.test(file) ? 1 : 2;
  return kind * 10 + (folder === dir ? 0 : folder === '.' ? 1 : 2);
}
