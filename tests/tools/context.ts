/** A repository on disk, and tools that are not run but answer as a test wants. */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ToolOutcome, ToolRun } from '../../src/engines/engine.ts';
import { scanRepository } from '../../src/repository/scan.ts';
import type { Packages, ToolContext } from '../../src/tools/tool.ts';

export async function folderWith(files: Record<string, string>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'tools-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await write(root, files);
  return root;
}

export async function write(root: string, files: Record<string, string>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}

const AUTHOR = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com', '-c', 'init.defaultBranch=main'];

export const git = (root: string, ...args: string[]): string =>
  execFileSync('git', [...AUTHOR, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] }).toString();

/** Everything that is there becomes a commit; its id. */
export function commit(root: string, message: string): string {
  git(root, 'init', '-q');
  git(root, 'add', '-A', '-f');
  git(root, 'commit', '-q', '--allow-empty', '-m', message);
  return git(root, 'rev-parse', 'HEAD').trim();
}

export type Answering = (run: ToolRun) => Partial<ToolOutcome>;

export const answering =
  (value: unknown): Answering =>
  () => ({ stdout: JSON.stringify(value) });

export async function contextFor(
  root: string,
  answer: Answering,
  packages: Packages | null = null,
): Promise<ToolContext> {
  const repository = await scanRepository(root, { words: [], packages: [] });
  return {
    sandbox: {
      runTool: async (run) => ({
        code: 0,
        stdout: '',
        log: '',
        problem: null,
        installed: { bandit: '1.9.4', 'detect-secrets': '1.5.0', 'pip-audit': '2.10.1' },
        ...answer(run),
      }),
    },
    repository,
    project: repository.projects[0] ?? {
      dir: '.',
      settingsModules: [],
      envExample: {},
      services: { postgres: false, redis: false },
      hostNames: [],
      moduleExamples: {},
      djangoHeader: null,
      reasons: [],
      score: 0,
    },
    packages: Promise.resolve(packages),
    environment: {},
    today: new Date('2026-11-21T12:00:00Z'),
  };
}
