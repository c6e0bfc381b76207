/**
 * Grades one learner in a process of its own, as a user would: whatever happens to it, the others go on. It is in a group
 * of its own, so that Ctrl-C reaches it once, through us, and it has the time to remove what it started.
 */
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { formatOwner, ownerOf } from '../../engines/docker/owner.ts';
import { plain } from '../../report/boundary.ts';
import type { Report } from '../../report/schema.ts';
import { UnusableFile } from '../read-file.ts';
import { readReport } from '../stored-report.ts';

export interface ChildOptions {
  /** Name for its files. */
  key: string;
  path: string;
  /** Folder for its reports, its note and whatever it leaves. */
  scratch: string;
  exercise: string | null;
  engine: 'auto' | 'docker' | 'process';
  graders: string | null;
  seed: number;
  minutes: number;
  signal: AbortSignal;
  /** Called with each stage that it reaches. */
  stage: (name: string) => void;
}

export type Graded = { report: Report } | { why: string; trouble: boolean };

export async function gradeInChild(options: ChildOptions): Promise<Graded> {
  const { key, scratch } = options;
  const out = join(scratch, 'reports', key);
  const note = join(scratch, 'running', key);
  await rm(out, { recursive: true, force: true });
  await Promise.all([out, dirname(note)].map((folder) => mkdir(folder, { recursive: true })));
  try {
    return await run(options, out, note);
  } finally {
    await rm(note, { force: true });
    await rm(out, { recursive: true, force: true });
  }
}

async function run(options: ChildOptions, out: string, note: string): Promise<Graded> {
  const { path, exercise, engine, graders, seed, minutes, signal } = options;
  const { GH_TOKEN, GITHUB_TOKEN, ...env } = process.env;
  const child = execa(
    process.execPath,
    [
      ownCli(),
      'grade',
      ...['--engine', engine, '--out', out, '--format', 'json', '--seed', String(seed)],
      ...(exercise === null ? [] : ['--exercise', exercise]),
      ...(graders === null ? [] : ['--graders', graders]),
      '--',
      path,
    ],
    {
      // The second learner's grader is not compiled again (Node 22 and newer; older ones do not know the variable).
      env: { ...env, NO_COLOR: '1', NODE_COMPILE_CACHE: join(options.scratch, 'compiled') },
      extendEnv: false,
      detached: true,
      stdin: 'ignore',
      stdout: 'ignore',
      stderr: 'pipe',
      reject: false,
      timeout: minutes * 60_000,
      forceKillAfterDelay: 30_000,
      cancelSignal: signal,
      maxBuffer: 1_000_000,
    },
  );
  if (child.pid !== undefined) await writeFile(note, formatOwner(ownerOf(child.pid)));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    for (const [, name] of text.matchAll(/^\[[\d.]+ s\] ([\w-]+): /gm)) options.stage(name ?? '');
  });
  const ended = await child;
  signal.throwIfAborted();
  if (ended.timedOut) return { why: `Grading took longer than ${minutes} minutes.`, trouble: false };
  // 2: the learner's configuration, or the exercise, is wrong, and the last lines say how.
  if (ended.exitCode === 2) return { why: lastWords(ended.stderr), trouble: false };
  try {
    const report = await readReport(out, 'report.json');
    if (report.outcome !== 'failed' && report.outcome !== 'stopped') return { report };
    return {
      why: `Grading could not be completed: ${report.problem?.message ?? 'it was stopped'}`,
      trouble: true,
    };
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    return { why: `Grading could not be completed: ${lastWords(ended.stderr)}`, trouble: true };
  }
}

const lastWords = (stderr: unknown): string => {
  const lines = String(stderr ?? '').split('\n');
  const said = lines.filter((line) => line.trim() !== '' && !/^\[[\d.]+ s\]/.test(line)).join(' ');
  return plain(said || 'the grader said nothing.', { max: 400 });
};

/** Beside this file in the bundle; a test that runs the sources takes the bundle that is there. */
export function ownCli(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const beside = join(here, 'cli.js');
  return existsSync(beside)
    ? beside
    : join(here, '..', '..', '..', process.env.MILEPOST_DIST ?? 'dist', 'cli.js');
}
