/** Modules that look for a way out end the start with the list of what they found. */
import { expect } from 'vitest';
import { type Graded, gradeBuilt } from './grading.ts';
import { hostile } from './planted.ts';
import { expectWellFormed } from './well-formed.ts';

export async function expectNothingFound(module: string, prepare?: (folder: string) => Promise<void>) {
  const folder = await hostile(module);
  await prepare?.(folder);
  const run = await gradeBuilt(folder);
  const report = await expectWellFormed(run);
  expect(found(run)).toBe('[]');
  expect(run.exitCode).toBe(1);
  expect(report.outcome).toBe('no-app');
}

/** Fails when the module did not get to its end. */
function found({ report }: Graded): string {
  const message = report?.problem?.message ?? '';
  const list = /FOUND (.*) END/s.exec(message)?.[1];
  if (list === undefined) throw new Error(`the module did not finish: ${message}`);
  return list;
}
