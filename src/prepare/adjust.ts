/** Packages that need a compiler, another operating system or a server's libraries, and what is installed instead. */

import { normalName } from './package-for-import.ts';
import { compareVersions } from './pep440.ts';
import type { Remedy } from './plan-install.ts';
import { isExact, type Requirement, requirement } from './requirement.ts';

interface Adjusted {
  requirements: Requirement[];
  /** Drivers that a dropped or replaced package stood for. */
  extra: string[];
  remedies: Remedy[];
}

export function adjust(declared: Requirement[]): Adjusted {
  const requirements: Requirement[] = [];
  const extra: string[] = [];
  const remedies: Remedy[] = [];
  const leftOut = new Map<string, string[]>();
  for (const item of declared) {
    const reason = dropped(item.name);
    if (reason === silent) continue;
    if (reason) leftOut.set(reason, [...(leftOut.get(reason) ?? []), item.name]);
    else if (item.name === 'psycopg2') {
      requirements.push(binaryPsycopg(item));
      remedies.push({
        what: 'installed psycopg2-binary instead of psycopg2',
        why: 'psycopg2 needs a compiler',
      });
    } else if (item.name === 'python-magic-bin') {
      requirements.push(requirement('python-magic', '', '', item.marker).requirement);
      remedies.push({ what: 'installed python-magic instead', why: 'python-magic-bin is for other systems' });
    } else requirements.push(item);
  }
  for (const [why, names] of leftOut)
    remedies.push({ what: `did not install ${[...new Set(names)].join(', ')}`, why });
  const names = new Set(requirements.map(({ name }) => name));
  if (names.has('django-heroku') && !names.has('psycopg2-binary')) extra.push('psycopg2-binary');
  const unique = requirements.filter(
    (item, index) =>
      requirements.findIndex(({ name, marker }) => name === item.name && marker === item.marker) === index,
  );
  return { requirements: unique, extra, remedies };
}

// The ready-made package begins at 2.7.
function binaryPsycopg(item: Requirement): Requirement {
  const version = item.specifier.replace(/^===?/, '');
  const tooOld = isExact(item) && compareVersions(version, '2.7') < 0;
  return requirement('psycopg2-binary', '', tooOld ? '' : item.specifier, item.marker).requirement;
}

const silent = 'supplied';
const tool = 'the app runs without tools for writing code';
const byReason: [reason: string, names: string[]][] = [
  [
    'the app is started without a production server',
    ['uwsgi', 'mod-wsgi', 'supervisor', 'chaussette', 'meinheld', 'bjoern'],
  ],
  ['the libraries of a MySQL server are not there', ['mysqlclient', 'mysql-python']],
  ['the libraries of a directory server are not there', ['python-ldap', 'django-auth-ldap']],
  [
    'only Windows or macOS has them',
    [
      ...[
        'pywin32',
        'pypiwin32',
        'pywin32-ctypes',
        'pywinpty',
        'windows-curses',
        'twisted-iocpsupport',
        'wmi',
      ],
      ...['winshell', 'pyreadline', 'appnope', 'pyobjc', 'pyobjc-core', 'pywinauto', 'comtypes', 'pyaudio'],
    ],
  ],
  [
    'they belong to an operating system, not to the package index',
    [
      ...[
        'pkg-resources',
        'python-apt',
        'ubuntu-advantage-tools',
        'ubuntu-drivers-common',
        'ufw',
        'cloud-init',
      ],
      ...['command-not-found', 'language-selector', 'ssh-import-id', 'systemd-python', 'unattended-upgrades'],
      ...[
        'distro-info',
        'dbus-python',
        'pygobject',
        'pycups',
        'cupshelpers',
        'louis',
        'screen-resolution-extra',
      ],
      ...['usb-creator', 'xkit', 'apturl', 'python-debian', 'defer', 'brlapi', 'pycairo', 'gpg'],
    ],
  ],
  ['Python has them already', ['wsgiref', 'argparse', 'distribute', 'uuid', 'asyncio']],
  [
    tool,
    [
      ...[
        'ruff',
        'flake8',
        'black',
        'pylint',
        'pylint-django',
        'pylama',
        'isort',
        'mypy',
        'bandit',
        'pre-commit',
      ],
      ...[
        'pre-commit-hooks',
        'autopep8',
        'yapf',
        'djlint',
        'djhtml',
        'twine',
        'tox',
        'nox',
        'pipenv',
        'poetry',
      ],
      ...[
        'pip-tools',
        'virtualenv',
        'jupyter',
        'jupyterlab',
        'notebook',
        'ipykernel',
        'nbconvert',
        'spyder',
        'safety',
      ],
    ],
  ],
  // The installer brings its own.
  [silent, ['pip', 'wheel', 'setuptools']],
];
const reasons = new Map(byReason.flatMap(([reason, names]) => names.map((name) => [name, reason] as const)));

const dropped = (name: string): string | null => reasons.get(normalName(name)) ?? null;
