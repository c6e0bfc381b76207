/** Runs the built command line as a user does: in a folder of theirs, with a Node of theirs. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Report, reportSchema } from '../../src/report/schema.ts';
import { leftOvers } from '../hostile/left-overs.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const DIST = resolve(ROOT, process.env.MILEPOST_DIST ?? 'dist');
export const REFERENCE = join(ROOT, 'fixtures/todo-api/reference');

/** The Node of npm scripts, and the one that this machine has outside of the project. */
export const NODES = [...new Set([process.execPath, machinesNode()])].map((path) => ({
  path,
  version: execFileSync(path, ['--version'], { encoding: 'utf8' }).trim(),
}));

function machinesNode(): string {
  const outside = (process.env.PATH ?? '').split(delimiter).filter((path) => !path.includes('node_modules'));
  return outside.map((path) => join(path, 'node')).find((path) => existsSync(path)) ?? process.execPath;
}

export interface Run {
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  seconds: number;
  /** containers, processes and files of the run that are still there */
  left: string[];
  file(name: string): Promise<string>;
  report(): Promise<Report>;
}

export interface RunOptions {
  node?: string;
  env?: Record<string, string>;
  during?(child: ChildProcess, printed: () => string): Promise<void>;
}

/** Reports go to `out`, unless the arguments say otherwise. */
export async function milepost(args: string[], { node, env, during }: RunOptions = {}): Promise<Run> {
  const base = await mkdtemp(join(tmpdir(), 'me-'));
  onTestFinished(() => rm(base, { recursive: true, force: true }));
  const [cwd, temporary] = [join(base, 'w'), join(base, 't')];
  await Promise.all([mkdir(cwd), mkdir(temporary)]);
  const started = performance.now();
  const child = spawn(node ?? process.execPath, [join(DIST, 'cli.js'), ...args], {
    cwd,
    env: { ...process.env, TMPDIR: temporary, CI: '', ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
    });
  const ended = new Promise<Pick<Run, 'exitCode' | 'signal'>>((end) =>
    child.once('close', (exitCode, signal) => end({ exitCode, signal })),
  );
  await during?.(child, () => output.stdout + output.stderr);
  const how = await ended;
  const seconds = (performance.now() - started) / 1000;
  const file = (name: string) => readFile(join(cwd, 'milepost-report', name), 'utf8');
  return {
    ...output,
    ...how,
    seconds,
    left: await leftOvers(child.pid ?? 0, temporary),
    file,
    report: async () => reportSchema.parse(JSON.parse(await file('report.json'))),
  };
}
