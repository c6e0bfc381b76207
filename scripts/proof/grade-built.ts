import { existsSync } from 'node:fs';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { type Report, reportSchema } from '../../src/report/schema.ts';

export interface GradeCall {
  cli: string;
  repository: string;
  exercise: string;
  engine: string;
  /** folder for the reports */
  out: string;
  seed?: number;
  only?: string[];
  env?: Record<string, string>;
}

export interface Graded {
  report: Report;
  milliseconds: number;
  /** the most memory that the grader's process had */
  peakMb: number;
  exitCode: number | null;
}

/** The bundle as it is now, so that a build during a long run does not mix two versions. */
export async function frozenCli(scratch: string, dist = 'dist'): Promise<string> {
  if (!existsSync(join(dist, 'cli.js')))
    throw new Error(`${dist}/cli.js is missing: run \`npm run build\` first`);
  await cp(dist, join(scratch, 'dist'), { recursive: true });
  return resolve(scratch, 'dist', 'cli.js');
}

/** Grades as a user does: the committed bundle, in a process of its own, and the report that it writes. */
export async function gradeBuilt(call: GradeCall): Promise<Graded> {
  await mkdir(call.out, { recursive: true });
  const started = performance.now();
  const running = execa(
    process.execPath,
    [
      call.cli,
      'grade',
      call.repository,
      ...['--exercise', call.exercise, '--engine', call.engine, '--out', call.out, '--format', 'json'],
      ...(call.seed === undefined ? [] : ['--seed', String(call.seed)]),
      ...(call.only === undefined || call.only.length === 0 ? [] : ['--only', ...call.only]),
    ],
    {
      reject: false,
      timeout: 600_000,
      forceKillAfterDelay: 20_000,
      env: { NO_COLOR: '1', CI: '', ...call.env },
    },
  );
  const peakMb = watchMemory(running.pid ?? 0);
  const result = await running;
  const peak = peakMb();
  const milliseconds = performance.now() - started;
  const file = join(call.out, 'report.json');
  if (!existsSync(file))
    throw new Error(
      `no report for ${call.repository} (exit ${result.exitCode}):\n${result.stderr.slice(-4000)}`,
    );
  const report = reportSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  return { report, milliseconds, peakMb: peak, exitCode: result.exitCode ?? null };
}

/** The kernel keeps the highest value until the process ends, so it is read often; elsewhere than on Linux it is 0. */
export function watchMemory(pid: number): () => number {
  let peak = 0;
  const timer = setInterval(async () => {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  }, 100);
  return () => {
    clearInterval(timer);
    return peak;
  };
}
