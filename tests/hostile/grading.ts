/** Grades a folder with the built command line, as a user would, and looks at everything that it leaves behind. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Report } from '../../src/report/schema.ts';
import { leftOvers } from './left-overs.ts';

export const ROOT = resolve(import.meta.dirname, '../..');
/** Planted where a workflow keeps its secrets: it must come out nowhere. */
export const CANARY = 'ghs_canary7planted3never4seen';

export interface Grading {
  engine?: 'docker' | 'process';
  exercise?: string;
  only?: string[];
  env?: Record<string, string>;
  /** Folder for the reports, where it is not one of this run. */
  out?: string;
  /** Every larger file that is written breaks off, as on a full disk. */
  largestFileKb?: number;
  /** Folder for temporary files, where it is not one of this run. */
  temporary?: string;
  /** Called once it runs. */
  during?(run: { process: ChildProcess; printed: () => string }): Promise<void> | void;
}

export interface Graded {
  pid: number;
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  /** name → text of every file that was written for the reader */
  files: Record<string, string>;
  report: Report | null;
  seconds: number;
  /** the most memory that the grader itself had */
  peakMb: number;
  /** what of this run is still there: containers, volumes, processes, files */
  left: string[];
}

export async function gradeBuilt(folder: string, grading: Grading = {}): Promise<Graded> {
  // Short, because the paths of sockets may not be long.
  const base = await mkdtemp(join(tmpdir(), 'mt-'));
  const temporary = grading.temporary ?? join(base, 't');
  const out = grading.out ?? join(base, 'out');
  await mkdir(temporary, { recursive: true });
  try {
    const started = performance.now();
    const child = start(folder, grading, temporary, out);
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const)
      child[name]?.setEncoding('utf8').on('data', (text: string) => {
        output[name] += text;
      });
    const memory = watchMemory(child.pid ?? 0);
    const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((end) =>
      child.once('close', (code, signal) => end({ code, signal })),
    );
    await grading.during?.({ process: child, printed: () => output.stdout + output.stderr });
    const { code, signal } = await ended;
    const seconds = (performance.now() - started) / 1000;
    const files = await readAll(out);
    return {
      ...output,
      pid: child.pid ?? 0,
      exitCode: code,
      signal,
      files,
      report: files['report.json'] === undefined ? null : (JSON.parse(files['report.json']) as Report),
      seconds,
      peakMb: memory(),
      left: await leftOvers(child.pid ?? 0, temporary),
    };
  } finally {
    await rm(base, { recursive: true, force: true });
  }
}

function start(folder: string, grading: Grading, temporary: string, out: string): ChildProcess {
  const { engine = 'docker', exercise = 'todo-api', only = [], env = {} } = grading;
  const cli = resolve(ROOT, process.env.MILEPOST_DIST ?? 'dist', 'cli.js');
  const wanted = ['--exercise', exercise, '--engine', engine, '--out', out, '--seed', '1'];
  const chosen = only.length > 0 ? ['--only', ...only] : [];
  const command = [process.execPath, cli, 'grade', folder, ...wanted, ...chosen];
  const [file = '', ...args] =
    grading.largestFileKb === undefined
      ? command
      : ['bash', '-c', `trap '' XFSZ; ulimit -f ${grading.largestFileKb}; exec "$@"`, 'bash', ...command];
  return spawn(file, args, {
    cwd: temporary,
    env: {
      ...process.env,
      TMPDIR: temporary,
      GITHUB_TOKEN: CANARY,
      INPUT_TOKEN: CANARY,
      ACTIONS_RUNTIME_TOKEN: CANARY,
      NO_COLOR: '1',
      ...env,
    },
    // A session of its own, by which its processes are known.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The kernel keeps the highest value until the process ends, so it is read often. */
function watchMemory(pid: number): () => number {
  let peak = 0;
  const timer = setInterval(async () => {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  }, 50);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

async function readAll(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder).catch(() => []);
  const read = async (name: string) => [name, await readFile(join(folder, name), 'utf8')] as const;
  return Object.fromEntries(await Promise.all(names.map(read)));
}

/** Waits until the grader says something, and fails with what it said instead. */
export async function until(printed: () => string, wanted: RegExp, seconds = 60): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  while (!wanted.test(printed())) {
    if (performance.now() > deadline) throw new Error(`never said ${wanted}:\n${printed()}`);
    await sleep(20);
  }
}
