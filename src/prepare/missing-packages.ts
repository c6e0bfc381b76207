/** Packages that the code needs and no dependency file names: only ones of the curated map are ever added. */
import type { ReadText } from '../repository/read-text.ts';
import type { Project } from '../repository/scan.ts';
import { fileOf } from '../repository/settings-modules.ts';
import brings from './brings.json' with { type: 'json' };
import { normalName, providersOf } from './package-for-import.ts';
import type { Remedy } from './plan-install.ts';
import type { Requirement } from './requirement.ts';

const maxFiles = 400;

export async function missingPackages(
  files: string[],
  project: Project,
  requirements: Requirement[],
  optional: Requirement[],
  read: ReadText,
): Promise<{ packages: string[]; remedies: Remedy[] }> {
  const prefix = project.dir === '.' ? '' : `${project.dir}/`;
  const own = files.filter((file) => file.startsWith(prefix) && file.endsWith('.py'));
  const local = localModules(own, prefix);
  const installed = new Set(requirements.flatMap(withBrought));
  const settings = fileOf(project.settingsModules[0] ?? '', project.dir, files);
  const wanted = new Map<string, { module: string; file: string }>();
  for (const file of own.filter((file) => file === settings || isRun(file)).slice(0, maxFiles))
    for (const module of neededModules(await read(file), file)) {
      const providers = providersOf(module);
      const [first] = providers;
      if (!first || local.has(module.split('.')[0] ?? '')) continue;
      const isNamed = providers.some((provider) => installed.has(normalName(provider)));
      if (!isNamed && !wanted.has(first)) wanted.set(first, { module, file });
    }
  // Part of every environment, or decided elsewhere.
  for (const name of ['django', 'setuptools', 'asgiref']) wanted.delete(name);
  const brought = new Set([...wanted.keys()].flatMap((name) => broughtBy.get(name) ?? []));
  for (const name of brought) wanted.delete(name);
  const packages = [...wanted.keys()].map((name) => pinOf(name, optional));
  const remedies = [...wanted].map(([name, { module, file }]) => ({
    what: `added the package ${name}`,
    why: `${file} uses ${module}, and no dependency file names it`,
  }));
  return { packages, remedies };
}

const broughtBy = new Map<string, string[]>(Object.entries(brings));

const withBrought = ({ name, text }: Requirement) => [
  name,
  ...(broughtBy.get(name) ?? []),
  ...(/with[-_]social/.test(text) ? ['django-allauth'] : []),
];

/** A version that the learner wrote down for development is better than none. */
const pinOf = (name: string, optional: Requirement[]) =>
  optional.find((item) => item.name === normalName(name))?.text ?? name;

const isRun = (file: string) =>
  !/(^|\/)(\.[^/]*|tests?|conftest|fabfile|setup|gunicorn\w*|locust\w*|prod\w*|deploy\w*|heroku\w*|staging)(\/|\.py$)|(^|\/)test_\w*\.py$|_tests?\.py$/.test(
    file,
  );

/** What the learner's own files and folders are called: they come before a package of the same name. */
function localModules(own: string[], prefix: string): Set<string> {
  const names = own.map((file) => file.slice(prefix.length).split('/')[0]?.replace(/\.py$/, '') ?? '');
  return new Set(names);
}

/** Imports at the left margin, and dotted names that settings give to Django as text. */
function neededModules(text: string, file: string): string[] {
  const imports = [
    ...text.matchAll(/^from[ \t]+([\p{L}_][\w\p{L}\p{M}.]*)[ \t]+import\b|^import[ \t]+([^#\n;]{1,300})/gmu),
  ].flatMap((match) =>
    match[1] ? [match[1]] : (match[2] ?? '').split(',').map((part) => part.trim().split(/\s/)[0] ?? ''),
  );
  return [...imports, ...(/settings|config|base|local|dev/.test(file) ? namedInSettings(text) : [])].filter(
    Boolean,
  );
}

function namedInSettings(text: string): string[] {
  const settings = text.replace(/^[ \t]*#.*$/gm, '');
  const apps = [
    ...settings.matchAll(/\b(?:\w*_APPS|MIDDLEWARE)\b[^=\n]{0,40}=\s*[[(]([^\])]{0,20000})/g),
  ].flatMap((match) => quoted(match[1] ?? ''));
  const appended = [
    ...settings.matchAll(/\b(?:\w*_APPS|MIDDLEWARE)\.(?:append|insert)\(([^)]{0,200})/g),
  ].flatMap((match) => quoted(match[1] ?? ''));
  // Elsewhere only names with a dot: a plain word in quotes is rarely a module.
  const others = quoted(settings).filter((name) => name.includes('.') && /[A-Z]\w*$/.test(name));
  const postgres =
    /django\.db\.backends\.(postgresql|postgis)|django\.contrib\.(postgres|gis\.db\.backends\.postgis)/.test(
      settings,
    );
  return [...apps, ...appended, ...others, ...(postgres ? ['django.db.backends.postgresql'] : [])];
}

const quoted = (text: string) =>
  [...text.replace(/^[ \t]*#.*$|[ \t]#.*$/gm, '').matchAll(/(['"])([\p{L}_][\w\p{L}\p{M}.]{0,150})\1/gu)].map(
    (match) => match[2] ?? '',
  );
