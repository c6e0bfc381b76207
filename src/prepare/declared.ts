/** What the repository itself says must be installed: of the dependency files, the nearest one that names Django. */
import { posix } from 'node:path';
import leven from 'leven';
import type { ReadText } from '../repository/read-text.ts';
import { readConda } from './conda-file.ts';
import { readPipfile } from './pipfile.ts';
import { readPyproject } from './pyproject.ts';
import type { Requirement } from './requirement.ts';
import { readRequirements } from './requirements-file.ts';
import { readSetup } from './setup-file.ts';

export interface DeclaredPackages {
  requirements: Requirement[];
  /** Of development groups: installed only where the code imports them. */
  optional: Requirement[];
  /** The file that was read, or the folder; null: there is none. */
  source: string | null;
  notes: string[];
}

export interface Found {
  source: string;
  requirements: Requirement[];
  optional: Requirement[];
  notes: string[];
}

export async function findDeclared(files: string[], dir: string, read: ReadText): Promise<DeclaredPackages> {
  let first: Found | null = null;
  for (const folder of folders(dir, files)) {
    for (const found of await inFolder(folder, files, read)) {
      if (found.requirements.length + found.optional.length === 0) {
        if (found.notes.length > 0) first ??= found;
        continue;
      }
      if ([...found.requirements, ...found.optional].some(({ name }) => name === 'django'))
        return chosen(found);
      if (!first || first.requirements.length === 0) first = found;
    }
  }
  if (first) return chosen(first);
  const notes = ['No dependency file was found: what to install was read from the imports of the code.'];
  return { requirements: [], optional: [], source: null, notes };
}

function chosen(found: Found): DeclaredPackages {
  const { requirements, notes } = withoutDoubles(found.requirements);
  const all = [`Dependencies were read from ${found.source}.`, ...found.notes, ...notes];
  return { ...found, requirements, notes: all };
}

/** From the project's folder up to the root, then the folders beneath and beside it, the shallow ones first. */
function folders(dir: string, files: string[]): string[] {
  const up: string[] = [];
  for (let folder = dir; ; folder = posix.dirname(folder)) {
    up.push(folder);
    if (folder === '.') break;
  }
  const others = new Set(files.map((file) => posix.dirname(file)));
  const rest = [...others].filter(
    (folder) => !up.includes(folder) && !/(^|\/)(docs?|tests?)(\/|$)/.test(folder),
  );
  const inside = (folder: string) => (dir === '.' || folder.startsWith(`${dir}/`) ? 0 : 1);
  rest.sort((a, b) => inside(a) - inside(b) || a.split('/').length - b.split('/').length);
  return [...up, ...rest.slice(0, 200)];
}

async function inFolder(folder: string, files: string[], read: ReadText): Promise<Found[]> {
  const here = files.filter((file) => posix.dirname(file) === folder);
  const named = (name: string) => here.find((file) => posix.basename(file).toLowerCase() === name) ?? null;
  const found: (Found | null)[] = [await fromRequirements(folder, here, files, read)];
  const pyproject = named('pyproject.toml');
  const locks = { uv: named('uv.lock'), poetry: named('poetry.lock') };
  if (pyproject) found.push(await readPyproject(pyproject, locks, read));
  const pipfile = named('pipfile');
  const pipfileLock = named('pipfile.lock');
  if (pipfile || pipfileLock) found.push(await readPipfile(pipfile, pipfileLock, read));
  const setup = { cfg: named('setup.cfg'), py: named('setup.py') };
  if (setup.cfg || setup.py) found.push(await readSetup(setup, read));
  const conda = here.find((file) => /^(conda|environment)[\w-]*\.ya?ml$/i.test(posix.basename(file)));
  if (conda) found.push(await readConda(conda, read));
  return found.filter((item) => item !== null);
}

