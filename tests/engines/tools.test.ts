/** The tools themselves, in both engines, over a tree with what they must find, what they must not, and what tries to stop them. */
import { rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { chooseEngine } from '../../src/engines/choose.ts';
import { scanRepository } from '../../src/repository/scan.ts';
import type { ToolName } from '../../src/spec/steps.ts';
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
    });
    const old = commit(root, 'by mistake');
    await rm(join(root, '.env'));
    await rm(join(root, 'ci.sh'));
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
});
