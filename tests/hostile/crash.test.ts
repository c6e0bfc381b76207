/** The grader itself is stopped, killed or hindered: nothing stays behind, and nobody takes it for the learner's fault. */
import { randomUUID } from 'node:crypto';
import { appendFile, cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { dockerProxy, dockerWithoutImages } from './docker-proxy.ts';
import { gradeBuilt, ROOT, until } from './grading.ts';
import { leftOvers } from './left-overs.ts';
import { scratchFolder } from './planted.ts';
import { expectNothingLeft, expectWellFormed } from './well-formed.ts';

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

  test('Docker restarts in the middle of the run', async () => {
    const proxy = await dockerProxy();
    const run = await gradeBuilt(reference, {
      env: { DOCKER_HOST: proxy.host },
      async during({ printed }) {
        await until(printed, STAGES.checks);
        proxy.cut();
      },
    });
    const report = await expectWellFormed(run);
    expect(run.exitCode).toBe(3);
    expect(report.outcome).toBe('failed');
    expect(report.problem?.message).toMatch(/^The connection to Docker was lost in the middle of the run/);
    expect(new Set(report.requirements.map(({ state }) => state))).toEqual(new Set(['error']));
  });

  test('Docker goes away for good: what is left goes at the next start', async () => {
    const proxy = await dockerProxy();
    const temporary = await scratchFolder();
    const run = await gradeBuilt(reference, {
      temporary,
      env: { DOCKER_HOST: proxy.host },
      async during({ printed }) {
        await until(printed, STAGES.bind);
        proxy.close();
      },
    });
    expect(run.exitCode).toBe(3);
    expect(run.report?.problem?.message).toMatch(/^The connection to Docker was lost/);
    expect(run.stderr).toMatch(/not everything could be removed, so the next run will do it/);
    const next = await gradeBuilt(reference, { temporary, only: ['model'] });
    expect(next.exitCode).toBe(0);
    expectNothingLeft(next);
    expect(await leftOvers(run.pid, temporary)).toEqual([]);
  });

  test('no image can be pulled', async () => {
    const proxy = await dockerWithoutImages();
    const run = await gradeBuilt(await newDependencies(), { env: { DOCKER_HOST: proxy.host } });
    const report = await expectWellFormed(run);
    expect(run.exitCode).toBe(3);
    expect(run.stderr).toMatch(/python:3\.\d+-slim cannot be pulled: .*the registry does not answer/);
    expect(report.problem?.message).toMatch(
      /^None of the images python:3\.\d+-slim.* is on this machine or can be pulled\.$/,
    );
  });

  test('the disk of this machine is full', async () => {
    const run = await gradeBuilt(reference, { only: ['model'], largestFileKb: 4 });
    expect(run.exitCode).toBe(3);
    expect(run.stderr).toMatch(/Grading could not be completed: .*(EFBIG|File too large)/i);
    expect(run.files).toEqual({});
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

/** A repository whose dependencies nobody installed before. */
async function newDependencies(): Promise<string> {
  const folder = await scratchFolder();
  await cp(reference, folder, { recursive: true });
  await appendFile(join(folder, 'requirements.txt'), `\nno-such-package-${randomUUID()}\n`);
  return folder;
}
