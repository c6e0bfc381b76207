import { isUnder } from './projects.ts';

/** Settings that are kept out of git often have a committed example: which module each of them stands for. */
export function moduleExamples(dir: string, own: string[]): Record<string, string> {
  const examples: Record<string, string> = {};
  for (const file of own) {
    const real = realName(file);
    if (!real || own.includes(real) || !isUnder(real, dir)) continue;
    const module = (dir === '.' ? real : real.slice(dir.length + 1))
      .replace(/\.py$/, '')
      .replaceAll('/', '.');
    if (/^[\w.]+$/.test(module)) examples[module] ??= file;
  }
  return examples;
}

const marks = '(example|sample|template|dist|default|tmpl)';
function realName(file: string): string | null {
  const patterns = [
    new RegExp(`^(.*\\.py)[._-]${marks}$`, 'i'),
    new RegExp(`^(.*[^/])[._-]${marks}\\.py$`, 'i'),
    new RegExp(`^(.*/|)${marks}[._-]([^/]+\\.py)$`, 'i'),
  ];
  const [suffix, middle, prefix] = patterns.map((pattern) => pattern.exec(file));
  if (suffix?.[1]) return suffix[1];
  if (middle?.[1]) return `${middle[1]}.py`;
  return prefix ? `${prefix[1] ?? ''}${prefix[3] ?? ''}` : null;
}
