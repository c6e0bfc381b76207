/** Whoever has done nothing gets nothing, and is told what to do next. */
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { firstFix } from '../../src/report/first-fix.ts';
import type { Report } from '../../src/report/schema.ts';
import { gradeBuilt, ROOT } from '../hostile/grading.ts';
import { planted, scratchFolder } from '../hostile/planted.ts';
import { expectWellFormed } from '../hostile/well-formed.ts';
import { osvServer } from '../tools/osv-server.ts';

vi.setConfig({ testTimeout: 240_000, maxConcurrency: 2 });

/** What is read from the code alone, and may be right where nothing works. */
const NOT_BEHAVIOUR: Record<string, string[]> = {
  'todo-api': ['model'],
  blog: ['post-model', 'comment-model', 'tag-model', 'migrations'],
  'security-audit': ['bandit', 'no-secrets', 'dependencies', 'deploy-checklist'],
};

const REPOSITORIES: Record<string, RegExp> = {
  empty: /No Django project was found/,
  'no-django': /No Django project was found/,
  'crash-on-import': /KeyError.*production.*settings\.py, line 4/,
  'crash-on-boot': /KeyError.*first.*items\/apps\.py, line 9/,
};

describe.concurrent('a repository that never becomes an app', () => {
  test.for(Object.entries(REPOSITORIES))('%s', async ([name, sentence]) => {
    const folder = name === 'empty' ? await scratchFolder() : repository(name);
    const run = await gradeBuilt(folder, { engine: 'process' });
    const report = await expectWellFormed(run);
    expect(run.exitCode).toBe(1);
    expect(report.outcome).toBe('no-app');
    expect(report.score).toEqual({ earned: 0, judged: 115, possible: 115 });
    expect(report.requirements.filter(({ state }) => state !== 'blocked')).toEqual([]);
    expect(firstFix(report)?.title).toBe('Make the app start');
    expect(firstFix(report)?.reason).toMatch(sentence);
    expect(run.stdout).toMatch(/Make the app start/);
  });
});

describe.concurrent('a project without the exercise', () => {
  test.for(['new-project', 'forged-report'])('%s', async (name) => {
    const run = await gradeBuilt(repository(name), { engine: 'process' });
    const report = await expectWellFormed(run);
    expect(run.exitCode).toBe(1);
    expect(report.score.earned).toBe(0);
    expect(passed(report)).toEqual([]);
    expect(firstFix(report)?.requirement?.id).toBe('model');
    expect(firstFix(report)?.hint).toMatch(/Add a model/);
  });
});

/** Verdicts do not know the engine; that both run an app alike is what tests/engines shows. */
const ANSWERS: Record<string, 'docker' | 'process'> = {
  'everything-404': 'process',
  'everything-200': 'docker',
  'everything-500': 'process',
  echo: 'docker',
  'redirect-loop': 'process',
  'endless-body': 'docker',
};
const advisories = await osvServer('0.0.0.0');
afterAll(() => advisories.close());

const EXERCISES = Object.keys(NOT_BEHAVIOUR);
const planned = EXERCISES.flatMap((exercise) =>
  Object.entries(ANSWERS).map(([name, engine]) => ({ exercise, name, engine })),
);

describe.concurrent('an app that is found whole and answers everything alike', () => {
  test.for(planned)('$exercise, $name, $engine', async ({ exercise, name, engine }) => {
    const folder = await planted(exercise, join(ROOT, 'fixtures/null/answers', `${name}.py`));
    // Containers reach this machine under another address than its own processes do.
    const env = { MILEPOST_OSV_URL: advisories.url(engine === 'docker' ? '172.17.0.1' : '127.0.0.1') };
    const run = await gradeBuilt(folder, { engine, exercise, env });
    const report = await expectWellFormed(run);
    expect(run.exitCode).toBe(1);
    expect(report.outcome).toBe('completed');
    expect(passed(report).filter((id) => !NOT_BEHAVIOUR[exercise]?.includes(id))).toEqual([]);
    expect(report.requirements.filter(({ state }) => state === 'error')).toEqual([]);
    expect(firstFix(report)).not.toBeNull();
    expect(firstFix(report)?.hint).toMatch(/\p{L}{3,}.*\./u);
  });
});

const repository = (name: string): string => join(ROOT, 'fixtures/null/repositories', name);

const passed = (report: Report): string[] =>
  report.requirements.filter(({ state, advice }) => state === 'pass' && !advice).map(({ id }) => id);
