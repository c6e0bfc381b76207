import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installerSettings, readPipConfig } from '../../../src/engines/docker/installer-settings.ts';

const nowhere = { PIP_CONFIG_FILE: '/nowhere' };

test('passes on where packages come from and nothing else', async () => {
  const { env } = await installerSettings({
    ...nowhere,
    PIP_INDEX_URL: 'https://index.invalid/simple',
    UV_INDEX_OURS_PASSWORD: 'p',
    https_proxy: 'http://proxy.invalid:3128',
    GITHUB_TOKEN: 'secret',
    INPUT_TOKEN: 'secret',
    PIP_TARGET: '/somewhere',
    PATH: '/bin',
  });
  expect(env).toEqual({
    PIP_INDEX_URL: 'https://index.invalid/simple',
    UV_DEFAULT_INDEX: 'https://index.invalid/simple',
    UV_INDEX_OURS_PASSWORD: 'p',
    https_proxy: 'http://proxy.invalid:3128',
  });
});

test('an index of uv’s own wins over that of pip', async () => {
  const { env } = await installerSettings({
    ...nowhere,
    PIP_INDEX_URL: 'https://one.invalid/simple',
    UV_DEFAULT_INDEX: 'https://two.invalid/simple',
  });
  expect(env.UV_DEFAULT_INDEX).toBe('https://two.invalid/simple');
});

test('the first certificate file that can be read', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'ca-')), 'ca.pem');
  await writeFile(file, '-----BEGIN CERTIFICATE-----');
  const { certificates } = await installerSettings({ ...nowhere, PIP_CERT: '/nowhere', SSL_CERT_FILE: file });
  expect(certificates?.toString()).toBe('-----BEGIN CERTIFICATE-----');
});

test('pip’s settings file: two sections count, values go on in indented lines', () => {
  const text = [
    '[global]',
    'index-url = https://index.invalid/simple',
    'extra-index-url =',
    '    https://a.invalid/simple',
    '    https://b.invalid/simple',
    '    # a remark',
    '[freeze]',
    'timeout = 9',
    '[install]',
    'trusted-host: index.invalid',
  ].join('\n');
  expect(readPipConfig(text)).toEqual({
    PIP_INDEX_URL: 'https://index.invalid/simple',
    PIP_EXTRA_INDEX_URL: 'https://a.invalid/simple https://b.invalid/simple',
    PIP_TRUSTED_HOST: 'index.invalid',
  });
});
