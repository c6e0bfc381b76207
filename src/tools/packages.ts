/** What the app is installed with: the versions that the learner pinned, else those that the installer resolved. */
import { compareVersions } from '../prepare/pep440.ts';
import { isExact, parseLine, type Requirement } from '../prepare/requirement.ts';
import type { Packages } from './tool.ts';

export interface Package {
  name: string;
  version: string;
  declared: boolean;
  /** ">=4.2,<5"; "" where any will do, or where nobody names it. */
  specifier: string;
  /** The version is one that the grader's date chose; a fresh installation would take a newer one. */
  dated: boolean;
}

/** In every environment, and no part of the app. */
const OURS = ['setuptools', 'pip', 'wheel', 'uv'];

/** The declared ones first. */
export function packagesOf({ plan, outcome }: Packages): Package[] {
  const declared = requirementsOf(plan.requirements);
  const added = new Set([...requirementsOf(plan.extra).map(({ name }) => name), ...OURS]);
  const dated = plan.excludeNewer !== null;
  const named = declared.flatMap((requirement): Package[] => {
    const { name, specifier } = requirement;
    const exact = isExact(requirement);
    const version = exact ? specifier.replace(/^=+/, '') : outcome.installed[name];
    return version === undefined
      ? []
      : [{ name, version, declared: true, specifier, dated: dated && !exact }];
  });
  const known = new Set(declared.map(({ name }) => name));
  const others = Object.entries(outcome.installed)
    .filter(([name]) => !known.has(name) && !added.has(name))
    .map(([name, version]) => ({ name, version, declared: false, specifier: '', dated }));
  return [...named, ...others].filter(
    ({ name, version }) => /^[\w.-]+$/.test(name) && /^[\w.+!-]+$/.test(version),
  );
}

export function requirementsOf(lines: readonly string[]): Requirement[] {
  return lines.flatMap((line) => {
    const parsed = parseLine(line);
    return parsed.kind === 'requirement' ? [parsed.requirement] : [];
  });
}

/** Whether a specifier lets a version in. */
export function allows(specifier: string, version: string): boolean {
  return specifier
    .split(',')
    .filter(Boolean)
    .every((part) => {
      const [, operator = '', written = ''] = /^(~=|===?|!=|<=|>=|<|>)(.+)$/.exec(part.trim()) ?? [];
      const bare = written.replace(/\.\*$/, '');
      const starts = `${version}.`.startsWith(`${bare}.`);
      const compared = compareVersions(version, bare);
      switch (operator) {
        case '==':
        case '===':
          return written.endsWith('.*') ? starts : compared === 0;
        case '!=':
          return written.endsWith('.*') ? !starts : compared !== 0;
        case '>=':
          return compared >= 0;
        case '>':
          return compared > 0;
        case '<=':
          return compared <= 0;
        case '<':
          return compared < 0;
        case '~=':
          return compared >= 0 && `${version}.`.startsWith(`${bare.split('.').slice(0, -1).join('.')}.`);
        default:
          return true;
      }
    });
}
