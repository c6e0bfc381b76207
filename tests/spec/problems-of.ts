/** What an author reads of a spec that is wrong in one place. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadFile, SpecProblem } from '../../src/spec/load.ts';

export interface Case {
  /** what stands once in the valid spec, and what stands there instead */
  from: string;
  to: string;
  says: string[];
}

/** The text of every problem, as `library.yml`; "" where there is none. */
export async function problemsOf(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'milepost-spec-'));
  try {
    const file = join(folder, 'library.yml');
    await writeFile(file, text);
    await loadFile(file);
    return '';
  } catch (error) {
    if (error instanceof SpecProblem) return error.message;
    throw error;
  } finally {
    await rm(folder, { recursive: true });
  }
}

export async function readSpec(name: string): Promise<string> {
  return readFile(join(import.meta.dirname, name), 'utf8');
}

/** Each mistake alone, with the full text. */
export function testMistakes(valid: string, cases: Record<string, Case>): void {
  test('the spec without a mistake is read', async () => {
    expect(await problemsOf(valid)).toBe('');
  });
  test.each(Object.entries(cases))('%s', async (_, { from, to, says }) => {
    expect(valid.split(from)).toHaveLength(2);
    expect(await problemsOf(valid.replace(from, () => to))).toBe(says.join('\n'));
  });
}
