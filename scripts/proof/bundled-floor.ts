import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** In one file of plain JavaScript, as the grader is: it must not pay for what the grader does not. */
export async function bundledFloor(scratch: string): Promise<string> {
  const file = join(scratch, 'floor.mjs');
  const bundle = await rolldown({ input: 'scripts/proof/floor.ts', platform: 'node', logLevel: 'warn' });
  await bundle.write({ file, format: 'esm' });
  await bundle.close();
  return file;
}
