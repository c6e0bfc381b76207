import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** How this machine reaches its package index: for the install stage, never for the learner's app. */
export interface InstallerSettings {
  env: Record<string, string>;
  /** PEM file with the authorities that this machine trusts, where one is found. */
  certificates: Buffer | null;
}

const passedOn = new Set([
  ...['INDEX_URL', 'EXTRA_INDEX_URL', 'TRUSTED_HOST', 'PROXY', 'DEFAULT_TIMEOUT', 'RETRIES'].map(
    (name) => `PIP_${name}`,
  ),
  ...[
    'DEFAULT_INDEX',
    'INDEX',
    'INDEX_URL',
    'EXTRA_INDEX_URL',
    'INDEX_STRATEGY',
    'INSECURE_HOST',
    'HTTP_TIMEOUT',
  ].map((name) => `UV_${name}`),
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'].flatMap((name) => [name, name.toLowerCase()]),
]);
const namedIndexLogin = /^UV_INDEX_[A-Z0-9_]+_(USERNAME|PASSWORD)$/;
const fromPipConfig: Record<string, string> = {
  'index-url': 'PIP_INDEX_URL',
  'extra-index-url': 'PIP_EXTRA_INDEX_URL',
  'trusted-host': 'PIP_TRUSTED_HOST',
  proxy: 'PIP_PROXY',
  timeout: 'PIP_DEFAULT_TIMEOUT',
  cert: 'PIP_CERT',
};
const certificateVariables = [
  'PIP_CERT',
  'SSL_CERT_FILE',
  'REQUESTS_CA_BUNDLE',
  'CURL_CA_BUNDLE',
  'NODE_EXTRA_CA_CERTS',
];
const systemCertificates = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
];

export async function installerSettings(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<InstallerSettings> {
  const known = { ...(await pipConfig(environment)), ...defined(environment) };
  const env = Object.fromEntries(
    Object.entries(known).filter(([name]) => passedOn.has(name) || namedIndexLogin.test(name)),
  );
  const files = [...certificateVariables.map((name) => known[name]), ...systemCertificates];
  return { env: { ...forUv(env), ...env }, certificates: await firstReadable(files) };
}

// uv does not read pip's settings.
function forUv(env: Record<string, string>): Record<string, string> {
  const ownIndex = ['UV_DEFAULT_INDEX', 'UV_INDEX_URL', 'UV_INDEX', 'UV_EXTRA_INDEX_URL'].some(
    (name) => env[name],
  );
  const pairs: [string, string | undefined][] = [
    ['UV_DEFAULT_INDEX', ownIndex ? undefined : env.PIP_INDEX_URL],
    ['UV_INDEX', ownIndex ? undefined : env.PIP_EXTRA_INDEX_URL],
    ['UV_INSECURE_HOST', env.PIP_TRUSTED_HOST],
    ['HTTPS_PROXY', env.PIP_PROXY],
    ['HTTP_PROXY', env.PIP_PROXY],
  ];
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => Boolean(pair[1])));
}

async function pipConfig(environment: NodeJS.ProcessEnv): Promise<Record<string, string>> {
  const home = homedir();
  const files = environment.PIP_CONFIG_FILE
    ? [environment.PIP_CONFIG_FILE]
    : ['/etc/pip.conf', join(home, '.pip/pip.conf'), join(home, '.config/pip/pip.conf')];
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')));
  return Object.assign({}, ...texts.map(readPipConfig));
}

/** The lines of `[global]` and `[install]` that say where packages come from; values may go on in indented lines. */
export function readPipConfig(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  let wanted = false;
  let name: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    const section = /^\[(\w+)\]/.exec(line)?.[1];
    const [, key, value] = /^([\w-]+)\s*[=:]\s*(.*)$/.exec(line) ?? [];
    if (section) {
      wanted = section === 'global' || section === 'install';
      name = undefined;
    } else if (key !== undefined) {
      name = wanted ? fromPipConfig[key] : undefined;
      if (name) found[name] = value ?? '';
    } else if (name && /^\s+[^\s#;]/.test(line)) {
      found[name] = `${found[name] ?? ''} ${line.trim()}`.trim();
    }
  }
  return found;
}

async function firstReadable(files: (string | undefined)[]): Promise<Buffer | null> {
  for (const file of files) {
    const content = file ? await readFile(file).catch(() => null) : null;
    if (content?.includes('-----BEGIN')) return content;
  }
  return null;
}

function defined(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
