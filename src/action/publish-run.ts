/** The comment for a pull request from a fork: one step, from the event of the run that graded to the comment. */
import { posix } from 'node:path';
import * as core from '@actions/core';
import { publishFork } from '../publish/fork/publish-fork.ts';
import { gradersFolder } from '../run/graders-folder.ts';
import type { Environment } from './environment.ts';
import { PASSED, WRONG_INPUT } from './exit-status.ts';
import type { Input } from './inputs.ts';
import { mask } from './log.ts';
import { readGradingRun } from './workflow-run-event.ts';

export const publishInputs = {
  path: {
    description: 'The same as that of the step that grades: folder that was graded.',
    default: '.',
  },
  artifact: {
    description: 'Name of the artifact with `report.json` that the run that graded has uploaded.',
    default: 'milepost-report',
  },
  check: {
    description:
      'Whether to put a check with the result on the commit: `true` or `false`. Without the permission `checks: write` there is none.',
    default: 'true',
  },
  token: {
    description: 'Token that writes the comment. It needs `actions: read` and `pull-requests: write`.',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the workflow language
    default: '${{ github.token }}',
  },
} satisfies Record<string, Input>;

/** What cannot be written is said in a notice; only a step that is used in the wrong place fails. */
export async function publishRun(environment: Environment): Promise<number> {
  const token = environment.INPUT_TOKEN?.trim() ?? '';
  mask(token);
  const run = readGradingRun(environment);
  if (typeof run === 'string') return refuse(run);
  if (token === '') return refuse('The input `token` is empty.');
  const server = environment.GITHUB_SERVER_URL || 'https://github.com';
  const { url, notice } = await publishFork({
    run,
    token,
    apiUrl: environment.GITHUB_API_URL || 'https://api.github.com',
    repositoryUrl: `${server}/${run.owner}/${run.repo}`,
    folder: folderIn(environment.INPUT_PATH?.trim() ?? ''),
    artifact: environment.INPUT_ARTIFACT?.trim() || publishInputs.artifact.default,
    check: (environment.INPUT_CHECK?.trim() || publishInputs.check.default) === 'true',
    graders: gradersFolder(),
  });
  if (notice) core.notice(notice, { title: 'No comment on the pull request' });
  core.setOutput('comment-url', url ?? '');
  return PASSED;
}

function refuse(sentence: string): number {
  core.error(sentence, { title: 'Milepost could not publish' });
  return WRONG_INPUT;
}

/** As paths of the repository begin; "" for its root, or for what is no folder in it. */
function folderIn(path: string): string {
  const folder = posix.normalize(path || '.').replace(/\/+$/, '');
  return folder === '.' || folder.startsWith('..') || folder.startsWith('/') ? '' : folder;
}
