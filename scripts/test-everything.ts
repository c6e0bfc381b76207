/**
 * Everything that CI checks, one step after the other, on a machine that has only Node and Python: `npm it`.
 * A step that fails does not hide the next ones. The last line counts what passed and failed in all of them.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { type Counts, countApps, countTests, oneOf } from './proof/counts.ts';

const scratch = await mkdtemp(join(tmpdir(), 'test-everything-'));
const results = join(scratch, 'vitest.json');
const rebuilt = join(scratch, 'dist');

interface Step {
  title: string;
  command: [string, ...string[]];
  /** Without it a step counts as one check. */
  count?: (output: string, ok: boolean) => Promise<Counts>;
}

const vitest = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`];

const steps: Step[] = [
  { title: 'what the tests need on this machine', command: ['bash', 'scripts/setup/all.sh'] },
  { title: 'lint', command: ['biome', 'ci', '.'] },
  { title: 'types', command: ['tsc', '--noEmit'] },
  { title: 'types in the browser', command: ['tsc', '--noEmit', '-p', 'src/cohort/page/client'] },
  { title: 'types of its tests', command: ['tsc', '--noEmit', '-p', 'tests/cohort/page/browser'] },
  { title: 'build', command: ['node', 'scripts/build.mjs', rebuilt] },
  { title: 'dist is what the sources give', command: ['diff', '--recursive', '--brief', rebuilt, 'dist'] },
  { title: 'tests', command: ['vitest', ...vitest], count: () => countTests(results) },
  // The whole matrices are run by hand before a release: together they take an hour.
  {
    title: 'kill matrix, todo-api: three of each',
    command: ['node', 'scripts/kill-matrix.ts', '--sample', '3'],
    count: countApps,
  },
  {
    title: 'kill matrix, blog: one of each',
    command: ['node', 'scripts/kill-matrix.ts', '--exercise', 'blog', '--sample', '1'],
    count: countApps,
  },
  {
    title: 'kill matrix, security-audit: one of each',
    command: ['node', 'scripts/kill-matrix.ts', '--exercise', 'security-audit', '--sample', '1'],
    count: countApps,
  },
  { title: 'stability', command: ['node', 'scripts/stability.ts', '--runs', '6'] },
  {
    title: 'stability, blog',
    command: ['node', 'scripts/stability.ts', '--exercise', 'blog', '--runs', '3'],
  },
];

const done: { title: string; seconds: number; counts: Counts }[] = [];
try {
  for (const step of steps) done.push(await run(step));
} finally {
  await rm(scratch, { recursive: true, force: true });
}

console.log('');
for (const { title, seconds, counts } of done) {
  const mark = counts.failed === 0 ? '✓' : '✗';
  console.log(
    `${mark} ${title.padEnd(42)}${`${seconds} s`.padStart(7)}${`${counts.passed}`.padStart(7)} passed${`${counts.failed}`.padStart(5)} failed`,
  );
}
const passed = done.reduce((sum, { counts }) => sum + counts.passed, 0);
const failed = done.reduce((sum, { counts }) => sum + counts.failed, 0);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);

async function run({ title, command: [file, ...args], count }: Step) {
  console.log(`\n── ${title}: ${[file, ...args].join(' ')}`);
  const started = performance.now();
  const result = await execa(file, args, {
    stdin: 'ignore',
    stdout: ['inherit', 'pipe'],
    stderr: 'inherit',
    reject: false,
    maxBuffer: 50_000_000,
    preferLocal: true,
  });
  const ok = result.exitCode === 0;
  const counts = oneOf(ok, count === undefined ? null : await count(String(result.stdout), ok));
  return { title, seconds: Math.round((performance.now() - started) / 1000), counts };
}
