/** Finds the Django projects of a repository and ranks them for one exercise: course repositories hold several. */
import { packageForImport } from '../prepare/package-for-import.ts';
import { envExample } from './env-example.ts';
import { moduleExamples } from './module-examples.ts';
import type { ReadText } from './read-text.ts';
import type { Hints, Project } from './scan.ts';
import { askedServices, serviceHosts } from './services.ts';
import { fileOf, settingsChain, settingsModules } from './settings-modules.ts';

const maxProjects = 30;

export async function findProjects(files: string[], hints: Hints, read: ReadText): Promise<Project[]> {
  const dirs = (await projectFolders(files, read)).slice(0, maxProjects);
  const projects: Project[] = [];
  for (const dir of dirs) projects.push(await describe(dir, dirs, files, hints, read));
  return projects.sort((a, b) => b.score - a.score || depth(a.dir) - depth(b.dir));
}

/** Folders of manage.py; where there is none, those above a settings module. */
async function projectFolders(files: string[], read: ReadText): Promise<string[]> {
  const managed: string[] = [];
  for (const file of files.filter((file) => basename(file) === 'manage.py')) {
    const text = await read(file);
    if (!/DJANGO_SETTINGS_MODULE|django\.core\.management/.test(text)) continue;
    const dir = startedFrom(folderOf(file), text, files);
    if (!managed.includes(dir)) managed.push(dir);
  }
  const others: string[] = [];
  for (const file of files
    .filter((file) => /(^|\/)settings(\/[\w\p{L}\p{M}]+)?\.py$/u.test(file))
    .slice(0, 60)) {
    if (managed.some((dir) => isWithin(file, dir))) continue;
    if (!/^(ROOT_URLCONF|INSTALLED_APPS)\s*=/m.test(await read(file))) continue;
    const holder = file.replace(/\/?settings(\/[\w\p{L}\p{M}]+)?\.py$/u, '');
    const dir = holder === '' ? '.' : folderOf(holder);
    if (!others.includes(dir)) others.push(dir);
  }
  return [...managed, ...others];
}

/** A copy of manage.py in the package of the settings, as is deployed to some hosts, is run from the folder above. */
function startedFrom(dir: string, manage: string, files: string[]): string {
  const settings = /DJANGO_SETTINGS_MODULE\W+([\w.]+)/.exec(manage)?.[1];
  if (settings === undefined || dir === '.') return dir;
  const above = folderOf(dir);
  const isBelow = (folder: string) => fileOf(settings, folder, files) !== null;
  return !isBelow(dir) && isBelow(above) ? above : dir;
}

async function describe(
  dir: string,
  dirs: string[],
  files: string[],
  hints: Hints,
  read: ReadText,
): Promise<Project> {
  const nested = dirs.filter((other) => other !== dir && isWithin(`${other}/`, dir));
  const own = files.filter((file) => isWithin(file, dir) && !nested.some((other) => isWithin(file, other)));
  const modules = await settingsModules(dir, own, read);
  const settings = await settingsChain(modules[0], dir, own, read);
  const compose = files.filter(
    (file) =>
      /(^|\/)(docker-)?compose[^/]*\.ya?ml$/.test(file) &&
      isWithin(dir === '.' ? file : `${dir}/`, folderOf(file)),
  );
  const { score, reasons } = await rank(dir, own, settings, hints, read);
  const env = await envExample(dir, files, compose, read);
  return {
    dir,
    settingsModules: modules,
    envExample: env,
    services: askedServices(settings),
    hostNames: await serviceHosts(settings, env, compose, read),
    moduleExamples: moduleExamples(dir, own),
    djangoHeader: await djangoHeader(modules, settings, own, read),
    reasons,
    score,
  };
}

async function rank(dir: string, own: string[], settings: string, hints: Hints, read: ReadText) {
  const reasons: string[] = [];
  let score = 0;
  const add = (points: number, reason: string) => {
    score += points;
    reasons.push(reason);
  };
  const python = own.filter((file) => file.endsWith('.py'));
  const models = await texts(
    python.filter((file) => /(^|\/)models(\/[^/]+)?\.py$/.test(file)),
    read,
  );
  const routes = await texts(
    python.filter((file) => /(^|\/)(urls|api|routers?)(\/[^/]+)?\.py$/.test(file)),
    read,
  );
  const classes = [...models.matchAll(/^class\s+([\w\p{L}\p{M}]+)/gmu)].map((match) => match[1] ?? '');
  const words = hints.words.map((word) => word.toLowerCase());
  const hits = (text: string) => words.filter((word) => text.toLowerCase().includes(word));
  const named = classes.filter((name) => hits(name).length > 0);
  if (named.length > 0) add(8, `has the model ${named.slice(0, 3).join(', ')}`);
  const routed = hits(routes);
  if (routed.length > 0) add(4, `its routes name ${routed.slice(0, 3).join(', ')}`);
  const paths = hits(dir);
  if (paths.length > 0) add(4, `its folder is named ${dir}`);
  const apps = hits(own.map((file) => file.slice(dir === '.' ? 0 : dir.length)).join('\n'));
  if (apps.length > 0) add(2, `its files are named after ${apps.slice(0, 3).join(', ')}`);
  const imports = [...`${settings}\n${routes}`.matchAll(/\b([a-z][a-z0-9_]+)\b/g)].map(
    (match) => match[1] ?? '',
  );
  const used = new Set([...new Set(imports)].map((name) => packageForImport(name)));
  const packages = hints.packages.filter((name) => used.has(name));
  if (packages.length > 0) add(Math.min(3, packages.length), `uses ${packages.slice(0, 3).join(', ')}`);
  if (classes.length > 0) add(1, 'has models');
  if (settings) add(1, 'has settings');
  if (/(^|\/)(examples?|samples?|templates?|docs?|tests?)(\/|$)/i.test(dir))
    add(-3, `its folder is named ${dir}`);
  return { score, reasons };
}

async function texts(files: string[], read: ReadText): Promise<string> {
  return (await Promise.all(files.slice(0, 100).map(read))).join('\n');
}

/** Which Django the project was begun with: of the settings, else the newest that wrote a migration. */
async function djangoHeader(
  modules: string[],
  settings: string,
  own: string[],
  read: ReadText,
): Promise<string | null> {
  const pattern = /Generated by .{0,60}?Django (\d+\.\d+)/;
  const inSettings = pattern.exec(settings)?.[1];
  if (inSettings) return inSettings;
  const packages = new Set(modules.map((name) => name.split('.')[0]));
  const near = own.filter(
    (file) => /(^|\/)(settings|urls|wsgi)\.py$/.test(file) || packages.has(basename(folderOf(file))),
  );
  const inFiles = pattern.exec(await texts(near, read))?.[1];
  if (inFiles) return inFiles;
  const migrations = await texts(
    own.filter((file) => /\/migrations\/\d{4}_[\w\p{L}\p{M}]+\.py$/u.test(file)),
    read,
  );
  const versions = [...migrations.matchAll(/# Generated by Django (\d+\.\d+)/g)].map(
    (match) => match[1] ?? '',
  );
  return versions.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))[0] ?? null;
}

const basename = (file: string) => file.slice(file.lastIndexOf('/') + 1);
const folderOf = (file: string) => (file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '.');
const isWithin = (file: string, dir: string) => dir === '.' || file.startsWith(`${dir}/`);
const depth = (dir: string) => (dir === '.' ? 0 : dir.split('/').length);
