/** Which distribution holds a module, for names that are known: an unknown name is never looked up anywhere. */
import packages from './packages.json' with { type: 'json' };

const byModule = new Map<string, string[]>(
  Object.entries(packages).map(([module, names]) => [module, typeof names === 'string' ? [names] : names]),
);

/** "rest_framework.authtoken" → "djangorestframework"; null where nothing certain is known. */
export function packageForImport(name: string): string | null {
  return providersOf(name)[0] ?? null;
}

/** Every distribution that would do, the one to install first. */
export function providersOf(name: string): string[] {
  for (let module = name; module !== ''; module = module.slice(0, Math.max(0, module.lastIndexOf('.')))) {
    const found = byModule.get(module);
    if (found) return found;
  }
  return [];
}

/** "Django_Rest.Framework[x]" → "django-rest-framework", as package indexes compare names. */
export const normalName = (name: string) =>
  name
    .replace(/\[.*$/, '')
    .toLowerCase()
    .replaceAll(/[-_.]+/g, '-');

const known = new Set([...byModule.values()].flat().map(normalName));

/** True for a distribution that the map of modules knows. */
export const isKnownPackage = (name: string) => known.has(normalName(name));
