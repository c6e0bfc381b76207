/** What production runs with, told from the files: which settings module, which variables, and who says so. */
import type { ReadText } from '../repository/read-text.ts';
import type { Project, Repository } from '../repository/scan.ts';
import {
  fileOf,
  isForDevelopers,
  isForProduction,
  isSettingsFile,
  settingsChain,
  within,
  withoutComments,
} from '../repository/settings-modules.ts';
import { type Declared, deploymentVariables } from './deployment-files.ts';
import { documentedValues } from './documented-values.ts';
import { type FrontServer, frontServer } from './front-server.ts';
import { type Known, strongKey } from './production-values.ts';
import { roleOf, variablesRead, wordForProduction } from './variables-read.ts';

export interface Named {
  module: string;
  file: string;
  line: number;
}

export interface Production {
  module: string;
  /** who names the module, e.g. "wsgi.py" */
  why: Named | null;
  /** class of django-configurations */
  configuration: string | null;
  /** what a server loads where nobody sets DJANGO_SETTINGS_MODULE */
  starters: Named[];
  /** variables that the settings read */
  read: Set<string>;
  declared: Declared[];
  known: Known;
  front: FrontServer;
}

/** null: the project has no settings module. */
export async function productionOf(
  { files, projects }: Pick<Repository, 'files' | 'projects'>,
  project: Pick<Project, 'dir' | 'settingsModules'>,
  text: ReadText,
): Promise<Production | null> {
  const { dir } = project;
  const others = projects
    .map((one) => one.dir)
    .filter((one) => one !== dir && one !== '.' && !within(dir).startsWith(within(one)));
  const near = files.filter((file) => !others.some((other) => file.startsWith(within(other))));
  const own = near.filter((file) => file.startsWith(within(dir)));
  const [declared, documented, starters, front] = await Promise.all([
    deploymentVariables(near, text),
    documentedValues(dir, near, text),
    startersOf(own, text),
    frontServer(near, text),
  ]);
  const chosen = chooseModule(project, own, declared, documented, starters);
  if (chosen === null) return null;
  const source = await settingsText(chosen.module, dir, own, starters, text);
  const read = variablesRead(source);
  return {
    ...chosen,
    configuration: configurationOf(declared, await text(starters[0]?.file ?? ''), source),
    starters,
    read,
    declared,
    known: {
      declared: firstOf(declared),
      documented,
      word: wordForProduction(source, project.settingsModules),
      key: strongKey(),
      keyNames: ['SECRET_KEY', ...[...read].filter((name) => roleOf(name) === 'key')],
    },
    front,
  };
}

/** Deployment files first, then what wsgi.py falls back to, then a module that is named for production. */
function chooseModule(
  { dir, settingsModules }: Pick<Project, 'dir' | 'settingsModules'>,
  own: string[],
  declared: Declared[],
  documented: ReadonlyMap<string, string>,
  starters: Named[],
): { module: string; why: Named | null } | null {
  const exists = (module: string): boolean => fileOf(module, dir, own) !== null;
  const named = declared.filter(({ name, value }) => name === MODULE && exists(value));
  const modules = named.map(({ value, file, line, firm }) => ({ module: value, file, line, firm }));
  const firm = modules.find((one) => one.firm && !isForDevelopers(one.module));
  const meant = modules.find((one) => isNamedSo(one.module));
  const example = documented.get(MODULE);
  const started = starters.filter(({ module }) => exists(module));
  const settled = firm ?? meant ?? started.find(({ module }) => isNamedSo(module));
  if (settled !== undefined) return { module: settled.module, why: settled };
  const byName = [...settingsModules, ...besideStarters(started, dir, own)].filter(
    (module) => exists(module) && isForProduction(module) && !/stag/i.test(module),
  );
  const production = byName.find(isNamedSo) ?? byName[0];
  const usual = started.find(({ module }) => !isForDevelopers(module) && !isBase(module));
  const module =
    usual !== undefined && (production === undefined || exists(`${usual.module}.__init__`))
      ? usual.module
      : example !== undefined && exists(example) && isForProduction(example)
        ? example
        : (production ?? started[0]?.module ?? settingsModules.find(exists) ?? null);
  return module === null ? null : { module, why: started.find((one) => one.module === module) ?? null };
}

const MODULE = 'DJANGO_SETTINGS_MODULE';
const isNamedSo = (module: string): boolean => /(^|[._])(prod|live|deploy)[^.]*$/i.test(module);

/** `config/django/production.py` beside the `config.django.base` of wsgi.py. */
function besideStarters(starters: Named[], dir: string, own: string[]): string[] {
  return starters.flatMap(({ module }) => {
    const parent = module.slice(0, module.lastIndexOf('.') + 1);
    const folder = `${within(dir)}${parent.replaceAll('.', '/')}`;
    return own
      .filter(
        (file) => parent !== '' && file.startsWith(folder) && /^[\w]+\.py$/.test(file.slice(folder.length)),
      )
      .map((file) => `${parent}${file.slice(folder.length, -3)}`);
  });
}
const isBase = (module: string): boolean => /(^|\.)(base|common|default|defaults|shared)$/i.test(module);

/** The modules that wsgi.py and asgi.py fall back to. */
async function startersOf(own: string[], text: ReadText): Promise<Named[]> {
  const files = own.filter((file) => /(^|\/)[aw]sgi\.py$/.test(file) && !/(^|\/)tests?\//.test(file));
  const found: Named[] = [];
  for (const file of files.toSorted((a, b) => b.localeCompare(a, 'en')).slice(0, 8)) {
    const lines = withoutComments(await text(file)).split('\n');
    const at = lines.findIndex(
      (line, index) => line.includes(MODULE) && NAMED.test(`${line}\n${lines[index + 1] ?? ''}`),
    );
    const module = NAMED.exec(`${lines[at] ?? ''}\n${lines[at + 1] ?? ''}`)?.[1];
    if (module !== undefined) found.push({ module, file, line: at + 1 });
  }
  return found;
}
const NAMED = /DJANGO_SETTINGS_MODULE['"]\s{0,9}\]?\s{0,9}[,=]\s{0,99}['"]([\p{L}\p{M}\p{N}_.]+)['"]/u;

/** The module with what it takes over, and what else looks like settings beside it. */
async function settingsText(
  module: string,
  dir: string,
  own: string[],
  starters: Named[],
  text: ReadText,
): Promise<string> {
  const chain = await settingsChain(module, dir, own, text);
  const beside = own
    .filter((file) => isSettingsFile(file) || /(^|\/)(env|environment|conf|config)\.py$/.test(file))
    .slice(0, 40);
  const texts = await Promise.all([...beside, ...starters.map(({ file }) => file)].map(text));
  return withoutComments([chain, ...texts].join('\n'));
}

function configurationOf(declared: Declared[], starter: string, source: string): string | null {
  if (!/\bconfigurations\b/.test(`${starter}${source}`)) return null;
  return (
    declared.find(({ name, firm }) => name === 'DJANGO_CONFIGURATION' && firm)?.value ??
    /^class\s+(\w*(?:Prod|Live|Deploy)\w*)\s*\(/im.exec(source)?.[1] ??
    /DJANGO_CONFIGURATION['"]\s*,\s*['"](\w+)/.exec(starter)?.[1] ??
    null
  );
}

/** What is certain stands first. */
function firstOf(declared: Declared[]): Map<string, { value: string; firm: boolean }> {
  const first = new Map<string, { value: string; firm: boolean }>();
  for (const { name, value, firm } of declared) if (!first.has(name)) first.set(name, { value, firm });
  return first;
}
