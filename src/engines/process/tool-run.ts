import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { insideFolder } from '../../inside/folder.ts';
import { logTail } from '../docker/output.ts';
import type { ToolOutcome, ToolRun } from '../engine.ts';
import { EngineError } from '../engine-error.ts';
import { TOOL_OUTPUT_MB, toolCommand, toolInput, toolVariables } from '../tool-input.ts';
import { installDependencies } from './install.ts';
import { installerEnvironment } from './installer.ts';
import { killAll } from './processes.ts';
import { findPythons } from './pythons.ts';
import { type Run, runVariable } from './run.ts';

export interface ToolEnvironment {
  interpreter: string;
  installed: Record<string, string>;
}

/** A run of its own for the tools: what ends with the app, or with the installation of its packages, does not end them. */
export async function toolRunOf(run: Run): Promise<Run> {
  const folder = join(run.folder, 'tools');
  const temporary = join(folder, 'temporary');
  await mkdir(temporary, { recursive: true, mode: 0o700 });
  return {
    ...run,
    options: { ...run.options, runId: `${run.options.runId}-tools` },
    folder,
    paths: { ...run.paths, temporary },
  };
}

/** The newest Python of this machine, because Bandit reads with the syntax of the Python that it runs on. */
export async function toolEnvironment(run: Run, requirements: readonly string[]): Promise<ToolEnvironment> {
  const newest = (await findPythons()).find(({ version }) => Number(version.split('.')[1]) >= 10);
  if (newest === undefined)
    throw new EngineError('The tools need Python 3.10 or newer: install one, or use the Docker engine.');
  const plan = { pythons: [newest.version], requirements: [...requirements], extra: [], excludeNewer: null };
  const outcome = await installDependencies(run, plan, 'tool_environment.py');
  if (!outcome.ok)
    throw new EngineError(`The tools could not be installed: ${outcome.problem ?? 'the log says why'}`);
  return { interpreter: outcome.interpreter, installed: outcome.installed };
}

let number = 0;

export async function runTool(
  run: Run,
  { interpreter, installed }: ToolEnvironment,
  tool: ToolRun,
  groups: Set<number>,
): Promise<ToolOutcome> {
  number += 1;
  // Each has a mark of its own, so that the end of one ends no other.
  const mark = { id: `${run.options.runId}-${number}`, folder: join(run.folder, `${number}`) };
  const network = tool.network ? installerEnvironment(run) : {};
  const input = await toolInput(run.options.source, tool, {
    folder: mark.folder,
    command: toolCommand(interpreter, insideFolder, tool),
    environment: {
      ...network,
      ...toolVariables(run.paths.temporary),
      ...tool.env,
      [runVariable]: mark.id,
    },
    certificates: null,
  });
  return { ...(await talk(run, interpreter, tool, input, mark, groups)), installed };
}

async function talk(
  run: Run,
  interpreter: string,
  tool: ToolRun,
  input: Buffer,
  mark: { id: string; folder: string },
  groups: Set<number>,
): Promise<Omit<ToolOutcome, 'installed'>> {
  const child = spawn(interpreter, ['-I', '-S', '-B', join(insideFolder, 'tool_start.py')], {
    cwd: run.folder,
    env: { [runVariable]: mark.id },
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const group = child.pid;
  if (group !== undefined) groups.add(group);
  const log = logTail();
  const parts: Buffer[] = [];
  let written = 0;
  let problem: string | null = null;
  const end = () => killAll(group === undefined ? [] : [group], mark);
  const stop = (why: string) => {
    problem ??= why;
    void end();
  };
  child.stdout.on('data', (chunk: Buffer) => {
    written += chunk.length;
    if (written > TOOL_OUTPUT_MB * 1024 * 1024)
      stop(`It was stopped because it wrote more than ${TOOL_OUTPUT_MB} MB.`);
    else parts.push(chunk);
  });
  child.stderr.on('data', log.add);
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const timer = setTimeout(
    () => stop(`It was stopped because it took more than ${tool.seconds} seconds.`),
    tool.seconds * 1000,
  );
  const abort = () => stop('It was stopped with the run.');
  run.options.signal.addEventListener('abort', abort, { once: true });
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      problem ??= `It could not be started: ${error.message}.`;
      resolve(null);
    });
    child.once('close', resolve);
  });
  clearTimeout(timer);
  run.options.signal.removeEventListener('abort', abort);
  await end();
  if (group !== undefined) groups.delete(group);
  run.options.signal.throwIfAborted();
  return {
    code: problem === null ? code : null,
    stdout: Buffer.concat(parts).toString('utf8'),
    log: log.text(),
    problem,
  };
}