async function fromRequirements(
  folder: string,
  here: string[],
  files: string[],
  read: ReadText,
): Promise<Found | null> {
  const inOwnFolder = files.filter((file) => {
    const parent = posix.dirname(file);
    return (
      posix.dirname(parent) === folder &&
      /^(requirements?|reqs?|deps|dependencies)$/i.test(posix.basename(parent))
    );
  });
  const parts = inOwnFolder.filter((file) => /\.(txt|pip|in)$/i.test(file)).filter(notCompiledSource);
  const candidates: { file: string; likeness: number; isForDevelopers: boolean }[] = [];
  for (const file of here) {
    const likeness = likenessOf(posix.basename(file));
    if (likeness > 0 && (likeness >= 3 || looksLikeRequirements(await read(file))))
      candidates.push({ file, likeness, isForDevelopers: /dev|test|lint|doc/i.test(posix.basename(file)) });
  }
  const best = candidates
    .filter(({ isForDevelopers }) => !isForDevelopers)
    .toSorted((a, b) => b.likeness - a.likeness || a.file.length - b.file.length)[0];
  const main = best ? [best.file] : [];
  const fromFolder = parts.toSorted((a, b) => partOrder(a) - partOrder(b));
  const sources = [...main, ...fromFolder.filter((file) => partOrder(file) < 9)];
  const optional = [
    ...fromFolder.filter((file) => partOrder(file) === 9),
    ...candidates.filter(({ file }) => file !== best?.file).map(({ file }) => file),
  ];
  if (sources.length === 0 && optional.length === 0) return null;
  const required = sources.length > 0 ? sources : optional.splice(0, 1);
  const read1 = async (list: string[]) =>
    Promise.all(list.map((file) => readRequirements(file, files, read)));
  const needed = await read1(required);
  return {
    source: required.join(', '),
    requirements: needed.flatMap(({ requirements }) => requirements),
    optional: (await read1(optional)).flatMap(({ requirements }) => requirements),
    notes: [...new Set(needed.flatMap(({ notes }) => notes))],
  };

  // Of requirements.in and the requirements.txt compiled from it, the latter.
  function notCompiledSource(file: string) {
    return !file.endsWith('.in') || !files.includes(file.replace(/\.in$/, '.txt'));
  }
}

function partOrder(file: string): number {
  const name = posix.basename(file).toLowerCase();
  if (/prod|deploy|live|heroku|staging|docs/.test(name)) return 9;
  return /base|common|main|requirements/.test(name) ? 0 : /local|dev/.test(name) ? 1 : 2;
}

/** 3: it can be nothing else; 1: only its content can tell; 0: another kind of file. */
function likenessOf(name: string): number {
  const [stem = '', extension = ''] = /\.(txt|pip|in|text|md)$/i.test(name)
    ? [name.slice(0, name.lastIndexOf('.')), name.slice(name.lastIndexOf('.') + 1)]
    : [name];
  const plain = stem.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (extension === 'md' || plain === 'license' || plain === 'readme') return 0;
  if (extension === '' && /\./.test(name)) return 0;
  if (plain === 'requirements' && extension === 'txt') return 5;
  if (plain === 'requirements' || plain === 'requirement') return extension === 'in' ? 3.5 : 4;
  if (leven(plain, 'requirements') <= 4 || /^req/.test(plain) || plain.startsWith('requirements')) return 2;
  return extension === 'txt' || extension === 'pip' ? 1 : 0;
}

function looksLikeRequirements(text: string): boolean {
  if (text.length > 100_000) return false;
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const pins = lines.filter(
    (line) =>
      line.length < 300 && /^[A-Za-z0-9._-]+(\[[\w,-]+\])?\s*([=~<>!]=?=?.*|\s+\d[\w.]*)?$/.test(line),
  );
  const django = lines.some((line) => /^django\b/i.test(line));
  return lines.length > 0 && django && pins.length >= lines.length * 0.7;
}

/** The first of two different pins of one package is kept: two of them can never be installed. */
function withoutDoubles(requirements: Requirement[]): { requirements: Requirement[]; notes: string[] } {
  const kept: Requirement[] = [];
  const notes: string[] = [];
  for (const requirement of requirements) {
    const same = kept.find(({ name, marker }) => name === requirement.name && marker === requirement.marker);
    if (!same) kept.push(requirement);
    else if (same.specifier === '' && requirement.specifier !== '') kept[kept.indexOf(same)] = requirement;
    else if (same.specifier !== requirement.specifier && requirement.specifier !== '')
      notes.push(
        `${requirement.name} is asked for twice: ${same.text} was taken, ${requirement.text} was not.`,
      );
  }
  return { requirements: kept, notes };
}
