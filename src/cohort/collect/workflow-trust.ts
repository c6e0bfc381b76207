/**
 * Who may change the workflow can have it say anything. So a result counts as verified only where the workflow that made
 * it is word for word the one that `milepost init` writes (comments aside), at the commit of that run.
 */
import { parse } from 'yaml';
import { workflowFile } from '../../cli/init-files.ts';
import type { GitHubClient } from '../../publish/client.ts';
import { hasStatus } from '../../publish/failure.ts';
import type { Polite } from '../github/polite.ts';

const LARGEST = 64 * 1024;
const OTHER = 'The workflow that made it is not the one that was handed out.';

export interface Templates {
  /** e.g. "school/milepost@v1" */
  action: string;
  /** The mentor's own workflow, in the place of that of `milepost init`. */
  own: string | null;
}

/** Null: it is the template. */
export async function workflowReason(
  { client, ask }: Polite,
  place: { owner: string; repo: string },
  run: { path: string; head_sha: string },
  exercise: string,
  templates: Templates,
): Promise<string | null> {
  const path = run.path.replace(/@.*$/s, '');
  if (!path.startsWith('.github/workflows/')) return 'It was made by a workflow of another repository.';
  const text = await ask(() => fileAt(client, place, path, run.head_sha));
  if (text === null) return 'The workflow that made it cannot be read.';
  return sameWorkflow(text, exercise, templates) ? null : OTHER;
}

export function sameWorkflow(text: string, exercise: string, { action, own }: Templates): boolean {
  const given = meaning(text);
  if (given === null) return false;
  const wanted = own === null ? [workflowFile(exercise, action)] : [own];
  return wanted.some((template) => meaning(template) === given);
}

/** Comments and the way of writing do not count, the order of keys does. Null: no workflow. */
function meaning(text: string): string | null {
  if (text.length > LARGEST) return null;
  try {
    return JSON.stringify(parse(text, { maxAliasCount: 0, uniqueKeys: true })) ?? null;
  } catch {
    return null;
  }
}

async function fileAt(
  client: GitHubClient,
  { owner, repo }: { owner: string; repo: string },
  path: string,
  ref: string,
): Promise<string | null> {
  try {
    const { data } = await client.rest.repos.getContent({ owner, repo, path, ref });
    if (Array.isArray(data) || data.type !== 'file' || data.size > LARGEST) return null;
    return Buffer.from(data.content, 'base64').toString('utf8');
  } catch (error) {
    if (hasStatus(error, 404, 403)) return null;
    throw error;
  }
}
