/** Version specifiers of poetry, Pipfile and conda in the words that pip and uv read. */

/** "^4.1.2" → ">=4.1.2,<5"; null: not understood. */
export function specifierOf(written: string): string | null {
  const text = written.trim();
  if (text === '' || text === '*') return '';
  if (text.includes('||') || text.includes('|')) return specifierOf(text.split('|').findLast(Boolean) ?? '');
  const parts = text.split(',').map((part) => oneSpecifier(part.trim()));
  return parts.includes(null) ? null : parts.filter(Boolean).join(',');
}

function oneSpecifier(text: string): string | null {
  if (text === '*' || text === '') return '';
  const [, operator = '', version = ''] =
    /^(\^|~=|~|===|==|=|!=|<=|>=|<|>)?\s*v?([\w.*+!-]{1,60})$/.exec(text) ?? [];
  if (!/^\d/.test(version)) return null;
  switch (operator) {
    case '^':
      return `>=${version},<${caretLimit(version)}`;
    case '~':
      return `>=${version},<${tildeLimit(version)}`;
    case '':
    case '=':
      return `==${version}`;
    default:
      return `${operator}${version}`;
  }
}

function caretLimit(version: string): string {
  const parts = numbers(version);
  const significant = parts.findIndex((part) => part > 0);
  const index = significant === -1 ? Math.max(0, parts.length - 1) : significant;
  return [...parts.slice(0, index), (parts[index] ?? 0) + 1].join('.');
}

function tildeLimit(version: string): string {
  const [major = 0, minor] = numbers(version);
  return minor === undefined ? `${major + 1}` : `${major}.${minor + 1}`;
}

const numbers = (version: string) => (/^\d+(\.\d+)*/.exec(version)?.[0] ?? '0').split('.').map(Number);

export function compareVersions(a: string, b: string): number {
  const left = numbers(a);
  const right = numbers(b);
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether any release of the series, e.g. "4.2" for 4.2 to 4.2.999, meets the specifier. */
export function seriesFits(series: string, specifier: string): boolean {
  return specifier
    .split(',')
    .filter(Boolean)
    .every((part) => {
      const [, operator = '', written = ''] = /^(~=|===?|!=|<=|>=|<|>)(.+)$/.exec(part.trim()) ?? [];
      const version = written.replace(/\.\*$/, '');
      const wildcard = written.endsWith('.*');
      const top = `${series}.9999`;
      switch (operator) {
        case '==':
        case '===':
          return wildcard
            ? isPrefix(version, series) || isPrefix(series, version)
            : isPrefix(series, padded(version));
        case '!=':
          return !(wildcard && isPrefix(version, series));
        case '~=':
          return compareVersions(top, version) >= 0 && compareVersions(series, compatibleLimit(version)) < 0;
        case '>=':
        case '>':
          return compareVersions(top, version) >= 0;
        case '<=':
          return compareVersions(series, version) <= 0;
        case '<':
          return compareVersions(series, version) < 0;
        default:
          return true;
      }
    });
}

const padded = (version: string) => (version.includes('.') ? version : `${version}.0`);
const isPrefix = (prefix: string, version: string) => {
  const wanted = numbers(prefix);
  const given = numbers(version);
  return wanted.every((part, index) => given[index] === part);
};
const compatibleLimit = (version: string) => {
  const parts = numbers(version).slice(0, -1);
  return [...parts.slice(0, -1), (parts.at(-1) ?? 0) + 1].join('.');
};
