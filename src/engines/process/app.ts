import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { insideFolder } from '../../inside/folder.ts';
import { lines, logTail } from '../docker/output.ts';
import type { AppProcess, AppProcessOptions } from '../engine.ts';
import { EngineError } from '../engine-error.ts';
import { killAll } from './processes.ts';
import { type Run, runVariable } from './run.ts';

const limits = { stdout: 256, stderr: 32 };
// No core files, files up to 256 MB, 1024 open files, 4 GB of addresses; what a system does not offer is left out.
const confine = 'ulimit -c 0; ulimit -f 524288; ulimit -n 1024; ulimit -v 4194304; exec 2>&3 3>&-; exec "$@"';

/** Starts boot.py in a group of processes of its own, with exactly the given environment and folders of the run. */
export async function startApp(
  run: Run,
  interpreter: string,
  options: AppProcessOptions,
): Promise<AppProcess & { group: number }> {
  if (options.cwd.startsWith('/') || options.cwd.split('/').includes('..'))
    throw new EngineError(`${options.cwd} is outside the source.`);
  const command = [interpreter, '-u', join(insideFolder, 'boot.py')];
  const child = spawn('/bin/sh', ['-c', `exec 3>&2 2>/dev/null; ${confine}`, 'sh', ...command], {
    cwd: join(run.paths.source, options.cwd),
    env: environment(run, interpreter, options),
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) => reject(new EngineError(`The app could not be started: ${error.message}`)));
  });
  return converse(run, child, child.pid ?? 0);
}

function converse(run: Run, child: ChildProcessWithoutNullStreams, group: number) {
  const log = logTail();
  const waiting: string[] = [];
  const written = { stdout: 0, stderr: 0 };
  let listener: ((line: string) => void) | null = null;
  let reason: string | null = null;
  const onLine = lines((line) => {
    if (listener) listener(line);
    else waiting.push(line);
  });
  const bounded = (name: 'stdout' | 'stderr', take: (chunk: Buffer) => void) => (chunk: Buffer) => {
    if (reason) return;
    written[name] += chunk.length;
    if (written[name] <= limits[name] * 1024 * 1024) return take(chunk);
    reason = `was stopped because it wrote more than ${limits[name]} MB of output`;
    void end();
  };
  child.stdout.on('data', bounded('stdout', onLine));
  child.stderr.on('data', bounded('stderr', log.add));
  child.stdin.on('error', () => undefined);

  // Not `close`: a process that left the group may hold the outputs open.
  const exited = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.once('exit', (code, signal) => resolve({ code, signal })),
  ).then(async (how) => {
    await end();
    return { ...how, reason };
  });

  function end(): Promise<void> {
    return killAll([group], { id: run.options.runId, folder: run.paths.source });
  }

  return {
    group,
    send: (line: string) => void child.stdin.write(`${line}\n`),
    onLine(next: (line: string) => void) {
      listener = next;
      for (const line of waiting.splice(0)) next(line);
    },
    log: log.text,
    exited,
    async kill() {
      await end();
      await exited;
      child.stdin.destroy();
      child.stdout.destroy();
      child.stderr.destroy();
    },
  };
}

function environment(run: Run, interpreter: string, { env }: AppProcessOptions): Record<string, string> {
  return {
    USER: 'app',
    LOGNAME: 'app',
    LANG: 'C.UTF-8',
    PYTHONDONTWRITEBYTECODE: '1',
    ...env,
    PATH: `${dirname(interpreter)}:${env.PATH ?? '/usr/local/bin:/usr/bin:/bin'}`,
    HOME: run.paths.home,
    TMPDIR: run.paths.temporary,
    MILEPOST_SOURCE: run.paths.source,
    MILEPOST_SCRATCH: run.paths.scratch,
    [runVariable]: run.options.runId,
  };
}
