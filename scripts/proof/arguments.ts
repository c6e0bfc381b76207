/** The arguments of a script: with `--help`, or where one is not known, the words at its top instead of a stack trace. */
import { readFileSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';

export function argumentsOf<const T extends NonNullable<ParseArgsConfig['options']>>(
  script: string,
  options: T,
) {
  if (process.argv.includes('--help')) leave(script, 0);
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    console.error(`${(error as Error).message}\n`);
    return leave(script, 2);
  }
}

/** `script`: its `import.meta.filename`. */
function leave(script: string, code: number): never {
  const words = /^\/\*\*\n([\s\S]*?)\*\//.exec(readFileSync(script, 'utf8'))?.[1] ?? '';
  console.error(words.replace(/^ \* ?/gm, '').trim());
  return process.exit(code);
}
