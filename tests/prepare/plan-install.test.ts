import { describe, expect, test } from 'vitest';
import { planInstall } from '../../src/prepare/plan-install.ts';
import type { MilepostConfig } from '../../src/repository/config.ts';
import { scanRepository } from '../../src/repository/scan.ts';
import { managePy, settingsPy, tree } from '../repository/tree.ts';

async function prepare(
  files: Record<string, string | Buffer>,
  {
    commitDate = null as string | null,
    config = null as MilepostConfig | null,
    apps = [] as string[],
    dir = '',
  } = {},
) {
  const root = await tree({
    [`${dir}manage.py`]: managePy('config.settings'),
    [`${dir}config/settings.py`]: settingsPy(apps),
    ...files,
  });
  const repository = await scanRepository(root, { words: [], packages: [] });
  const [project] = repository.projects;
  if (!project) throw new Error('no project was found');
  return planInstall({ ...repository, commitDate }, project, config);
}

describe('where dependencies are written', () => {
  test.each<[string, Record<string, string | Buffer>, string[]]>([
    ['requirements.txt', { 'requirements.txt': 'Django==4.2.1\n' }, ['Django==4.2.1']],
    [
      'UTF-16 of PowerShell',
      { 'requirements.txt': utf16('Django==4.2.1\r\nPyJWT==2.8.0\r\n') },
      ['Django==4.2.1', 'PyJWT==2.8.0'],
    ],
    ['a byte order mark', { 'requirements.txt': '\uFEFFDjango==4.2.1' }, ['Django==4.2.1']],
    ['a misspelt name', { 'requirments.txt': 'Django==4.2.1' }, ['Django==4.2.1']],
    [
      'a name that only the content explains',
      { 'packages.txt': 'Django==4.2.1\npytz==2023.3\n' },
      ['Django==4.2.1', 'pytz==2023.3'],
    ],
    [
      'the table of pip list',
      { 'requirements.txt': 'Package    Version\n---------- -------\nDjango     4.2.1\npytz       2023.3\n' },
      ['Django==4.2.1', 'pytz==2023.3'],
    ],
    [
      'hashes and comments of pip-compile',
      {
        'requirements.txt':
          'django==4.2.1 \\\n    --hash=sha256:00 \\\n    --hash=sha256:11\n    # via -r requirements.in\n',
        'requirements.in': 'django',
      },
      ['django==4.2.1'],
    ],
    [
      'a folder, included files once',
      {
        'requirements/base.txt': 'Django==4.2.1',
        'requirements/dev.txt': '-r base.txt\ndjango-extensions',
        'requirements/prod.txt': '-r base.txt\nsentry-sdk',
      },
      ['Django==4.2.1', 'django-extensions'],
    ],
    [
      'Pipfile without lock',
      { Pipfile: '[packages]\ndjango = "~=4.2"\ndjoser = {version = "*", extras = ["webauthn"]}\n' },
      ['django~=4.2', 'djoser[webauthn]'],
    ],
    [
      'Pipfile with its lock',
      {
        Pipfile: '[packages]\ndjango = "*"\n',
        'Pipfile.lock': '{"default":{"django":{"version":"==4.2.7"},"sqlparse":{"version":"==0.4"}}}',
      },
      ['django==4.2.7'],
    ],
    [
      'poetry with its lock',
      {
        'pyproject.toml': '[tool.poetry.dependencies]\npython = "^3.10"\nDjango = "^4.1"\npytz = "^2023.1"\n',
        'poetry.lock': '[[package]]\nname = "django"\nversion = "4.1.9"\n',
      },
      ['Django==4.1.9', 'pytz>=2023.1,<2024'],
    ],
    [
      'uv',
      {
        'pyproject.toml':
          '[project]\nrequires-python = ">=3.12"\ndependencies = ["django>=5.1"]\n[dependency-groups]\ndev = ["pytest"]\n',
        'uv.lock': 'version = 1\n\n[[package]]\nname = "django"\nversion = "5.1.4"\n',
      },
      ['django==5.1.4'],
    ],
    [
      'setup.cfg',
      { 'setup.cfg': '[options]\ninstall_requires =\n    django==4.2.1\n    pytz\n[x]\ny = 1\n' },
      ['django==4.2.1', 'pytz'],
    ],
    [
      'setup.py, never run',
      { 'setup.py': 'import os; os._exit(1)\nsetup(install_requires=["django==4.2.1", \'pytz\'])' },
      ['django==4.2.1', 'pytz'],
    ],
    [
      'conda',
      {
        'environment.yml':
          'dependencies:\n  - python=3.11\n  - libpq=16\n  - django=4.2.1=py311_0\n  - pip:\n    - pytz==2023.3\n',
      },
      ['django==4.2.1', 'pytz==2023.3'],
    ],
    [
      'a pyproject.toml of tools only, beside it',
      { 'pyproject.toml': '[tool.black]\nline-length = 99\n', 'requirements.txt': 'Django==4.2.1' },
      ['Django==4.2.1'],
    ],
  ])('%s', async (_, files, expected) => {
    expect((await prepare(files)).plan.requirements).toEqual(expected);
  });

  test('the file nearest to manage.py that names Django', async () => {
    const files = {
      'requirements.txt': 'Django==3.2.1',
      'backend/requirements.txt': 'pytz',
      'other/requirements.txt': 'Django==5.0',
    };
    const { plan, notes } = await prepare(files, { dir: 'backend/src/' });
    expect(plan.requirements).toEqual(['Django==3.2.1']);
    expect(notes).toEqual(['Dependencies were read from requirements.txt.']);
  });
});

