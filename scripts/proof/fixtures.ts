import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

export interface Base {
  /** `reference` or the name of a layout */
  name: string;
  folder: string;
}

export interface Mutant {
  base: Base;
  name: string;
  patch: string;
  /** the requirement that must fail */
  breaks: string;
  wrongWay: string;
  /** requirements that may fail, too: another way of seeing the same fault */
  also: string[];
  /** committed first and taken back in a later commit: the fault is in the history only */
  history: boolean;
}

/** The apps of an exercise that must pass everything: the reference first. */
export async function basesOf(exercise: string): Promise<Base[]> {
  const root = join('fixtures', exercise);
  const layouts = existsSync(join(root, 'layouts')) ? await readdir(join(root, 'layouts')) : [];
  return [
    { name: 'reference', folder: join(root, 'reference') },
    ...layouts.sort().map((name) => ({ name, folder: join(root, 'layouts', name) })),
  ];
}

/** Every patch that makes a wrong app out of one of the bases. */
export async function mutantsOf(exercise: string, bases: Base[]): Promise<Mutant[]> {
  const root = join('fixtures', exercise, 'mutants');
  const folders = (await readdir(root)).sort();
  const homeless = folders.filter((folder) => !bases.some((base) => base.name === folder));
  if (homeless.length > 0) throw new Error(`${root} has mutants of bases that do not exist: ${homeless}`);
  const found = await Promise.all(
    bases
      .filter((base) => folders.includes(base.name))
      .map(async (base) => {
        const names = (await readdir(join(root, base.name))).filter((name) => name.endsWith('.patch')).sort();
        return Promise.all(names.map((name) => readMutant(base, join(root, base.name, name))));
      }),
  );
  return found.flat();
}

async function readMutant(base: Base, patch: string): Promise<Mutant> {
  const text = await readFile(patch, 'utf8');
  const head = text.slice(0, text.indexOf('diff --git')).split('\n');
  const breaks = /^Breaks: (\S+)$/.exec(head[0] ?? '')?.[1];
  const wrongWay = /^Wrong-way: (.+)$/.exec(head[1] ?? '')?.[1];
  if (breaks === undefined || wrongWay === undefined)
    throw new Error(`${patch} must begin with the lines "Breaks: <requirement>" and "Wrong-way: <sentence>"`);
  const also = head.flatMap((line) => /^Also: (\S+)$/.exec(line)?.[1] ?? []);
  const history = head.some((line) => line.startsWith('History: '));
  return { base, name: basename(patch, '.patch'), patch, breaks, wrongWay, also, history };
}
