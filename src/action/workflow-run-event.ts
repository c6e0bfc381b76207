/** Reads which run has graded from the event that its end started us with. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { GradingRun } from '../publish/fork/grading-run.ts';
import type { Environment } from './environment.ts';

const name = z.string().regex(/^[\w.-]+\/[\w.-]+$/);
const eventSchema = z.object({
  workflow_run: z.object({
    id: z.number().int().positive(),
    event: z.string(),
    head_sha: z.string().regex(/^[0-9a-f]{40,64}$/),
    head_branch: z.string(),
    head_repository: z.object({ full_name: name }),
  }),
});

/** A sentence instead where the step is in the wrong kind of workflow. */
export function readGradingRun(environment: Environment): GradingRun | string {
  const [owner, repo] = (environment.GITHUB_REPOSITORY ?? '').split('/');
  const event = readEvent(environment.GITHUB_EVENT_PATH);
  if (environment.GITHUB_EVENT_NAME !== 'workflow_run' || !owner || !repo || event === null)
    return 'This step belongs into a workflow that is started by `workflow_run`: see examples/fork-comment.yml.';
  const run = event.workflow_run;
  if (run.event !== 'pull_request')
    return 'The run that graded was not started by a pull request: let the job depend on `github.event.workflow_run.event`, as in examples/fork-comment.yml.';
  return {
    owner,
    repo,
    id: run.id,
    commit: run.head_sha,
    headRepository: run.head_repository.full_name,
    headBranch: run.head_branch,
  };
}

function readEvent(path: string | undefined): z.infer<typeof eventSchema> | null {
  try {
    return eventSchema.parse(JSON.parse(readFileSync(path ?? '', 'utf8')));
  } catch {
    return null;
  }
}
