import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { insideFolder } from '../../inside/folder.ts';
import type { InstallOutcome, InstallPlan } from '../../prepare/plan.ts';
import { lines, logTail } from '../docker/output.ts';
import { cacheFolder } from './folders.ts';
import { killAll } from './processes.ts';
import type { Python } from './pythons.ts';
import { type Run, runVariable } from './run.ts';

const minutes = 9;

const outcomeSchema = z.object({
  ok: z.boolean(),
  python: z.string(),
  interpreter: z.string(),
  installed: z.record(z.string(), z.string()),
  changes: z.array(z.object({ what: z.string(), why: z.string() })),
  reused: z.boolean(),
  problem: z.string().nullable(),
  log: z.string(),
});

/** Runs `inside/install.py` as `pip install` would run for this user, with nothing of the grader's environment. */
export async function runInstaller(
  run: Run,
  python: Python,
  target: string,
  plan: InstallPlan,
  script: string,
): Promise<InstallOutcome> {
  run.options.progress(`installing dependencies with Python ${python.version}`);
  const log = logTail();
  let answer = '';
  let stopped: string | null = null;
  const child = spawn(python.path, ['-E', '-s', '-B', '-u', join(insideFolder, script), target], {
    cwd: run.paths.temporary,
    env: installerEnvironment(run),
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => {
    child.on('error', (error) => log.add(Buffer.from(error.message))).on('error', () => resolve());
    child.on('close', () => resolve());
  });
  const onLine = lines((line) => {
    if (line.startsWith('{')) answer = line;
  });
  child.stdout.on('data', onLine);
  child.stderr.on('data', log.add);
  child.stdin.on('error', () => undefined);
  child.stdin.end(`${JSON.stringify(plan)}\n`);
  const mark = { id: run.options.runId, folder: run.paths.temporary };
  const stop = (why: string | null) => {
    stopped = why;
    void killAll(child.pid ? [child.pid] : [], mark);
  };
  const timer = setTimeout(
    () => stop(`was stopped because it took more than ${minutes} minutes`),
    minutes * 60_000,
  );
  const abort = () => stop('was stopped');
  run.options.signal.addEventListener('abort', abort, { once: true });
  await ended;
  clearTimeout(timer);
  run.options.signal.removeEventListener('abort', abort);
  // What a package left running while it was built.
  await killAll(child.pid ? [child.pid] : [], mark);
  run.options.signal.throwIfAborted();
  return read(answer, stopped, log.text(), python, target);
}

function read(
  answer: string,
  stopped: string | null,
  log: string,
  python: Python,
  target: string,
): InstallOutcome {
  const parsed = outcomeSchema.safeParse(parseJson(answer));
  const interpreter = join(target, 'bin/python');
  if (parsed.success && !stopped) return { ...parsed.data, interpreter, log: parsed.data.log || log };
  const problem = `The installation of the dependencies ${stopped ?? 'ended without a result'}.`;
  const { version } = python;
  return { ok: false, python: version, interpreter, installed: {}, changes: [], reused: false, problem, log };
}

// Where packages come from and how the network is reached: no tokens of the grader.
const passedOn =
  /^(PATH|HOME|USER|LOGNAME|LANG|LC_ALL|PYENV_ROOT|XDG_CONFIG_HOME|XDG_CONFIG_DIRS|NETRC|CC|CXX|SSL_CERT_FILE|SSL_CERT_DIR|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|PIP_\w+|UV_\w+|\w+_PROXY|\w+_proxy)$/;

export function installerEnvironment(run: Run): Record<string, string> {
  const cache = cacheFolder();
  const own = Object.entries(process.env).filter(
    (pair): pair is [string, string] =>
      pair[1] !== undefined && passedOn.test(pair[0]) && !/PUBLISH/.test(pair[0]),
  );
  return {
    ...Object.fromEntries(own),
    TMPDIR: run.paths.temporary,
    UV_CACHE_DIR: join(cache, 'uv'),
    PIP_CACHE_DIR: join(cache, 'pip'),
    MILEPOST_TOOLS: join(cache, 'tools'),
    // What the app writes into its packages must not reach those of others.
    UV_LINK_MODE: 'copy',
    [runVariable]: run.options.runId,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
