import { expect, test } from 'vitest';
import type { ToolRun } from '../../src/engines/engine.ts';
import { bandit } from '../../src/tools/bandit.ts';
import { answering, contextFor, folderWith } from './context.ts';

const found = (changes: Record<string, unknown>) => ({
  test_id: 'B602',
  test_name: 'subprocess_popen_with_shell_equals_true',
  issue_text: 'subprocess call with shell=True identified, security issue.',
  issue_severity: 'HIGH',
  issue_confidence: 'HIGH',
  filename: './shop/views.py',
  line_number: 1,
  line_range: [1],
  more_info: 'https://bandit.readthedocs.io/en/1.9.4/plugins/b602.html',
  ...changes,
});
const answer = (results: unknown[], files = ['shop/views.py'], errors: unknown[] = []) =>
  answering({
    results,
    errors,
    metrics: Object.fromEntries([...files.map((file) => [`./${file}`, {}]), ['_totals', {}]]),
  });

test('code only is read, isolated, with nothing that could silence it', async () => {
  const root = await folderWith({
    'manage.py': '',
    'shop/views.py': 'x = 1\n',
    'shop/tests/test_views.py': '',
    'shop/migrations/0001_initial.py': '',
    '.bandit': '[bandit]\nskips = B602,B301\nexclude = ./shop\n',
    'pyproject.toml': '[tool.black]\nline = "B101"\n\n[tool.bandit]\nexclude_dirs = ["shop"]\n',
  });
  const runs: ToolRun[] = [];
  const context = await contextFor(root, (run) => {
    runs.push(run);
    return answer([], ['manage.py', 'shop/views.py'])(run);
  });
  const report = await bandit.run(context);
  expect(runs.map(({ program, args, files, network }) => ({ program, args, files, network }))).toEqual([
    {
      program: { module: 'bandit' },
      args: ['-r', '.', '-x', '', '-f', 'json', '--exit-zero', '--ignore-nosec', '-q'],
      files: ['manage.py', 'shop/views.py'],
      network: false,
    },
  ]);
  expect(report).toEqual({
    read: '2 Python files',
    findings: [],
    problems: [],
    unknown: null,
    blocked: null,
    notes: [
      '.bandit leaves out B602, B301; Bandit was run without it.',
      'pyproject.toml leaves out folders; Bandit was run without it.',
    ],
    reproduce:
      'python -m pip install bandit==1.9.4 && bandit --recursive . --ignore-nosec --severity-level medium',
  });
});

test('a finding says what could happen, where, and how to mend it; literals that could be secrets are left out', async () => {
  const root = await folderWith({
    'shop/views.py': 'run(cmd, shell=True, password="abc", t="a1b2c3d4e5")\n',
  });
  const { findings } = await bandit.run(await contextFor(root, answer([found({})])));
  expect(findings).toEqual([
    {
      tool: 'bandit 1.9.4',
      rule: 'B602',
      title: 'subprocess_popen_with_shell_equals_true',
      link: 'https://bandit.readthedocs.io/en/1.9.4/plugins/b602.html',
      severity: 'high',
      confidence: 'high',
      summary:
        'subprocess call with shell=True identified, security issue. (B602, high severity). A shell executes whatever is put into the text: call subprocess.run([program, argument]) without shell=True.',
      place: { file: 'shop/views.py', line: 1, code: 'run(cmd, shell=True, password="…", t="…")' },
      counts: true,
      why: null,
      unexplained: false,
    },
  ]);
});

test.each([
  ['x', {}, true, null, false],
  ['x  # nosec', {}, true, null, true],
  ['x  # nosec B602 - constant text', {}, false, 'explained beside it: constant text', false],
  ['x', { issue_confidence: 'LOW' }, false, 'Bandit itself is not sure', false],
  ['x', { test_id: 'B308' }, false, 'B703 looks at the same call more closely', false],
  ['x  # nosec', { test_id: 'B308' }, true, null, true],
  [
    'mark_safe(bleach.clean(text))',
    { test_id: 'B703' },
    false,
    'what is marked as safe has just been cleaned or escaped',
    false,
  ],
  ['mark_safe(text)', { test_id: 'B703' }, true, null, false],
])('%s %j counts: %s', async (line, changes, counts, why, unexplained) => {
  const root = await folderWith({ 'shop/views.py': `${line}\n` });
  const { findings } = await bandit.run(await contextFor(root, answer([found(changes)])));
  expect(findings.map((one) => [one.counts, one.why, one.unexplained])).toEqual([[counts, why, unexplained]]);
});

test('low severity is counted only in a note', async () => {
  const root = await folderWith({ 'shop/views.py': 'x\n' });
  const { findings, notes } = await bandit.run(
    await contextFor(root, answer([found({ issue_severity: 'LOW' })])),
  );
  expect({ findings, notes }).toEqual({
    findings: [],
    notes: ['one finding of low severity was not looked at.'],
  });
});

test('a file that was not read is a problem, never clean', async () => {
  const root = await folderWith({ 'a.py': '', 'b.py': '', 'c.py': 'x'.repeat(9 * 1024 * 1024) });
  const errors = [{ filename: './a.py', reason: 'syntax error while parsing AST from file' }];
  const { problems } = await bandit.run(await contextFor(root, answer([], ['a.py'], errors)));
  expect(problems).toEqual([
    'Bandit could not read a.py: syntax error while parsing AST from file.',
    'Bandit passed over b.py.',
    'c.py is too large to be read.',
  ]);
});

test.each([
  [
    { code: 2, log: 'usage\nbandit: error: no such option' },
    'it ended with 2. bandit: error: no such option',
  ],
  [{ stdout: 'Working…' }, 'its answer is not what it should be.'],
  [
    { code: null, problem: 'It was stopped because it took more than 90 seconds.' },
    'It was stopped because it took more than 90 seconds.',
  ],
])('a tool that does not run: %j', async (outcome, why) => {
  const root = await folderWith({ 'a.py': '' });
  const { problems, findings } = await bandit.run(await contextFor(root, () => outcome));
  expect({ problems, findings }).toEqual({ problems: [`Bandit could not be run: ${why}`], findings: [] });
});
