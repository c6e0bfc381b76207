import { parseYaml } from '../repository/parse-yaml.ts';
import type { ReadText } from '../repository/read-text.ts';
import type { Found } from './declared.ts';
import { isKnownPackage } from './package-for-import.ts';
import { fromLines } from './table-dependency.ts';
import { table, texts } from './toml-file.ts';

/** conda's own packages have names of their own: of those, only the ones that are known by the same name are taken. */
export async function readConda(file: string, read: ReadText): Promise<Found> {
  const entries = table(parseYaml(await read(file))).dependencies;
  const own = texts(entries).map((line) => line.replace(/^[\w-]+::/, ''));
  const pip = (Array.isArray(entries) ? entries : []).flatMap((entry) => texts(table(entry).pip));
  const known = own.filter((line) => isKnownPackage(/^[\w.-]+/.exec(line)?.[0] ?? ''));
  return { source: file, optional: [], ...fromLines([...known, ...pip], file, new Map()) };
}
