/** Example values for environment variables, from the files in which learners write them down. */
import { parseEnv } from 'node:util';
import { readCompose } from './read-compose.ts';
import type { ReadText } from './read-text.ts';

/** Nearest file first, examples before the ones in use; the first value of a name wins. */
export async function envExample(
  dir: string,
  files: string[],
  compose: string[],
  read: ReadText,
): Promise<Record<string, string>> {
  const env: Record<string, string> = {};
  const add = (values: Record<string, string | undefined>) => {
    for (const [name, value] of Object.entries(values))
      if (/^[A-Za-z_]\w{0,100}$/.test(name) && value && value.length <= 2000 && !Object.hasOwn(env, name))
        env[name] = value;
  };
  const candidates = files.filter((file) => isEnvFile(file)).slice(0, 40);
  for (const file of candidates.toSorted((a, b) => rank(a, dir) - rank(b, dir)))
    add(parseEnv((await read(file)).replace(/^﻿/, '')));
  for (const file of compose) add(readCompose(await read(file)).environment);
  return env;
}

const isEnvFile = (file: string) =>
  /(^|\/)(\.env([._-][\w.-]+)?|[\w-]*\.env|env([._-](example|sample|template|dist|local|dev))+(\.txt)?|[\w.-]+\.env\.(example|sample))$/i.test(
    file,
  ) && !/prod|live|staging/i.test(file);

function rank(file: string, dir: string): number {
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '.';
  const distance = folder === dir ? 0 : folder === '.' ? 1 : dir.startsWith(`${folder}/`) ? 1 : 3;
  const kind = /example|sample|template|dist/i.test(file) ? 0 : /dev|local|test/i.test(file) ? 1 : 2;
  return kind * 10 + distance;
}
