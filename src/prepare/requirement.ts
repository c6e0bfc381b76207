/** One line of a requirements file: what of it may be installed, or why it may not. */
import { isKnownPackage, normalName } from './package-for-import.ts';

export interface Requirement {
  /** As PEP 508 text. */
  text: string;
  /** Normalised. */
  name: string;
  /** "==4.2.1", "" where any version will do. */
  specifier: string;
  /** "python_version >= '3.8'", "" without. */
  marker: string;
}

export type ParsedLine =
  | { kind: 'requirement'; requirement: Requirement; note: string | null }
  | { kind: 'include'; path: string }
  | { kind: 'refused'; reason: string }
  | { kind: 'nothing' };

const nothing: ParsedLine = { kind: 'nothing' };
const refused = (reason: string): ParsedLine => ({ kind: 'refused', reason });
const shape =
  /^([A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?)\s{0,20}(\[[A-Za-z0-9._,\s-]{0,200}\])?\s{0,20}(.{0,400})$/;
const specifierShape = /^(?:(?:===|==|~=|!=|<=|>=|<|>)\s{0,5}[A-Za-z0-9.*+!_-]{1,60}\s{0,5}(?:,\s{0,5}|$))+$/;

export function parseLine(written: string): ParsedLine {
  // What is left of an odd byte at the end of a UTF-16 file is nothing either.
  const line = written
    .replace(/(^|\s)#.*$/, '')
    .replaceAll(/[\0\uFFFD]/g, '')
    .trim();
  if (line === '') return nothing;
  if (line.length > 1000) return refused('it is longer than 1000 characters');
  if (line.includes('${')) return refused('variables of the environment are not filled in');
  if (line.startsWith('-')) return parseOption(line);
  return parseNamed(line);
}

function parseOption(line: string): ParsedLine {
  const [, option = '', value = ''] = /^(--?[a-zA-Z][\w-]*)[\s=]*(.*)$/.exec(line) ?? [];
  if (option === '-r' || option === '--requirement') return { kind: 'include', path: value.trim() };
  // Constraints do not ask for anything by themselves.
  if (option === '-c' || option === '--constraint') return nothing;
  if (/^-r\S/.test(line) && !line.startsWith('--')) return { kind: 'include', path: line.slice(2).trim() };
  if (option === '-e' || option === '--editable') return parseLink(value.trim());
  if (/^(-i|--index-url|--extra-index-url|--find-links|-f|--trusted-host|--no-index)$/.test(option))
    return refused('packages are taken from the grader’s own package index only');
  return refused('options of the installer are not passed on');
}

function parseNamed(line: string): ParsedLine {
  if (/^[a-z+]+:\/\/|^(git|hg|svn|bzr)\+/i.test(line)) return parseLink(line);
  if (/^(\.{0,2}[/\\]|[A-Za-z]:\\|~)|^\.{1,2}$/.test(line) || /\.(whl|zip|tar\.gz|tgz)$/i.test(line))
    return refused('it is a path, and only packages by name are installed');
  const [requirementText = '', ...markers] = line.replace(/\s--hash[=\s].*$/, '').split(';');
  const [, name = '', extras = '', rest = ''] = shape.exec(requirementText.trim()) ?? [];
  if (name === '') return refused('it is not the name of a package');
  const marker = markers.join(';').trim();
  if (marker !== '' && !isMarker(marker)) return refused('what follows the semicolon is not understood');
  if (rest.startsWith('@')) return parseAddressed(name, rest);
  const specifier = readSpecifier(rest);
  if (specifier === null) return refused('its version is not understood');
  return requirement(name, extras.replaceAll(/\s/g, ''), specifier, marker);
}

/** "(>=4.2)", "4.2", "=4.2=py39_0" (conda) and "==4.2" as a specifier; null: none of them. */
function readSpecifier(rest: string): string | null {
  const text = rest
    .trim()
    .replace(/^\((.*)\)$/, '$1')
    .trim();
  if (text === '' || text === '*') return '';
  if (specifierShape.test(text)) return text.replaceAll(/\s/g, '');
  const loose = /^(?:=\s{0,5})?(\d+(?:\.\d+)*(?:\.?(?:post|dev|a|b|rc)\d+)?)(?:=[\w.]{1,60})?$/.exec(
    text,
  )?.[1];
  return loose ? `==${loose}` : null;
}

/** "name @ address": pip freeze writes this for packages of conda and for links. */
function parseAddressed(name: string, rest: string): ParsedLine {
  if (!isKnownPackage(name))
    return refused('it comes from a link or a path, and only packages by name are installed');
  return named(
    name,
    `${name} was taken from the package index, not from ${rest.slice(1).trim().slice(0, 60)}`,
  );
}

function parseLink(link: string): ParsedLine {
  const egg = /[#&]egg=([A-Za-z0-9._-]{1,100})/.exec(link)?.[1];
  const path = link.split('#', 1)[0]?.split('/').at(-1)?.split('@', 1)[0] ?? '';
  const last = path.replace(/\.git$/, '');
  const name = egg ?? last;
  if (/^(git|hg|svn|bzr)\+/i.test(link) && isKnownPackage(name))
    return named(name, `${name} was taken from the package index, not from a link`);
  if (link === '.' || link.startsWith('./')) return nothing;
  return refused('it is a link or a path, and only packages by name are installed');
}

const named = (name: string, note: string): ParsedLine => {
  const parsed = requirement(name, '', '', '');
  return parsed.kind === 'requirement' ? { ...parsed, note } : parsed;
};

export function requirement(
  name: string,
  extras: string,
  specifier: string,
  marker: string,
): Extract<ParsedLine, { kind: 'requirement' }> {
  const text = `${name}${extras}${specifier}${marker ? ` ; ${marker}` : ''}`;
  return {
    kind: 'requirement',
    requirement: { text, name: normalName(name), specifier, marker },
    note: null,
  };
}

const markerToken =
  /\s+|[()]|[<>=!~]+|'[\w.+\s-]{0,60}'|"[\w.+\s-]{0,60}"|\b(?:and|or|not|in|python_version|python_full_version|os_name|sys_platform|platform_machine|platform_system|platform_release|platform_version|platform_python_implementation|implementation_name|implementation_version|extra)\b/g;
const isMarker = (text: string) => text.replaceAll(markerToken, '') === '';

export const isExact = ({ specifier }: Requirement) => /^===?[^*,]+$/.test(specifier);
