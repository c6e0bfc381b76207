import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { middle } from './stage-times.ts';

const STARTS = 9;

export async function timed<T>(work: () => Promise<T>): Promise<{ result: T; milliseconds: number }> {
  const started = performance.now();
  const result = await work();
  return { result, milliseconds: performance.now() - started };
}

export const milliseconds = (time: number): string =>
  time < 1000 ? `${time.toFixed(0)} ms` : `${(time / 1000).toFixed(2)} s`;

export interface StartTimes {
  /** to the first request that the engine receives: whether it is there */
  asked: number;
  /** to the second: the exercise and the repository are read, and the sandbox is being opened */
  working: number;
}

/**
 * From the start of the action's process to its calls of the engine, less what an empty Node program takes.
 * Each start is a first one: nothing of the program was compiled before.
 */
export async function toEngineCalls(action: string, scratch: string): Promise<StartTimes> {
  const workspace = join(scratch, 'workspace');
  await mkdir(workspace, { recursive: true });
  const socket = join(scratch, 'engine.sock');
  let called: (time: number) => void = () => undefined;
  const server = createServer((_, answer) => {
    called(performance.now());
    answer.setHeader('content-type', 'application/json').end('{"ApiVersion":"1.45","MinAPIVersion":"1.24"}');
  });
  await once(server.listen(socket), 'listening');
  const asked: number[] = [];
  const working: number[] = [];
  for (let count = 0; count < STARTS; count += 1) {
    const empty = await startToEnd();
    const [first, second] = await new Promise<[number, number]>((done, fail) => {
      const started = performance.now();
      const child = spawn(process.execPath, [action], {
        cwd: workspace,
        env: actionEnvironment(socket, workspace),
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let said = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
      child.once('close', () => fail(new Error(`the action did not call the engine twice:\n${said}`)));
      called = (firstTime) => {
        called = (secondTime) => {
          called = () => undefined;
          child.removeAllListeners('close').kill('SIGKILL');
          done([firstTime - started, secondTime - started]);
        };
      };
    });
    asked.push(first - empty);
    working.push(second - empty);
  }
  server.closeAllConnections();
  server.close();
  await rm(workspace, { recursive: true, force: true });
  return { asked: typical(asked), working: typical(working) };
}

const typical = (times: number[]): number => middle(times.sort((a, b) => a - b));

async function startToEnd(): Promise<number> {
  const started = performance.now();
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'close');
  return performance.now() - started;
}

function actionEnvironment(socket: string, workspace: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: resolve(workspace),
    GITHUB_REPOSITORY: 'learner/app',
    GITHUB_EVENT_NAME: 'workflow_dispatch',
    DOCKER_HOST: `unix://${socket}`,
    INPUT_EXERCISE: 'todo-api',
    INPUT_ENGINE: 'docker',
    INPUT_PATH: resolve('fixtures/todo-api/reference'),
  };
}
