import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

const PACKAGES = [
  'setuptools<81',
  'Django==5.2.*',
  'djangorestframework==3.16.*',
  'djangorestframework-simplejwt==5.5.*',
  'django-ninja==1.4.*',
  'PyJWT==2.10.*',
  'cryptography',
  'django-ratelimit==4.*',
  'django-taggit==6.1.*',
  'Jinja2==3.1.*',
  'psycopg[binary]==3.2.*',
];
const root = fileURLToPath(new URL('../../.tmp/', import.meta.url));

/** A folder with Django and friends, filled from the package index once and then kept. */
export async function pythonPackages(): Promise<string> {
  const digest = createHash('sha256').update(PACKAGES.join('\n')).digest('hex').slice(0, 12);
  const folder = path.join(root, `python-${digest}`);
  await mkdir(root, { recursive: true });
  while (!existsSync(folder)) {
    const building = `${folder}.building`;
    const mine = await mkdir(building).then(
      () => true,
      () => false,
    );
    if (mine) await install(building, folder);
    else await waitFor(building);
  }
  return folder;
}

async function install(building: string, folder: string) {
  try {
    await execa('python3', ['-m', 'pip', 'install', '--quiet', '--target', building, ...PACKAGES], {
      timeout: 240_000,
    });
    await rename(building, folder);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

/** Another test file is at it; what a killed run left behind for long is removed. */
async function waitFor(building: string) {
  await setTimeout(200);
  const started = await stat(building).then(
    (found) => found.birthtimeMs,
    () => Date.now(),
  );
  if (Date.now() - started > 300_000) await rm(building, { recursive: true, force: true });
}
