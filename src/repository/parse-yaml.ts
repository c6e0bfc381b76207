import { parse } from 'yaml';

const maxCharacters = 64 * 1024;
const maxBrackets = 2000;

/** A YAML file of the learner's that is only looked at for hints; null where it is broken, or made to be slow. */
export function parseYaml(text: string): unknown {
  const brackets = text.match(/[[{]/g)?.length ?? 0;
  if (text.length > maxCharacters || brackets > maxBrackets) return null;
  try {
    return parse(text, { maxAliasCount: 100, merge: true, logLevel: 'silent' });
  } catch {
    return null;
  }
}
