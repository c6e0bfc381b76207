/** One run of the action, from the runner's variables to the exit status of the step. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { plain, withoutCommands } from '../report/boundary.ts';
import type { Report } from '../report/schema.ts';
import { RepositoryError } from '../repository/repository-error.ts';
import type { GradeOptions } from '../run/grade.ts';
import { UsageProblem } from '../run/options.ts';
import { ownSecrets } from '../run/own-secrets.ts';
import { SpecProblem } from '../spec/load.ts';
import { type Environment, takeEnvironment } from './environment.ts';
import { readRun } from './event.ts';
import { exitStatus, NOT_COMPLETED, WRONG_INPUT } from './exit-status.ts';
import { InputError, type Inputs, parseInputs } from './inputs.ts';
import { fence, line, mask } from './log.ts';

export type Grade = (options: GradeOptions) => Promise<Report>;

export async function run(env: Environment, grade: Grade, signal: AbortSignal): Promise<number> {
  const secrets = ownSecrets(env);
  const { values, giveBack } = takeEnvironment(env);
  const workspace = values.GITHUB_WORKSPACE || process.cwd();
  const started = readRun(values);
  let inputs: Inputs;
  try {
    inputs = parseInputs(values);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return giveUp(error.message, WRONG_INPUT);
  }
  mask(inputs.token);
  const out = inputs['report-dir']
    ? resolve(workspace, inputs['report-dir'])
    : await mkdtemp(join(env.RUNNER_TEMP || tmpdir(), 'milepost-'));
  const path = resolve(workspace, inputs.path);
  const report = await gradeBehindFence(grade, { ...optionsOf(inputs), path, out, signal, secrets });
  if (typeof report === 'number') return report;
  giveBack();
  if (signal.aborted) return giveUp('The run was cancelled, so its result is not published.', NOT_COMPLETED);
  if (started) {
    const { publish } = await import('../publish/publish.ts');
    const { token, comment, check, 'fail-on': failOn } = inputs;
    const reportPath = join(out, 'report.json');
    const folder = folderOf(workspace, path);
    await publish(report, { run: started, token, comment, check, failOn, folder, reportPath });
  }
  return exitStatus(report, inputs['fail-on']);
}

function optionsOf({ engine, exercise, only, seed }: Inputs) {
  // In CI nobody reads which engine was found: without Docker the run fails rather than run code unprotected.
  const chosen: GradeOptions['engine'] = engine === 'auto' ? 'docker' : engine;
  return { engine: chosen, exercise, only, seed, keep: false, progress, environment: { ci: true } };
}

/** Everything that can carry the learner's words to the log is printed in here. */
async function gradeBehindFence(grade: Grade, options: GradeOptions): Promise<Report | number> {
  const open = fence();
  try {
    const report = await grade(options);
    const { renderTerminal } = await import('../report/terminal.ts');
    line(renderTerminal(report, { colour: false, width: 110 }));
    open();
    return report;
  } catch (error) {
    open();
    const wrong =
      error instanceof UsageProblem || error instanceof SpecProblem || error instanceof RepositoryError;
    return giveUp(
      error instanceof Error ? error.message : String(error),
      wrong ? WRONG_INPUT : NOT_COMPLETED,
    );
  }
}

function progress({ stage, message }: { stage: string; message: string }): void {
  line(plain(`${stage}: ${message}`));
}

async function giveUp(message: string, status: number): Promise<number> {
  const { error } = await import('@actions/core');
  error(withoutCommands(message), { title: 'Milepost could not grade' });
  return status;
}

/** Where the graded folder lies in the repository, with forward slashes; "" for its root, or for one outside of it. */
function folderOf(workspace: string, path: string): string {
  const folder = relative(workspace, path).split(sep).join('/');
  return folder.startsWith('..') ? '' : folder;
}
