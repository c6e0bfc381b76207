import { dottedName } from './python-name.ts';

/** Committed examples of modules that are kept out of git: `local_settings.py.example`, `secrets.sample.py`. */
export function moduleExamples(dir: string, files: string[]): Record<string, string> {
  const prefix = dir === '.' ? '' : `${dir}/`;
  const examples: Record<string, string> = {};
  for (const file of files) {
    if (!file.startsWith(prefix) || !word.test(file)) continue;
    const real = file
      .slice(prefix.length)
      .replace(/\.(example|sample|template|dist|tmpl|default)(?=$|\.py$)/i, '')
      .replace(/[._-](example|sample|template|dist|tmpl|default)(?=\.py$)/i, '')
      .replace(/(^|\/)(example|sample|template)[._-](?=[^/]+\.py$)/i, '$1');
    const path = real.endsWith('.py') ? real.slice(0, -3) : '';
    const module = path.includes('.') ? '' : path.replaceAll('/', '.');
    if (dottedName.test(module) && !files.includes(prefix + real)) examples[module] ??= file;
  }
  return examples;
}

const word =
  /\.py\.(example|sample|template|dist|tmpl|default)$|[._-](example|sample|template|dist|tmpl|default)\.py$|(^|\/)(example|sample|template)[._-][^/]+\.py$/i;
