/** Names of learners' folders, made from whatever people are called: safe, alike for the same names, never twice the same. */
import { createHash } from 'node:crypto';
import { LEARNER_ID } from './model.ts';

export function learnerIds(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const plain = LEARNER_ID.test(name) && !isReserved(name);
    const id = plain && !taken.has(name.toLowerCase()) ? name : `${slug(name)}-${short(name, taken, index)}`;
    taken.add(id.toLowerCase());
    return id;
  });
}

const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40) || 'learner';

function short(name: string, taken: ReadonlySet<string>, index: number): string {
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return taken.has(`${slug(name)}-${digest}`.toLowerCase()) ? `${digest}-${index}` : digest;
}

/** Names that mean something else to Windows. */
const isReserved = (name: string): boolean => /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)|\.$/i.test(name);