describe('lines that are not passed on', () => {
  test('each with its line and a reason', async () => {
    const lines = [
      '--index-url https://example.com/simple',
      '--extra-index-url=https://example.com',
      '-r ../../outside.txt',
      './local-package',
      'https://example.com/evil.whl',
      'evil @ file:///tmp/evil',
      '-e git+https://example.com/unknown/thing.git#egg=thing',
      '$' + '{TOKEN}==1',
      '--config-settings x',
      'Django==4.2.1',
    ];
    const { plan, notes } = await prepare({ 'requirements.txt': lines.join('\n') });
    expect(plan.requirements).toEqual(['Django==4.2.1']);
    const byName = 'and only packages by name are installed';
    const ownIndex = 'packages are taken from the grader’s own package index only';
    expect(notes).toEqual([
      'Dependencies were read from requirements.txt.',
      `requirements.txt, line 1: \`${lines[0]}\` was left out: ${ownIndex}.`,
      `requirements.txt, line 2: \`${lines[1]}\` was left out: ${ownIndex}.`,
      'requirements.txt, line 3: `../../outside.txt` was left out: it is not a file of the repository.',
      `requirements.txt, line 4: \`./local-package\` was left out: it is a path, ${byName}.`,
      `requirements.txt, line 5: \`https://example.com/evil.whl\` was left out: it is a link or a path, ${byName}.`,
      `requirements.txt, line 6: \`evil @ file:///tmp/evil\` was left out: it comes from a link or a path, ${byName}.`,
      `requirements.txt, line 7: \`${lines[6]}\` was left out: it is a link or a path, ${byName}.`,
      `requirements.txt, line 8: \`${lines[7]}\` was left out: variables of the environment are not filled in.`,
      'requirements.txt, line 9: `--config-settings x` was left out: options of the installer are not passed on.',
    ]);
  });

  test('links to known packages become those packages', async () => {
    const { plan } = await prepare({
      'requirements.txt':
        'git+https://example.com/django/django.git@main\ndjoser @ git+https://example.com/x/djoser\npytz @ file:///home/conda/pytz\n',
    });
    expect(plan.requirements).toEqual(['django', 'djoser', 'pytz']);
  });

  test('a marker that takes long to read', async () => {
    const started = performance.now();
    const line = `a ; ${'='.repeat(400)}x`;
    await prepare({ 'requirements.txt': `Django\n${`${line}\n`.repeat(1500)}` });
    expect(performance.now() - started).toBeLessThan(4000);
  });
});

test.each([['python-magic==0.4.27'], ['python-magic-bin==0.4.14']])(
  'the library that %s needs comes with it',
  async (line) => {
    const { plan, remedies } = await prepare({ 'requirements.txt': `Django==4.2.1\n${line}\n` });
    expect(plan.extra).toEqual(['pylibmagic', 'setuptools<81']);
    expect(remedies.at(-1)?.what).toBe('installed pylibmagic');
  },
);

