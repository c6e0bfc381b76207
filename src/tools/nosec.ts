/** `# nosec`: which findings somebody silenced, and whether the reason stands beside it. */

export interface Suppression {
  line: number;
  /** Rules that it names; empty: whatever is on the line. */
  rules: string[];
  reason: string | null;
}

const COMMENT = /#\s*nosec\b:?(.*)$/i;
const RULES = /\b(B\d{3}|[a-z]+(?:_[a-z0-9]+)+)\b/g;

/** The comment on one of the lines that a finding covers, if it is about that rule: it has a number and a name. */
export function suppressionAt(
  lines: readonly string[],
  range: readonly number[],
  rule: readonly string[],
): Suppression | null {
  for (const line of range) {
    const match = COMMENT.exec(lines[line - 1] ?? '');
    if (match === null) continue;
    const rest = match[1] ?? '';
    const rules = [...rest.matchAll(RULES)].map(([name]) => name);
    if (rules.length > 0 && !rule.some((name) => rules.includes(name))) continue;
    return { line, rules, reason: reasonIn(rest.replace(RULES, ' ')) ?? reasonAbove(lines, line) };
  }
  return null;
}

/** However short: two words of two letters at least. */
function reasonIn(text: string): string | null {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  return words.length >= 2 ? text.replace(/^[\s,:#—–-]+/, '').trim() : null;
}

/** A comment that stands alone on the line before. */
function reasonAbove(lines: readonly string[], line: number): string | null {
  const above = /^\s*#(?!\s*nosec)(.*)$/i.exec(lines[line - 2] ?? '');
  return above === null ? null : reasonIn(above[1] ?? '');
}

/** A rule and a reason: a comment that hides everything explains nothing. */
export const isExplained = ({ rules, reason }: Suppression): boolean => reason !== null && rules.length > 0;
