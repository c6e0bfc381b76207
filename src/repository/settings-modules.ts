import { isUnder, type Texts } from './projects.ts';

export interface Settings {
  /** Dotted modules, the likeliest first. */
  modules: string[];
  files: string[];
}

/** The settings modules of a project: what manage.py names first, then development before production. */
export function findSettings(
  start: { dir: string; managePy: string | null },
  own: string[],
  texts: Texts,
): Settings {
  const entries = [start.managePy, ...own.filter((file) => /\/(wsgi|asgi|celery)\.py$/.test(file))];
  const named = entries.flatMap((file) => namedIn(file ? (texts.get(file) ?? '') : ''));
  const files = own.filter((file) => isSettings(file, texts.get(file) ?? ''));
  const found = files
    .map((file) => ({ file, module: moduleName(file, start.dir) }))
    .filter(({ module }) => module !== '');
  const byModule = new Map(found.map(({ file, module }) => [module, file]));
  const rank = (module: string) => {
    const index = named.indexOf(module);
    return index >= 0 ? index - 100 : environmentRank(module);
  };
  const existing = [...byModule.keys()].toSorted((a, b) => rank(a) - rank(b) || a.length - b.length);
  const missing = named.filter((module) => !byModule.has(module));
  const modules = [
    ...new Set([...existing.filter((module) => named.includes(module)), ...missing, ...existing]),
  ];
  return { modules, files: modules.flatMap((module) => byModule.get(module) ?? []) };
}

const namedIn = (text: string): string[] =>
  [...text.matchAll(/DJANGO_SETTINGS_MODULE['"]\s*\]?\s*(?:,|=|,\s*default\s*=)\s*['"]([\w.]+)['"]/g)].map(
    (match) => match[1] ?? '',
  );

function isSettings(file: string, text: string): boolean {
  if (/(^|\/)(tests?|migrations)\//.test(file)) return false;
  if (/(^|\/)settings[^/]*(\.py|\/[^/]+\.py)$/.test(file))
    return /^\s*[A-Z_]{3,}\s*=|^from\s+\.\S*\s+import\s+\*|import/m.test(text);
  return /^INSTALLED_APPS\s*=/m.test(text) && /^ROOT_URLCONF\s*=/m.test(text);
}

function environmentRank(module: string): number {
  const last = module.slice(module.lastIndexOf('.') + 1);
  if (last === 'settings') return 0;
  if (/dev|local/.test(last)) return 1;
  if (/base|common|default/.test(last)) return 2;
  if (/prod|deploy|live|heroku|stag/.test(last)) return 4;
  return 3;
}

/** Modules are named from the folder of manage.py. */
function moduleName(file: string, dir: string): string {
  if (!isUnder(file, dir)) return '';
  const inside = dir === '.' ? file : file.slice(dir.length + 1);
  const parts = inside.replace(/(\/__init__)?\.py$/, '').split('/');
  return parts.every((part) => /^[A-Za-z_]\w*$/.test(part)) ? parts.join('.') : '';
}
