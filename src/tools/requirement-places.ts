/** The line of the dependency file that names a package. */
import { posix } from 'node:path';
import { normalName } from '../prepare/package-for-import.ts';
import type { Place } from '../report/schema.ts';
import { textReader } from '../repository/read-text.ts';
import type { Repository } from '../repository/scan.ts';

export type Places = (name: string) => Place | null;

export async function placesOf({ root, files }: Repository): Promise<Places> {
  const read = textReader(root);
  const wanted = files
    .filter((file) =>
      /^(req[\w-]*|base|common|prod[\w-]*)\.(txt|in|pip)$|^(pyproject\.toml|Pipfile|setup\.(py|cfg)|environment\.ya?ml)$/i.test(
        posix.basename(file),
      ),
    )
    .toSorted((a, b) => a.split('/').length - b.split('/').length)
    .slice(0, 40);
  const places = new Map<string, Place>();
  for (const file of wanted)
    for (const [index, code] of (await read(file)).split(/\r?\n/).entries()) {
      const name = /^[\s"'-]*([A-Za-z0-9][\w.-]*?)\s*(?:\[[^\]]*\])?["']?\s*(?:[=<>~!^@;,]|$)/.exec(
        code,
      )?.[1];
      if (name === undefined || places.has(normalName(name))) continue;
      places.set(normalName(name), { file, line: index + 1, code: code.trim().slice(0, 200) });
    }
  return (name) => places.get(name) ?? null;
}
