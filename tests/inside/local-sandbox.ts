import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { execa } from 'execa';
import { onTestFinished } from 'vitest';
import { type StartOptions, type StartProject, startApp } from '../../src/app/start.ts';
import type { AppProcess, AppProcessOptions } from '../../src/engines/engine.ts';
import { insideFolder } from '../../src/inside/folder.ts';
import { pythonPackages } from './python-packages.ts';

/** Files of a project by path; written to a folder of their own, removed after the test. */
export async function writeProject(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'milepost-inside-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, 'source', name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return folder;
}

/** Starts boot.py with the Python of this machine. */
export async function startLocally(folder: string, options: AppProcessOptions): Promise<AppProcess> {
  const env = { ...options.env, PATH: process.env.PATH ?? '', PYTHONPATH: await pythonPackages() };
  const child = execa('python3', [path.join(insideFolder, 'boot.py')], {
    cwd: path.join(folder, 'source', options.cwd),
    env: { ...env, MILEPOST_SCRATCH: path.join(folder, 'scratch') },
    extendEnv: false,
    reject: false,
    buffer: false,
  });
  const log: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => log.push(line));
  const lines = createInterface({ input: child.stdout });
  return {
    send: (line) => void child.stdin.write(`${line}\n`),
    onLine: (listener) => void lines.on('line', listener),
    log: () => log.slice(-400).join('\n'),
    exited: child.then((result) => ({
      code: result.exitCode ?? null,
      signal: result.signal ?? null,
      reason: null,
    })),
    kill: async () => {
      child.kill('SIGKILL');
      await child;
    },
  };
}

export async function startProject(
  files: Record<string, string>,
  project: Partial<StartProject> = {},
  more: Partial<StartOptions> = {},
) {
  const folder = await writeProject(files);
  const started: AppProcess[] = [];
  onTestFinished(async () => {
    await Promise.all(started.map((item) => item.kill()));
  });
  return startApp({
    sandbox: {
      sourcePath: path.join(folder, 'source'),
      startApp: async (options) => {
        const made = await startLocally(folder, options);
        started.push(made);
        return made;
      },
      startService: async () => false,
      address: (port) => ({ host: '127.0.0.1', port, localAddress: undefined }),
    },
    install: {
      ok: true,
      python: '3',
      interpreter: 'python3',
      installed: {},
      changes: [],
      reused: false,
      problem: null,
      log: '',
    },
    project: {
      dir: '.',
      settingsModules: ['site_of_tests.settings'],
      envExample: {},
      services: { postgres: false, redis: false },
      moduleExamples: {},
      ...project,
    },
    secretKey: 'a-secret-of-this-test-that-is-long-enough-for-every-algorithm',
    addPackage: async () => null,
    progress: () => {},
    signal: new AbortController().signal,
    ...more,
  });
}

/** The app of a project that must start. */
export async function runningApp(files: Record<string, string>, project: Partial<StartProject> = {}) {
  const result = await startProject(files, project);
  if (!result.ok) throw new Error(`${result.failure.message}\n${result.failure.log}`);
  return result;
}
