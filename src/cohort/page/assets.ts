/** The page's script and style: in a folder beside the bundle, put there by scripts/build.mjs. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Assets {
  script: string;
  style: string;
}

export async function pageAssets(): Promise<Assets> {
  const here = dirname(fileURLToPath(import.meta.url));
  const beside = join(here, 'cohort-page');
  const folder = existsSync(beside) ? beside : join(here, '..', '..', '..', 'dist', 'cohort-page');
  const [script, style] = await Promise.all(
    ['page.js', 'page.css'].map((name) => readFile(join(folder, name), 'utf8')),
  );
  return { script: script ?? '', style: style ?? '' };
}
