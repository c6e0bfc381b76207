import { expect, test } from 'vitest';
import type { ToolRun } from '../../src/engines/engine.ts';
import { secrets } from '../../src/tools/secrets.ts';
import { answering, commit, contextFor, folderWith, git, write } from './context.ts';

const empty = { read: [], skipped: [], unread: [], commits: 0, findings: [], more: 0 };
const found = {
  rule: 'hard-coded',
  name: 'SECRET_KEY',
  shown: 'kf… (50 characters)',
  file: 'site/settings.py',
  line: 3,
  commit: null,
  code: "SECRET_KEY = 'kf… (50 characters)'",
  counts: true,
  why: null,
  silenced: false,
};

test('without git the files alone are looked through, but not what .gitignore names', async () => {
  const root = await folderWith({
    'a.py': '',
    '.env': 'SECRET_KEY=abc',
    'logo.png': '',
    '.gitignore': '.env\n*.log\n',
  });
  const runs: ToolRun[] = [];
  const context = await contextFor(root, (run) => {
    runs.push(run);
    return answering({ ...empty, read: ['.gitignore', 'a.py'] })(run);
  });
  const { read, problems, notes, unknown } = await secrets.run(context);
  expect(runs.map(({ program, files }) => ({ program, files }))).toEqual([
    { program: { script: 'tool_secrets.py' }, files: ['.gitignore', 'a.py'] },
  ]);
  expect({ read, problems, notes, unknown }).toEqual({
    read: '2 files',
    problems: [],
    notes: ['There is no git repository here, so only the files were looked through.'],
    unknown: null,
  });
});

test('with git: what it knows, and the history on stdin; all commits have to be read', async () => {
  const root = await folderWith({ 'a.py': 'one = 1\n', '.gitignore': '.env\n' });
  commit(root, 'first');
  await write(root, { '.env': 'SECRET_KEY=abc' });
  const runs: ToolRun[] = [];
  const context = await contextFor(root, (run) => {
    runs.push(run);
    return answering({ ...empty, read: ['.gitignore', 'a.py'], commits: 0 })(run);
  });
  const { read, problems } = await secrets.run(context);
  expect(runs.map(({ files, input }) => [files, input.includes('+one = 1')])).toEqual([
    [['.gitignore', 'a.py'], true],
  ]);
  expect({ read, problems }).toEqual({
    read: '2 files and 0 commits',
    problems: ['Of 1 commits, 0 were read.'],
  });
});

test('a shallow clone is not clean', async () => {
  const root = await folderWith({ 'a.py': 'one = 1\n' });
  commit(root, 'first');
  await write(root, { 'a.py': 'two = 2\n' });
  commit(root, 'second');
  const other = await folderWith({});
  git(other, 'clone', '-q', '--depth', '1', `file://${root}`, '.');
  const context = await contextFor(other, answering({ ...empty, read: ['a.py'], commits: 1 }));
  expect((await secrets.run(context)).unknown).toBe(
    'Only the newest commits were checked out, so what older ones hold cannot be told. Give actions/checkout `fetch-depth: 0`, or run git fetch --unshallow.',
  );
});

test('a secret in the files', async () => {
  const root = await folderWith({ 'a.py': '' });
  const { findings } = await secrets.run(
    await contextFor(root, answering({ ...empty, read: ['a.py'], findings: [found] })),
  );
  expect(findings).toEqual([
    {
      tool: 'detect-secrets 1.5.0',
      rule: 'hard-coded',
      title: 'A secret is written into the repository',
      link: 'https://docs.djangoproject.com/en/stable/ref/settings/#secret-key',
      severity: 'high',
      confidence: 'medium',
      summary:
        'A secret is written into the repository: SECRET_KEY, kf… (50 characters), in site/settings.py, line 3. Whoever reads it can forge sessions, password reset links and signed data. Read it from the environment, such as os.environ["SECRET_KEY"], and give it a new value: the old one is known.',
      place: { file: 'site/settings.py', line: 3, code: "SECRET_KEY = 'kf… (50 characters)'" },
      counts: true,
      why: null,
      unexplained: false,
    },
  ]);
});

test('a secret in the history has a commit, no place of today, and a command that shows it', async () => {
  const root = await folderWith({ 'a.py': '' });
  const old = { ...found, rule: 'env-file', file: "it's.env", commit: 'a'.repeat(40) };
  const { findings } = await secrets.run(
    await contextFor(root, answering({ ...empty, read: ['a.py'], findings: [old] })),
  );
  expect(findings.map(({ summary, place, reproduce }) => ({ summary, place, reproduce }))).toEqual([
    {
      summary:
        "it's.env is committed and holds SECRET_KEY: kf… (50 characters), in the history: commit aaaaaaaaaaaa. Whoever reads it can forge sessions, password reset links and signed data. Deleting it in a later commit is not enough: make it worthless first (rotate it where it was issued), then take it out of the history with git filter-repo --invert-paths --path, or --replace-text.",
      place: null,
      reproduce: `git show ${'a'.repeat(40)} -- 'it'\\''s.env'`,
    },
  ]);
});
