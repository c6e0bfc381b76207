/** The tools themselves, in both engines, over a tree with what they must find, what they must not, and what tries to stop them. */
import { execFileSync } from 'node:child_process';
import { rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { chooseEngine } from '../../src/engines/choose.ts';
import { scanRepository } from '../../src/repository/scan.ts';
import type { ToolName } from '../../src/spec/steps.ts';
import { REQUIREMENTS } from '../../src/tools/requirements.ts';
import { openToolbox } from '../../src/tools/toolbox.ts';
import { commit, contextFor, folderWith, write } from '../tools/context.ts';
import { osvServer } from '../tools/osv-server.ts';

const RANDOM = 'x7Kq2vLp9ZrT4mWs8BnY3cHd6FjG1aQe5UiO0tRvXyNk2pLm';
const WRITTEN = 'A secret is written into the repository';
const STRIPE = ['sk', 'live', '4eC39HqLyjWDarjtT1zdp7dcQmZ8'].join('_');
const GITHUB = ['ghp', 'GzerTJ3F20O396bFzfvUk3vg9mu4ZHt7TFFB'].join('_');

async function toolbox(engineName: 'docker' | 'process', root: string, wanted: ToolName[]) {
  const { engine } = await chooseEngine(engineName, false);
  const repository = await scanRepository(root, { words: [], packages: [] });
  const sandbox = await engine.openSandbox({
    runId: `tools-${engineName}-${process.pid}-${Date.now()}`,
    source: root,
    files: repository.files,
    hostNames: [],
    progress: () => undefined,
    signal: new AbortController().signal,
    keep: false,
  });
  onTestFinished(() => sandbox.close());
  const { project } = await contextFor(root, () => ({}));
  return openToolbox({ sandbox, repository, project }, wanted, {});
}

describe.each(['process', 'docker'] as const)('%s', (engine) => {
  test('Bandit reads all code, whatever tries to keep it from that, and runs none of it', async () => {
    const root = await folderWith({
      'shop/views.py': 'import subprocess\n\n\ndef run(x):\n    subprocess.call(x, shell=True)  # nosec\n',
      'shop/fine.py':
        'import subprocess\n\n\ndef run(x):\n    subprocess.call(x, shell=True)  # nosec B602 - x is a constant\n',
      // In the working directory a module of this name would be imported instead of Bandit's own.
      'yaml.py': 'raise SystemExit(0)\n',
      'sitecustomize.py': 'raise SystemExit(0)\n',
      '.bandit': '[bandit]\nskips = B602\nexclude = ./shop\n',
      'CVS/hidden.py': 'eval(input())\n',
      'old/latin.py': '# -*- coding: latin-1 -*-\nname = 1\n',
      'old/two.py': 'print "two"\n',
      'long.py': `text = "${'a'.repeat(5_000_000)}"\n`,
      'tests/test_views.py': 'eval("1")\n',
    });
    await writeFile(join(root, 'bytes.py'), Buffer.from([0x78, 0x3d, 0x22, 0xff, 0xfe, 0x22, 0x0a]));
    await symlink('/etc/passwd', join(root, 'link.py'));
    const box = await toolbox(engine, root, ['bandit']);
    const { read, findings, problems, notes } = await box.report('bandit');
    expect({
      read,
      findings: findings.map(({ rule, place, counts }) => `${rule} ${place?.file}:${place?.line} ${counts}`),
      problems,
      notes,
    }).toEqual({
      read: '9 Python files',
      findings: ['B602 shop/views.py:5 true', 'B307 CVS/hidden.py:1 true', 'B602 shop/fine.py:5 false'],
      problems: [
        'Bandit could not read bytes.py: syntax error while parsing AST from file.',
        'Bandit could not read old/two.py: syntax error while parsing AST from file.',
      ],
      notes: [
        '.bandit leaves out B602; Bandit was run without it.',
        '2 findings of low severity were not looked at.',
      ],
    });
  });

  test('secrets in files and in the history; neither placeholders nor tests; no secret is told', async () => {
    const root = await folderWith({
      'site/settings.py': [
        'import os',
        `SECRET_KEY = "${RANDOM}"`,
        'EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")',
        'OTHER_API_KEY = os.environ["OTHER_API_KEY"]',
        'PASSWORD_FIELD = "password1234"',
        'DATABASES = {"default": {"ENGINE": "x", "PASSWORD": os.getenv("DB_PASSWORD", "postgres")}}',
        '',
      ].join('\n'),
      'pay.js': `const key = "${STRIPE}";\n`,
      'tests/test_pay.py': `KEY = "${STRIPE.replace('4eC', '5eC')}"\n`,
      '.env.example': 'SECRET_KEY=change-me\nDB_PASSWORD=\n',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: filled in by compose
      'docker-compose.yml': 'environment:\n  POSTGRES_PASSWORD: ${POSTGRES_PASSWORD}\n',
      'README.md': 'Set SECRET_KEY=<your key> and API_TOKEN=xxxxxxxx\n',
      'broken.py': `x = (\nAPI_TOKEN = "${RANDOM.slice(5, 30)}"\n`,
    });
    commit(root, 'first');
    await write(root, {
      '.env': `API_KEY=${RANDOM.slice(0, 30)}\n`,
      'ci.sh': `curl -H "token: ${GITHUB}"\n`,
      'old/settings.py': `SECRET_KEY = "django-insecure-k${RANDOM.slice(1)}"\n`,
    });
    const old = commit(root, 'by mistake');
    await rm(join(root, '.env'));
    await rm(join(root, 'ci.sh'));
    await rm(join(root, 'old/settings.py'));
    commit(root, 'away with it');
    const box = await toolbox(engine, root, ['secrets']);
    const report = await box.report('secrets');
    expect(
      report.findings.map(({ rule, title, place, summary }) => [
        rule,
        title,
        place ?? /commit \w+/.exec(summary)?.[0],
      ]),
    ).toEqual([
      ['hard-coded', WRITTEN, { file: 'broken.py', line: 2, code: 'API_TOKEN = "vL… (25 characters)"' }],
      ['token', 'Stripe Access Key', { file: 'pay.js', line: 1, code: 'const key = "sk… (36 characters)";' }],
      [
        'hard-coded',
        WRITTEN,
        { file: 'site/settings.py', line: 2, code: 'SECRET_KEY = "x7… (48 characters)"' },
      ],
      ['env-file', 'A file with the values of the environment is committed', `commit ${old.slice(0, 12)}`],
      ['token', 'GitHub Token', `commit ${old.slice(0, 12)}`],
      ['hard-coded', WRITTEN, `commit ${old.slice(0, 12)}`],
    ]);
    expect({ read: report.read, problems: report.problems, unknown: report.unknown }).toEqual({
      read: '6 files and 3 commits',
      problems: [],
      unknown: null,
    });
    const said = JSON.stringify(report);
    for (const secret of [RANDOM, STRIPE, GITHUB, RANDOM.slice(0, 30), RANDOM.slice(5, 30)])
      expect(said).not.toContain(secret.slice(2, 10));
  });

  test('known weaknesses, asked for from a database that answers and from one that does not', async () => {
    const host = engine === 'docker' ? '172.17.0.1' : '127.0.0.1';
    const server = await osvServer(host);
    onTestFinished(() => server.close());
    const root = await folderWith({ 'requirements.txt': 'Django==3.2.10\npillow==9.5.0\n' });
    const plan = {
      pythons: [],
      requirements: ['Django==3.2.10', 'pillow==9.5.0'],
      extra: [],
      excludeNewer: null,
    };
    const outcome = {
      ok: true,
      python: '3.12',
      interpreter: '',
      installed: { sqlparse: '0.5.3' },
      changes: [],
      reused: true,
      problem: null,
      log: '',
    };
    const before = process.env.MILEPOST_OSV_URL;
    onTestFinished(() => {
      process.env.MILEPOST_OSV_URL = before;
      if (before === undefined) delete process.env.MILEPOST_OSV_URL;
    });
    const report = async (url: string) => {
      process.env.MILEPOST_OSV_URL = url;
      const box = await toolbox(engine, root, ['advisories']);
      box.installed({ plan, outcome });
      const { findings, problems } = await box.report('advisories');
      return {
        findings: findings.map(({ rule, severity, counts }) => `${rule} ${severity} ${counts}`),
        problems,
      };
    };
    expect(await report(server.url(host))).toEqual({
      findings: [
        'unsupported-django high true',
        'CVE-2022-28346 critical true',
        'CVE-2023-4863 high true',
        'CVE-2024-45231 medium false',
      ],
      problems: [],
    });
    expect(server.asked.toSorted()).toEqual(['django==3.2.10', 'pillow==9.5.0', 'sqlparse==0.5.3']);
    expect(await report(`http://${host}:9/v1/query`)).toEqual({
      findings: ['unsupported-django high true'],
      problems: ['The database of known weaknesses (OSV) could not be asked: there is no connection to it.'],
    });
  });

  test('a tool that takes too long is ended, with what it started', async () => {
    const { engine: chosen } = await chooseEngine(engine, false);
    const source = await folderWith({ 'a.py': '' });
    const sandbox = await chosen.openSandbox({
      runId: `tools-slow-${engine}-${process.pid}`,
      source,
      files: ['a.py'],
      hostNames: [],
      progress: () => undefined,
      signal: new AbortController().signal,
      keep: false,
    });
    onTestFinished(() => sandbox.close());
    const mark = `77${process.pid}`;
    const slow = `import subprocess, time; subprocess.Popen(["sleep", "${mark}"], start_new_session=True); time.sleep(300)`;
    const { code, problem } = await sandbox.runTool({
      requirements: REQUIREMENTS,
      program: { module: 'timeit' },
      args: ['-n', '1', '-r', '1', slow],
      files: ['a.py'],
      input: Buffer.alloc(0),
      network: false,
      env: {},
      seconds: 3,
    });
    expect({ code, problem }).toEqual({
      code: null,
      problem: 'It was stopped because it took more than 3 seconds.',
    });
    const running = execFileSync('ps', ['-e', '-o', 'args']).toString();
    expect(running.split('\n').filter((line) => line === `sleep ${mark}`)).toEqual([]);
  });
});

/** Each file alone, with what counts in it: the names, or nothing. */
const CASES: [path: string, text: string, counts: string[]][] = [
  ['a/settings.py', `SECRET_KEY = "django-insecure-${RANDOM}"`, ['SECRET_KEY']],
  ['b/settings.py', 'SECRET_KEY = "secret"', ['SECRET_KEY']],
  ['c/settings/dev.py', `SECRET_KEY = "django-insecure-c${RANDOM}"`, []],
  [
    'd/settings.py',
    'import os\nif DEBUG:\n    EMAIL_HOST_PASSWORD = "local-mail"\nelse:\n    EMAIL_HOST_PASSWORD = os.environ["MAIL"]',
    [],
  ],
  ['e/settings.py', `API_TOKEN = config("API_TOKEN", default="e${RANDOM}")`, ['API_TOKEN']],
  ['f/settings.py', 'API_TOKEN = config("API_TOKEN", default="your-token-here")', []],
  [
    'g/settings.py',
    'CACHES = {"default": {"LOCATION": "redis://:T0pf9QwLx@cache.shop.net:6379"}}',
    ['password in an address'],
  ],
  [
    'h/settings.py',
    'DATABASE_URL = env("DATABASE_URL", default="postgres://postgres:postgres@localhost/db")',
    [],
  ],
  [
    'i/settings.py',
    'DATABASES = {"default": {"ENGINE": "x", "PASSWORD": "winter-77-cat"}}',
    ['PASSWORD of a database'],
  ],
  [
    'j/views.py',
    'PASSWORD_RESET_TOKEN = "set-password"\nTOKEN_TYPE = "Bearer-Token-v2"\ncsrf_token = "x"',
    [],
  ],
  ['k/commands/seed.py', 'User.objects.create_user("ann", "a@b.c", "Xk29-ssl-Pw!")', []],
  ['l/forms.py', 'help_text = "password must hold 8 characters and 1 digit"', []],
  ['m/tests/test_api.py', `SECRET_KEY = "m${RANDOM}"`, []],
  [
    'n/docker-compose.yml',
    'environment:\n  - POSTGRES_PASSWORD=postgres\n  - SECRET_KEY=change-me-please',
    [],
  ],
  ['o/docker-compose.yml', `environment:\n  SECRET_KEY: "o${RANDOM}"`, ['SECRET_KEY']],
  ['p/Dockerfile', `ENV SECRET_KEY p${RANDOM}`, ['SECRET_KEY']],
  ['q/Dockerfile', 'RUN SECRET_KEY=build-only python manage.py collectstatic', []],
  ['r/.env.example', `SECRET_KEY=r${RANDOM}`, ['SECRET_KEY']],
  ['s/.env.prod', 'DB_PASSWORD=winter-78-cat', ['DB_PASSWORD']],
  ['t/package-lock.json', `{"integrity": "sha512-t${RANDOM}", "token": "t${RANDOM}"}`, []],
  ['u/fixture.json', '{"password": "pbkdf2_sha256$600000$abcDEF123456$Zm9vYmFyYmF6cXV4"}', []],
  ['v/.github/workflows/ci.yml', `env:\n  SECRET_KEY: v${RANDOM}`, []],
  ['w/README.md', 'AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE', []],
  [
    'x/settings.py',
    `SIMPLE_JWT = {"SIGNING_KEY": SECRET_KEY}\nX_SECRET = "x${RANDOM}"  # pragma: allowlist secret - of a public sandbox`,
    [],
  ],
];

test('what counts as a secret', async () => {
  const root = await folderWith(Object.fromEntries(CASES.map(([path, text]) => [path, `${text}\n`])));
  const box = await toolbox('process', root, ['secrets']);
  const { findings, problems } = await box.report('secrets');
  const counting = findings.filter(({ counts }) => counts);
  const found = CASES.map(([path]) => [
    path,
    counting
      .filter(({ place }) => place?.file === path)
      .map(({ summary }) => /(?:repository: |holds |service: |key: )([^,:]+)[,:]/.exec(summary)?.[1]),
  ]);
  expect(found).toEqual(CASES.map(([path, , counts]) => [path, counts]));
  expect(problems).toEqual([]);
});
