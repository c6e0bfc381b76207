import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { StartOptions } from '../../../src/app/start.ts';
import type { SandboxOptions } from '../../../src/engines/engine.ts';
import { processEngine } from '../../../src/engines/process/index.ts';
import type { InstallPlan } from '../../../src/prepare/plan.ts';

const root = fileURLToPath(new URL('../../../fixtures/todo-api/reference', import.meta.url));
let count = 0;

/** A sandbox with the reference project; closed after the test. */
export async function openReference(changes: Partial<SandboxOptions> = {}) {
  const engine = await processEngine();
  if (!engine) throw new Error('these tests need a machine on which processes can be forked');
  count += 1;
  const runId = `test-${process.pid}-${count}-${Date.now()}`;
  const sandbox = await engine.openSandbox({
    runId,
    source: root,
    files: await filesIn(root),
    hostNames: [],
    progress: () => undefined,
    signal: new AbortController().signal,
    keep: false,
    ...changes,
  });
  onTestFinished(() => sandbox.close());
  return { sandbox, runId, sources: { root, manage: await readFile(join(root, 'manage.py'), 'utf8') } };
}

export async function referencePlan(): Promise<InstallPlan> {
  const text = await readFile(join(root, 'requirements.txt'), 'utf8');
  const requirements = text.split('\n').filter((line) => line.trim() !== '');
  return { pythons: ['3.12', '3.13', '3.11'], requirements, extra: ['setuptools<81'], excludeNewer: null };
}

export function referenceProject(): Omit<StartOptions, 'sandbox' | 'install'> {
  return {
    project: {
      dir: '.',
      settingsModules: ['config.settings'],
      envExample: {},
      services: { postgres: false, redis: false },
      moduleExamples: {},
    },
    secretKey: 'a-secret-of-this-test-that-is-long-enough-for-every-algorithm',
    addPackage: async () => null,
    progress: () => undefined,
    signal: new AbortController().signal,
  };
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/__pycache__|\.sqlite3$/.test(join(entry.parentPath, entry.name)))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
