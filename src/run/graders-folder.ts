/** Where the exercises are: beside the bundle, or at the root of the sources. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export function gradersFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const beside = join(here, 'graders');
  return existsSync(beside) ? beside : join(here, '..', '..', 'graders');
}
