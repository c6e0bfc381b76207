/** Which settings modules a project has, and the text of one together with what it takes over from others. */
import { dottedName } from './python-name.ts';
import type { ReadText } from './read-text.ts';

/** manage.py's default first, unless it is for production and one for developers stands beside it. */
export async function settingsModules(dir: string, files: string[], read: ReadText): Promise<string[]> {
  const inDir = within(dir);
  const named = await namedModules(inDir, files, read);
  const held: string[] = [];
  for (const file of files.filter((file) => isSettingsFile(file)).slice(0, 80)) {
    const text = await read(file);
    if (setsDjango(text) || (/settings/.test(file) && wholeImport.test(text))) held.push(moduleOf(file, dir));
  }
  const all = [...new Set([...named, ...held])].filter((name) => dottedName.test(name));
  const exists = (name: string) => fileOf(name, dir, files) !== null;
  const first = named.find(exists);
  const rest = all.filter((name) => name !== first).toSorted((a, b) => order(a) - order(b));
  const developers = rest.find((name) => exists(name) && isForDevelopers(name) && siblings(name, first));
  const usable = rest.filter(exists);
  const missing = rest.filter((name) => !exists(name));
  if (!first) return [...usable, ...missing];
  const ranked = isForProduction(first) && developers ? [developers, first] : [first];
  return [...new Set([...ranked, ...usable, ...missing])];
}

async function namedModules(inDir: string, files: string[], read: ReadText): Promise<string[]> {
  const starters = files.filter(
    (file) => /(^|\/)(manage|wsgi|asgi)\.py$/.test(file) && file.startsWith(inDir),
  );
  const names: string[] = [];
  for (const file of starters.toSorted((a, b) => starterOrder(a) - starterOrder(b))) {
    const text = withoutComments(await read(file));
    const literals = [...text.matchAll(/['"]([^'"\s]{1,200})['"]/g)].map((match) => match[1] ?? '');
    const direct =
      /DJANGO_SETTINGS_MODULE['"]\s{0,9}\]?\s{0,9}[,=]\s{0,99}(?:default\s{0,9}=\s{0,9})?['"]([\p{L}\p{M}\p{N}_.]+)['"]/u.exec(
        text,
      )?.[1];
    if (direct) names.push(direct);
    names.push(...literals.filter((name) => dottedName.test(name) && /\.settings\b|settings\./i.test(name)));
  }
  return names.filter((name) => name !== 'DJANGO_SETTINGS_MODULE' && !name.startsWith('django.'));
}

const setsDjango = (text: string) =>
  /^[ \t]*(ROOT_URLCONF|INSTALLED_APPS|MIDDLEWARE|DATABASES|DEBUG)[ \t]*[+=]/m.test(text);
const wholeImport = /^[ \t]*from[ \t]+[.\w\p{L}\p{M}]+[ \t]+import[ \t]+\*/mu;
const starterOrder = (file: string) => (file.endsWith('manage.py') ? 0 : 1);
export const isSettingsFile = (file: string) =>
  /(^|\/)[\w\p{L}\p{M}]*settings?[\w\p{L}\p{M}]*\.py$/u.test(file) ||
  /(^|\/)(settings|config|conf)\/[\w\p{L}\p{M}]+\.py$/u.test(file);
export const isForProduction = (name: string) =>
  /prod|live|deploy|heroku|staging|docker/i.test(lastName(name));
export const isForDevelopers = (name: string) => /dev|local/i.test(lastName(name));
const lastName = (name: string) => name.slice(name.lastIndexOf('.') + 1);
const siblings = (a: string, b: string | undefined) =>
  b !== undefined && a.slice(0, a.lastIndexOf('.')) === b.slice(0, b.lastIndexOf('.'));

function order(name: string): number {
  if (isForProduction(name)) return 4;
  if (isForDevelopers(name)) return 0;
  if (/test|^ci$/i.test(lastName(name))) return 3;
  return /base|common|default/i.test(lastName(name)) ? 2 : 1;
}

/** The module's text with that of every module it imports whole, the taken-over ones last. */
export async function settingsChain(
  module: string | undefined,
  dir: string,
  files: string[],
  read: ReadText,
): Promise<string> {
  const texts: string[] = [];
  const seen = new Set<string>();
  const queue = module ? [module] : [];
  for (let name = queue.shift(); name !== undefined && seen.size < 12; name = queue.shift()) {
    const file = fileOf(name, dir, files);
    if (!file || seen.has(file)) continue;
    seen.add(file);
    const text = await read(file);
    texts.push(text);
    for (const target of starImports(text)) queue.push(absolute(target, name, file.endsWith('/__init__.py')));
  }
  return texts.join('\n');
}

/** Whole-line comments hold yesterday's settings. */
export const withoutComments = (text: string) => text.replace(/^[ \t]*#.*$/gm, '');

const starImports = (text: string) =>
  [...text.matchAll(/^[ \t]*from[ \t]+([.\w\p{L}\p{M}]+)[ \t]+import[ \t]+(?:\*|\(?[ \t]*[A-Z])/gmu)].map(
    (match) => match[1] ?? '',
  );

function absolute(target: string, from: string, isPackage: boolean): string {
  const dots = /^\.*/.exec(target)?.[0].length ?? 0;
  if (dots === 0) return target;
  const parts = from.split('.');
  const base = parts.slice(0, parts.length - (isPackage ? dots - 1 : dots));
  return [...base, target.slice(dots)].filter(Boolean).join('.');
}

export function fileOf(module: string, dir: string, files: string[]): string | null {
  const path = within(dir) + module.replaceAll('.', '/');
  return [`${path}.py`, `${path}/__init__.py`].find((file) => files.includes(file)) ?? null;
}

const moduleOf = (file: string, dir: string) =>
  file
    .slice(within(dir).length)
    .replace(/\.py$/, '')
    .replace(/\/__init__$/, '')
    .replaceAll('/', '.');

export const within = (dir: string) => (dir === '.' ? '' : `${dir}/`);