test('packages that cannot be installed here are replaced or left out, and it is said', async () => {
  const { plan, remedies } = await prepare({
    'requirements.txt':
      'Django==4.2.1\npsycopg2==2.9.9\nuwsgi\nmysqlclient==2.1\npywin32==300\nruff\nsetuptools==58\npip\n',
  });
  expect(plan.requirements).toEqual(['Django==4.2.1', 'psycopg2-binary==2.9.9']);
  expect(plan.extra).toEqual(['setuptools<81']);
  expect(remedies.map(({ what }) => what)).toEqual([
    'installed psycopg2-binary instead of psycopg2',
    'did not install uwsgi',
    'did not install mysqlclient',
    'did not install pywin32',
    'did not install ruff',
  ]);
});

test.each([
  ['Django==4.2.1\ndjango-crispy-forms\n', 'bootstrap4', '', ['Django==4.2.1', 'django-crispy-forms<2'], []],
  ['Django==4.2.1\n', 'uni_form', '', ['Django==4.2.1'], ['django-crispy-forms<2']],
  ['Django==4.2.1\ndjango-crispy-forms==2.0\n', 'bootstrap4', '', undefined, []],
  [
    'Django==4.2.1\n',
    'bootstrap5',
    'crispy_bootstrap5',
    undefined,
    ['django-crispy-forms', 'crispy-bootstrap5'],
  ],
  [
    'Django==4.2.1\n',
    'bootstrap4',
    'crispy_bootstrap4',
    undefined,
    ['django-crispy-forms', 'crispy-bootstrap4'],
  ],
])(
  'a series that brings what the settings name: %j with %s %s',
  async (file, pack, app, requirements, extra) => {
    const { plan } = await prepare({
      'requirements.txt': file,
      'config/settings.py': settingsPy(
        ['crispy_forms', ...(app ? [app] : [])],
        `CRISPY_TEMPLATE_PACK = '${pack}'\n`,
      ),
    });
    expect(plan.requirements).toEqual(requirements ?? file.trim().split('\n'));
    expect(plan.extra).toEqual([...extra, 'setuptools<81']);
  },
);

describe('packages that the file forgot', () => {
  test('those that the code imports and the map knows, and no others', async () => {
    const { plan } = await prepare(
      {
        'requirements.txt': 'Django==4.2.1\n',
        'requirements-dev.txt': 'django-cors-headers==4.0.0\n',
        'shop/views.py':
          'import jwt, os\nfrom rest_framework.views import APIView\nimport totally_unknown\nfrom redis import x\ntry:\n    import stripe\nexcept ImportError:\n    pass\n',
        'redis/__init__.py': '',
        'shop/tests.py': 'import factory\n',
        '.vscode/tool.py': 'import requests\n',
      },
      { apps: ['django.contrib.admin', 'corsheaders', 'shop'] },
    );
    expect(plan.extra.toSorted()).toEqual([
      'django-cors-headers==4.0.0',
      'djangorestframework',
      'pyjwt',
      'setuptools<81',
    ]);
  });

  test('not what another package of the same module gives', async () => {
    const { plan } = await prepare(
      { 'requirements.txt': 'Django==4.2.1\ndj3-cloudinary-storage==0.0.6\n' },
      { apps: ['cloudinary_storage'] },
    );
    expect(plan.extra).toEqual(['setuptools<81']);
  });

  test('not what a named package brings along', async () => {
    const { plan } = await prepare(
      { 'requirements.txt': 'Django==4.2.1\ndjoser==2.2.0\n', 'shop/views.py': 'import jwt\n' },
      { apps: ['rest_framework', 'rest_framework_simplejwt', 'djoser'] },
    );
    expect(plan.extra).toEqual(['setuptools<81']);
  });

  test('without any dependency file: what the code imports, Django of the header, nothing newer than the commit', async () => {
    const { plan, notes, remedies } = await prepare(
      {},
      { apps: ['rest_framework'], commitDate: '2023-05-02T10:00:00.000Z' },
    );
    expect(plan).toEqual({
      pythons: ['3.11', '3.12', '3.10', '3.9', '3.8'],
      requirements: [],
      extra: ['djangorestframework', 'django==4.2.*', 'setuptools<81'],
      excludeNewer: '2023-05-03T10:00:00.000Z',
    });
    expect(notes).toEqual([
      'No dependency file was found: what to install was read from the imports of the code.',
    ]);
    expect(remedies.map(({ what }) => what)).toEqual([
      'added the package djangorestframework',
      'installed Django 4.2',
      'took packages no newer than 2023-05-03',
    ]);
  });

  test('an exact version is never held back by a date or by the header', async () => {
    const { plan } = await prepare(
      { 'requirements.txt': 'Django==3.2.1' },
      { commitDate: '2023-05-02T10:00:00.000Z' },
    );
    expect(plan).toMatchObject({ excludeNewer: null, extra: ['setuptools<81'] });
  });
});

