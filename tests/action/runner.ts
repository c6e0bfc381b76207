/**
 * Starts the action as GitHub's runner does: the same variables, a fresh file for each file command, the event on disk,
 * and reads the log as the runner reads it: which lines it would obey, and which it only shows.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import type { GitHubApi } from '../github-api/server.ts';
import { type Command, readLog } from './runner-log.ts';

export const ROOT = resolve(import.meta.dirname, '../..');
/** The Node that `using: node24` means. */
export const NODE = join(ROOT, 'node_modules/.bin/node');
export const TOKEN = 'ghx_planted5token9canary';

export interface ActionRun {
  api: GitHubApi;
  /** What is started: the built action, or a stand-in with arguments. */
  entry?: string[];
  /** The checked-out repository. */
  workspace: string;
  inputs?: Record<string, string>;
  event?: { name: string; payload: unknown };
  commit?: string;
  env?: Record<string, string>;
}

/** Something that the action can be started on. */
export type Gradable = Pick<ActionRun, 'workspace' | 'entry'> & { inputs: Record<string, string> };

export interface ActionResult {
  exitCode: number;
  /** Everything printed, as it came. */
  log: string;
  commands: Command[];
  outputs: Record<string, string>;
  summary: string;
}

export async function runAction(run: ActionRun): Promise<ActionResult> {
  const temporary = mkdtempSync(join(tmpdir(), 'milepost-runner-'));
  try {
    return await start(run, temporary);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function start(run: ActionRun, temporary: string): Promise<ActionResult> {
  const file = (name: string, text = '') => {
    writeFileSync(join(temporary, name), text);
    return join(temporary, name);
  };
  mkdirSync(join(temporary, 'temp'));
  const event = run.event ?? pullRequestEvent(run.api);
  const {
    entry = [resolve(ROOT, process.env.MILEPOST_DIST ?? 'dist', 'action.js')],
    commit = run.api.repository.pulls[0]?.headSha,
  } = run;
  const files = { output: file('output'), summary: file('summary') };
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: run.api.url,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_GRAPHQL_URL: `${run.api.url}/graphql`,
    GITHUB_REPOSITORY: run.api.repository.fullName,
    GITHUB_WORKSPACE: run.workspace,
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event.payload)),
    GITHUB_SHA: commit ?? '',
    GITHUB_RUN_ID: '1',
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
    RUNNER_TEMP: join(temporary, 'temp'),
    ACTIONS_RUNTIME_TOKEN: `${TOKEN}-runtime`,
    ...inputVariables({ ...defaults(), token: TOKEN, ...run.inputs }),
    ...run.env,
  };
  const { exitCode, all } = await execa(NODE, entry, {
    cwd: run.workspace,
    env,
    extendEnv: false,
    reject: false,
    all: true,
    timeout: 240_000,
  });
  return {
    exitCode: exitCode ?? -1,
    log: all ?? '',
    commands: readLog(all ?? ''),
    outputs: readOutputs(readFileSync(files.output, 'utf8')),
    summary: readFileSync(files.summary, 'utf8'),
  };
}

/** The event of a push to a pull request; a fork has another head repository. */
export function pullRequestEvent(api: GitHubApi): { name: string; payload: unknown } {
  const pull = api.repository.pulls[0];
  const head = { sha: pull?.headSha, ref: 'work', repo: { full_name: pull?.headRepository } };
  const base = { sha: '0'.repeat(40), ref: 'main', repo: { full_name: api.repository.fullName } };
  const repository = { full_name: api.repository.fullName };
  return {
    name: 'pull_request',
    payload: {
      action: 'synchronize',
      number: pull?.number,
      pull_request: { number: pull?.number, head, base },
      repository,
    },
  };
}

/** The runner fills in what `action.yml` says; a few are enough here, the rest is empty there too. */
function defaults(): Record<string, string> {
  return {
    path: '.',
    engine: 'auto',
    'fail-on': 'fail',
    comment: 'true',
    exercise: '',
    only: '',
    seed: '',
    'report-dir': '',
  };
}

function inputVariables(inputs: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
}

/** `name<<delimiter`, the value, `delimiter`. */
function readOutputs(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/^(.+?)<<(ghadelimiter_\S+)\n([\s\S]*?)\n?\2$/gm)].map(([, name, , value]) => [
      name,
      value,
    ]),
  );
}
