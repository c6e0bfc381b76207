import { readEnvExample } from './env-example.ts';
import { moduleExamples } from './module-examples.ts';
import { readText } from './read-text.ts';
import type { Project, ProjectHints } from './repository.ts';
import { readServices } from './services.ts';
import { findSettings } from './settings-modules.ts';

/** Every Django project of the tree, rated by how well it fits the words of the exercise. */
export async function findProjects(root: string, files: string[], hints: ProjectHints): Promise<Project[]> {
  const texts = await readPython(root, files);
  const starts = await findStarts(files, texts);
  const projects = await Promise.all(
    starts.map((start) => describe(root, files, ownFiles(start.dir, starts, files), start, texts, hints)),
  );
  return projects.toSorted(
    (a, b) => b.score - a.score || depth(a.dir) - depth(b.dir) || a.dir.localeCompare(b.dir),
  );
}

interface Start {
  dir: string;
  managePy: string | null;
}
export type Texts = Map<string, string>;

/** Django files have telling names; others are read by nobody here. */
async function readPython(root: string, files: string[]): Promise<Texts> {
  const wanted = files
    .filter((file) => file.endsWith('.py') && !/(^|\/)migrations\//.test(file))
    .slice(0, 4000);
  return new Map(await Promise.all(wanted.map(async (file) => [file, await readText(root, file)] as const)));
}

async function findStarts(files: string[], texts: Texts): Promise<Start[]> {
  const managed = files.filter(
    (file) => /(^|\/)manage\.py$/.test(file) && /DJANGO_SETTINGS_MODULE|django/.test(texts.get(file) ?? ''),
  );
  const starts: Start[] = managed.map((file) => ({ dir: folderOf(file), managePy: file }));
  for (const file of files.filter((name) => /(^|\/)settings(\.py|\/__init__\.py|\/base\.py)$/.test(name))) {
    if (!/INSTALLED_APPS/.test(texts.get(file) ?? '')) continue;
    const holder = folderOf(file.replace(/settings(\.py|\/\w+\.py)$/, 'settings.py'));
    const dir = files.includes(join(holder, '__init__.py')) || holder !== '.' ? folderOf(holder) : holder;
    if (!starts.some((start) => isUnder(dir, start.dir))) starts.push({ dir, managePy: null });
  }
  return starts;
}

/** Files of a project's folder that belong to no project further down. */
function ownFiles(dir: string, starts: Start[], files: string[]): string[] {
  const deeper = starts
    .filter((other) => other.dir !== dir && isUnder(other.dir, dir))
    .map((other) => other.dir);
  return files.filter((file) => isUnder(file, dir) && !deeper.some((other) => isUnder(file, other)));
}

async function describe(
  root: string,
  files: string[],
  own: string[],
  start: Start,
  texts: Texts,
  hints: ProjectHints,
): Promise<Project> {
  const settings = findSettings(start, own, texts);
  const settingsText = settings.files.map((file) => texts.get(file) ?? '').join('\n');
  const { envExample, composeServers } = await readEnvExample(root, files, start.dir);
  const rating = rate(start.dir, own, texts, hints);
  return {
    ...start,
    settingsModules: settings.modules,
    apps: [...new Set(own.filter((file) => /\/(apps|models|views)\.py$/.test(file)).map(folderOf))],
    ...rating,
    ...readServices(settingsText, envExample, composeServers),
    envExample,
    moduleExamples: moduleExamples(start.dir, own),
    djangoHeader: /using Django (\d+\.\d+)/.exec(settingsText)?.[1] ?? null,
  };
}

function rate(dir: string, own: string[], texts: Texts, { words, packages }: ProjectHints) {
  const reasons: string[] = [];
  let score = 0;
  const give = (points: number, reason: string) => {
    score += points;
    reasons.push(reason);
  };
  const text = (pattern: RegExp) =>
    own
      .filter((file) => pattern.test(file))
      .map((file) => texts.get(file) ?? '')
      .join('\n');
  const says = (place: string) => words.find((word) => place.toLowerCase().includes(word.toLowerCase()));

  const inPath = says(dir);
  if (inPath) give(3, `its path contains "${inPath}"`);
  const classes = [...text(/(^|\/)models?(\.py|\/)/).matchAll(/^class\s+(\w+)\s*\([^)]*Model/gm)].map(
    (match) => match[1] ?? '',
  );
  const model = classes.find((name) => says(name));
  if (model) give(6, `it has a model ${model}`);
  const app = own.find((file) => /\/(apps|views|models)\.py$/.test(file) && says(file.slice(dir.length)));
  if (app) give(3, `it has an app ${folderOf(app)}`);
  if (says(text(/(^|\/)urls\.py$/))) give(2, 'its urls name what the exercise asks for');
  const code = text(/\.py$/);
  const used = packages.filter((name) => new RegExp(`\\b${literal(name)}\\b`).test(code));
  if (used.length > 0) give(2 + Math.min(used.length, 2), `it uses ${used.join(', ')}`);
  if (classes.length > 0) give(1, `it has ${classes.length} model${classes.length === 1 ? '' : 's'}`);
  return { score, reasons };
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
export const folderOf = (path: string) => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.');
export const join = (folder: string, name: string) => (folder === '.' ? name : `${folder}/${name}`);
export const isUnder = (path: string, folder: string) =>
  folder === '.' || path === folder || path.startsWith(`${folder}/`);
const depth = (dir: string) => (dir === '.' ? 0 : dir.split('/').length);