describe('Pythons', () => {
  const usual = ['3.11', '3.12', '3.10', '3.9', '3.8'];
  const pin = { 'requirements.txt': 'Django==4.2.1\n' };
  test.each<[string, Record<string, string>, string[]]>([
    ['nothing says one', {}, usual],
    ['.python-version', { '.python-version': '3.9.6\n' }, ['3.9', '3.11', '3.12', '3.10', '3.8']],
    ['a malformed runtime.txt', { 'runtime.txt': 'Python 3.10.0' }, ['3.10', '3.11', '3.12', '3.9', '3.8']],
    ['Pipfile', { Pipfile: '[requires]\npython_version = "3.8"' }, ['3.8', '3.11', '3.12', '3.10', '3.9']],
    [
      'Dockerfile',
      { Dockerfile: 'FROM --platform=linux/amd64 python:3.12-slim AS x' },
      ['3.12', '3.11', '3.10', '3.9', '3.8'],
    ],
    [
      'CI',
      { '.github/workflows/ci.yml': 'python-version: [\'3.9\', "3.10"]' },
      ['3.10', '3.9', '3.11', '3.12', '3.8'],
    ],
    ['a range', { 'pyproject.toml': '[project]\nrequires-python = ">=3.10,<3.12"' }, ['3.10', '3.11']],
    [
      'compiled files',
      { 'config/__pycache__/urls.cpython-39.pyc': '' },
      ['3.9', '3.11', '3.12', '3.10', '3.8'],
    ],
  ])('%s', async (_, files, expected) => {
    expect((await prepare({ ...pin, ...files })).plan.pythons).toEqual(expected);
  });

  test('one that Django does not run on is not tried, and it is said', async () => {
    const { plan, notes } = await prepare({ ...pin, 'runtime.txt': 'python-3.6.1' });
    expect(plan.pythons).toEqual(usual);
    expect(notes).toContain('runtime.txt names Python 3.6, which the project’s Django does not run on.');
  });

  test('exported markers: with another Python nothing would be installed', async () => {
    const { plan } = await prepare({
      'requirements.txt': 'Django==4.2.1 ; python_version >= "3.9" and python_version < "3.11"\n',
    });
    expect(plan.pythons).toEqual(['3.9', '3.10']);
  });

  test.each([
    ['Django==1.11.1', ['3.6', '3.7']],
    ['Django==3.2.12', ['3.9', '3.10', '3.8', '3.7', '3.6']],
    ['Django==5.2', ['3.13', '3.12', '3.11', '3.10', '3.14']],
    ['Django==6.0.1', ['3.13', '3.12', '3.14']],
    ['Django>=4.0,<4.1', ['3.9', '3.10', '3.8']],
    ['Django==9.9', ['3.13', '3.12', '3.11', '3.10', '3.9']],
  ])('%s', async (line, expected) => {
    expect((await prepare({ 'requirements.txt': line })).plan.pythons).toEqual(expected);
  });

  test('.milepost.yml has the first word', async () => {
    const { plan } = await prepare({ ...pin, '.python-version': '3.9' }, { config: { python: '3.13' } });
    expect(plan.pythons).toEqual(['3.13', '3.9', '3.11', '3.12', '3.10']);
  });
});

function utf16(text: string): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
}
