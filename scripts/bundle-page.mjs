/**
 * Bundles the browser script of the mentor's page and its style: two texts that the page carries in itself.
 *
 * The table is TanStack Table with TanStack Virtual, drawn by Preact: 111 kB for all of it, where Tabulator alone is
 * 449 kB and AG Grid more than 1 MB. It draws nothing by itself, so every name and message of a learner goes into the
 * document as a text node, no style needs a hole in the page's Content-Security-Policy (AG Grid and SlickGrid write
 * style elements, Tabulator sets HTML), and the roles that a screen reader needs are ours to set right.
 */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';

const root = resolve(import.meta.dirname, '..');
const client = join(root, 'src/cohort/page/client');

/** @returns {Promise<{ script: string, style: string, moduleIds: string[] }>} */
export async function bundlePage() {
  const build = await rolldown({
    cwd: root,
    input: join(client, 'main.tsx'),
    platform: 'browser',
    tsconfig: join(client, 'tsconfig.json'),
    transform: { target: 'es2023' },
    // "use client" of libraries means something to servers only.
    onLog: (level, log, next) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && next(level, log),
  });
  const { output } = await build.generate({ format: 'iife', minify: true, comments: false });
  await build.close();
  const [chunk] = output;
  return {
    script: chunk.code.trim(),
    style: (await readFile(join(client, 'page.css'), 'utf8')).trim(),
    moduleIds: chunk.moduleIds,
  };
}
