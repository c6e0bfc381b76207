/** What a repository's deployment files set: names and values of variables, and whether they speak of production. */
import { parse as parseJsonOrYaml } from 'yaml';
import { parseToml } from '../prepare/toml-file.ts';
import type { ReadText } from '../repository/read-text.ts';
import { dockerfileVariables, shellVariables } from './command-variables.ts';
import { environmentIn } from './environment-in.ts';

export interface Declared {
  name: string;
  value: string;
  file: string;
  line: number;
  /** certainly production; else the file may be a developer's, too */
  firm: boolean;
}

const MAX_FILES = 60;

/** In the order in which they are believed: production for certain, then the rest. */
export async function deploymentVariables(files: string[], read: ReadText): Promise<Declared[]> {
  const declared: Declared[] = [];
  for (const file of files.filter((one) => kindOf(one) !== null && !isDevelopers(one)).slice(0, MAX_FILES)) {
    const text = await read(file);
    const firm = isFirm(file, text);
    for (const [name, value] of variablesOf(file, text))
      declared.push({ name, value, file, line: lineOf(name, text), firm });
  }
  return declared.toSorted((a, b) => Number(b.firm) - Number(a.firm));
}

type Kind = 'dockerfile' | 'structured' | 'shell' | 'environment';

const KINDS: [RegExp, Kind][] = [
  [/^(Dockerfile|Containerfile)([._-][\w.-]+)?$|\.dockerfile$/i, 'dockerfile'],
  [
    /^(docker-)?compose[^/]*\.ya?ml$|^(render|app|fly|nixpacks|railway|vercel|zappa_settings)\.(ya?ml|toml|json)$/i,
    'structured',
  ],
  [/^\.?platform(\.app)?\.ya?ml$|\.config$/i, 'structured'],
  [/^Procfile(\..+)?$|\.sh$|\.service$/i, 'shell'],
  [/^\.env[._-].*(prod|live|deploy)|^\.?(prod|production)\.env|^env\.prod/i, 'environment'],
];

function kindOf(file: string): Kind | null {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const known = KINDS.find(([pattern]) => pattern.test(name))?.[1];
  if (known !== undefined) return known;
  return /(^|\/)(k8s|kubernetes|kube|manifests|deploy|deployment|helm)\/.*\.ya?ml$/i.test(file)
    ? 'structured'
    : null;
}

/** The name of the file says for whom it is. */
const isDevelopers = (file: string) =>
  /(^|[/._-])(dev|devel|development|local|tests?|ci|override|example-dev)([/._-]|$)/i.test(file) &&
  !/prod/i.test(file);

/** Platforms run what is deployed; an image or a script is for production where it starts a production server. */
function isFirm(file: string, text: string): boolean {
  if (/prod|live/i.test(file)) return true;
  if (/stag/i.test(file)) return false;
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (/^Procfile|\.service$|^(render|app|fly|nixpacks|railway|vercel|zappa_settings)\.|platform/i.test(name))
    return true;
  if (kindOf(file) === 'structured' && !/compose/i.test(name)) return true;
  return (
    /\b(gunicorn|uvicorn|daphne|uwsgi|hypercorn|waitress|granian|mod_wsgi)\b/.test(text) &&
    !/\brunserver\b/.test(text)
  );
}

function variablesOf(file: string, text: string): [name: string, value: string][] {
  const all = read(kindOf(file), file, text);
  return all.flatMap(([name, value]): [string, string][] => {
    const resolved = withDefaults(value);
    return /^[A-Za-z_]\w{0,100}$/.test(name) && resolved.length <= 2000 && !/\$[{(A-Z]/.test(resolved)
      ? [[name, resolved]]
      : [];
  });
}

function read(kind: Kind | null, file: string, text: string): [string, string][] {
  switch (kind) {
    case 'dockerfile':
      return dockerfileVariables(text);
    case 'structured':
      return environmentIn(file.endsWith('.toml') ? parseToml(text) : documents(text));
    case 'shell':
    case 'environment':
      return shellVariables(text);
    case null:
      return [];
  }
}

/** JSON is YAML; Kubernetes writes several documents into one file. */
function documents(text: string): unknown[] {
  if (text.length > 64 * 1024) return [];
  return text.split(/^---[ \t]*$/m).map((part) => {
    try {
      return parseJsonOrYaml(part, { maxAliasCount: 100, merge: true, logLevel: 'silent' });
    } catch {
      return null;
    }
  });
}

/** `${NAME:-value}` means value where nothing else is set. */
const withDefaults = (text: string) => text.replaceAll(/\$\{\w{1,80}:?-([^}]{0,500})\}/g, '$1');

const lineOf = (name: string, text: string): number =>
  Math.max(1, text.split('\n').findIndex((line) => line.includes(name) && !/^\s*(#|\/\/)/.test(line)) + 1);
