/** Reads what started the run. The event file is written by GitHub; only the few fields that are needed are looked at. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { RunContext } from '../publish/run-context.ts';
import type { Environment } from './environment.ts';

const repository = z.object({ full_name: z.string() }).nullable().catch(null);
const eventSchema = z.object({
  pull_request: z
    .object({
      number: z.number().int().positive(),
      head: z.object({ sha: z.string(), repo: repository }),
      base: z.object({ repo: repository }),
    })
    .optional()
    .catch(undefined),
});

/** Null: not started by GitHub's runner, so there is nowhere to publish to. */
export function readRun(environment: Environment): RunContext | null {
  const [owner, repo] = (environment.GITHUB_REPOSITORY ?? '').split('/');
  if (!owner || !repo) return null;
  const pull = readEvent(environment.GITHUB_EVENT_PATH).pull_request;
  const server = environment.GITHUB_SERVER_URL || 'https://github.com';
  return {
    owner,
    repo,
    eventName: environment.GITHUB_EVENT_NAME ?? '',
    commit: pull?.head.sha ?? environment.GITHUB_SHA ?? '',
    pull: pull
      ? { number: pull.number, fromFork: pull.head.repo?.full_name !== pull.base.repo?.full_name }
      : null,
    apiUrl: environment.GITHUB_API_URL || 'https://api.github.com',
    repositoryUrl: `${server}/${owner}/${repo}`,
  };
}

function readEvent(path: string | undefined): z.infer<typeof eventSchema> {
  if (!path) return {};
  try {
    return eventSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return {};
  }
}
