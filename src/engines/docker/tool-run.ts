import type { Container } from 'dockerode';
import type { ToolOutcome, ToolRun } from '../engine.ts';
import { TOOL_OUTPUT_MB, toolCommand, toolInput, toolVariables } from '../tool-input.ts';
import { dependenciesPath, interpreter } from './app.ts';
import { attach } from './attach.ts';
import { type InstallerSettings, installerSettings } from './installer-settings.ts';
import { confined, tmpfsOptions } from './limits.ts';
import { volumeMount } from './mounts.ts';
import { demultiplex, logTail } from './output.ts';
import { whyStopped } from './reasons.ts';
import type { Run } from './run.ts';
import type { ToolEnvironment } from './tool-environment.ts';
import { toolsFolder, toolsLayer, toolsPath } from './tools.ts';

const limits = { memoryMb: 768, processes: 64 };
const filesPath = '/files';
const toolUser = 10003; // neither the learner's nor the relay's

/** A container of its own for each tool: it has copies of the files, no way to the app, and no network unless it needs one. */
export async function runTool(run: Run, { image, volume, installed }: ToolEnvironment, tool: ToolRun) {
  const [tools, settings] = await Promise.all([
    toolsLayer(run, image),
    tool.network ? installerSettings() : { env: {}, certificates: null },
  ]);
  const container = await run.resources.container(
    confined({
      image,
      command: ['python3', '-I', '-S', `${toolsFolder}/tool_start.py`],
      user: `${toolUser}:${toolUser}`,
      labels: run.labels,
      env: {},
      network: tool.network ? 'bridge' : 'none',
      memoryMb: limits.memoryMb,
      processes: limits.processes,
      fileMb: 128,
      tmpfs: {
        '/tmp': tmpfsOptions(64, 'mode=1777'),
        [filesPath]: tmpfsOptions(256, `mode=0700,uid=${toolUser},gid=${toolUser}`),
      },
      mounts: [volumeMount(volume, dependenciesPath, 'read'), volumeMount(tools, toolsPath, 'read')],
      stdin: 'once',
    }),
  );
  const outcome = await talk(run, container, tool, await inputFor(run, tool, settings));
  await run.resources.remove(container);
  return { ...outcome, installed };
}

const inputFor = (run: Run, tool: ToolRun, { env, certificates }: InstallerSettings): Promise<Buffer> =>
  toolInput(run.options.source, tool, {
    folder: filesPath,
    command: toolCommand(interpreter, toolsFolder, tool),
    environment: { ...env, ...toolVariables('/tmp'), ...tool.env },
    certificates: certificates?.toString('utf8') ?? null,
  });

async function talk(
  run: Run,
  container: Container,
  tool: ToolRun,
  input: Buffer,
): Promise<Omit<ToolOutcome, 'installed'>> {
  const stream = await attach(container, run.resources);
  const log = logTail();
  const parts: Buffer[] = [];
  let written = 0;
  let problem: string | null = null;
  const stop = (why: string) => {
    problem ??= why;
    void container.kill().catch(() => undefined);
  };
  stream.on(
    'data',
    demultiplex((name, chunk) => {
      written += chunk.length;
      if (written > TOOL_OUTPUT_MB * 1024 * 1024)
        stop(`It was stopped because it wrote more than ${TOOL_OUTPUT_MB} MB.`);
      else if (name === 'stdout') parts.push(chunk);
      else log.add(chunk);
    }),
  );
  await container.start();
  stream.write(input);
  stream.end();
  const timer = setTimeout(
    () => stop(`It was stopped because it took more than ${tool.seconds} seconds.`),
    tool.seconds * 1000,
  );
  await container.wait().finally(() => clearTimeout(timer));
  run.options.signal.throwIfAborted();
  const { State } = await container.inspect();
  const why = whyStopped({ outOfMemory: State.OOMKilled }, State.ExitCode === 0 ? '' : log.text(), limits);
  return {
    code: problem === null && why === null ? State.ExitCode : null,
    stdout: Buffer.concat(parts).toString('utf8'),
    log: log.text(),
    problem: problem ?? (why === null ? null : `It ${why}.`),
  };
}
