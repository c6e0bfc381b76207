/** The grader itself is stopped, killed or hindered: nothing stays behind, and nobody takes it for the learner's fault. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { gradeBuilt, ROOT, until } from './grading.ts';
import { leftOvers } from './left-overs.ts';
import { scratchFolder } from './planted.ts';
import { expectNothingLeft } from './well-formed.ts';

vi.setConfig({ testTimeout: 120_000, maxConcurrency: 2 });

const reference = join(ROOT, 'fixtures/todo-api/reference');
const STAGES = { install: /install: /, start: /start: starting/, bind: /bind: signing/, checks: /checks: / };
const engines = ['docker', 'process'] as const;
const moments = engines.flatMap((engine) =>
  Object.entries(STAGES).map(([stage, said]) => ({ engine, stage, said })),
);

describe.concurrent('stopped', () => {
  test.for(moments)('by Ctrl-C during $stage, $engine', async ({ engine, said }) => {
    let asked = 0;
    const run = await gradeBuilt(reference, {
      engine,
      async during({ process, printed }) {
        await until(printed, said);
        asked = performance.now();
        process.kill('SIGINT');
        await new Promise((ended) => process.once('exit', ended));
        asked = performance.now() - asked;
      },
    });
    expect(run.exitCode).toBe(130);
    expect(asked).toBeLessThan(3_000);
    expectNothingLeft(run);
    expect(run.report?.outcome).toBe('stopped');
    expect(run.stdout).toMatch(/The run was stopped while it was busy with: \w+\. Nothing was judged/);
    expect(run.stdout).not.toMatch(/broke|[Ee]rror/);
  });

  test.for(engines)('by SIGKILL, %s: what is left goes at the next start at the latest', async (engine) => {
    const temporary = await scratchFolder();
    const killed = await gradeBuilt(reference, {
      engine,
      temporary,
      async during({ process, printed }) {
        await until(printed, STAGES.checks);
        process.kill('SIGKILL');
      },
    });
    expect(killed.signal).toBe('SIGKILL');
    expect(killed.report).toBeNull();
    const next = await gradeBuilt(reference, { engine, temporary, only: ['model'] });
    expect(next.exitCode).toBe(0);
    expectNothingLeft(next);
    expect(await leftOvers(killed.pid, temporary)).toEqual([]);
  });
});

describe.concurrent('hindered', () => {
  test('no engine answers', async () => {
    const run = await gradeBuilt(reference, { env: { DOCKER_HOST: 'unix:///nobody/listens.sock' } });
    expect(run.exitCode).toBe(3);
    expect(run.stderr).toMatch(/Docker does not answer/);
    expectNothingLeft(run);
  });

  test('the reports cannot be written', async () => {
    const folder = await scratchFolder();
    await writeFile(join(folder, 'report'), 'a file where a folder is wanted');
    const run = await gradeBuilt(reference, { out: join(folder, 'report'), only: ['model'] });
    expect(run.exitCode).toBe(3);
    expect(run.stderr).toMatch(/could not be completed/);
    expectNothingLeft(run);
  });
});
