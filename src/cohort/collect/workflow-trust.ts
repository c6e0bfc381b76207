/**
 * Who may change the workflow can have it say anything. So a result counts as verified only where the workflow that made
 * it is word for word the one that `milepost init` writes (comments aside), at the commit of that run.
 *
 * For a pull request GitHub takes the workflow of a merge: where the branch leaves the file alone, that of the target. A
 * change could be made there, and taken back later, so every version that the target ever had counts.
 */
import { parse } from 'yaml';
import { workflowFile } from '../../cli/init-files.ts';
import type { GitHubClient } from '../../publish/client.ts';
import { hasStatus } from '../../publish/failure.ts';
import type { Polite } from '../github/polite.ts';

const LARGEST = 64 * 1024;
const MOST_VERSIONS = 30;
const OTHER = 'The workflow that made it is not the one that was handed out.';
const UNREADABLE = 'The workflow that made it cannot be read.';
const CHANGED = 'The workflow has been changed on the default branch, if only for a while.';
const NOT_OF_THE_COURSE = 'The workflow that made it is not that of the course repository.';

export interface Templates {
  /** e.g. "school/milepost@v1" */
  action: string;
  /** The mentor's own workflow, in the place of that of `milepost init`. */
  own: string | null;
}

interface Place {
  owner: string;
  repo: string;
}
interface MadeBy {
  event: string;
  path: string;
  head_sha: string;
}

/** For a learner's own repository. Null: it is the template. */
export async function workflowReason(
  polite: Polite,
  place: Place,
  run: MadeBy,
  target: string,
  exercise: string,
  templates: Templates,
): Promise<string | null> {
  const text = await textOf(polite, place, run);
  if (text === null) return UNREADABLE;
  if (!sameWorkflow(text, exercise, templates)) return OTHER;
  if (run.event !== 'pull_request') return null;
  const versions = await workflowVersions(polite, place, pathOf(run), target);
  return versions?.every((version) => sameWorkflow(version, exercise, templates)) ? null : CHANGED;
}

/** For a course repository, whose own workflow it is to be, in any of its versions. */
export async function courseReason(
  polite: Polite,
  course: Place,
  run: MadeBy,
  versions: string[] | null,
): Promise<string | null> {
  const text = await textOf(polite, course, run);
  if (text === null) return UNREADABLE;
  const given = meaning(text);
  return given !== null && versions?.some((version) => meaning(version) === given) ? null : NOT_OF_THE_COURSE;
}

/** Each text that the file had on the branch; null: too many to look at. */
export async function workflowVersions(
  { client, ask }: Polite,
  place: Place,
  path: string,
  branch: string,
): Promise<string[] | null> {
  const { data } = await ask(() =>
    client.rest.repos.listCommits({ ...place, path, sha: branch, per_page: MOST_VERSIONS + 1 }),
  );
  if (data.length > MOST_VERSIONS) return null;
  const texts: string[] = [];
  for (const { sha } of data) {
    const text = await ask(() => fileAt(client, place, path, sha));
    // In a commit that removed it there was none that could run.
    if (text !== null) texts.push(text);
  }
  return texts;
}

export const pathOf = ({ path }: MadeBy): string => path.replace(/@.*$/s, '');

async function textOf({ client, ask }: Polite, place: Place, run: MadeBy): Promise<string | null> {
  const path = pathOf(run);
  return path.startsWith('.github/workflows/') ? ask(() => fileAt(client, place, path, run.head_sha)) : null;
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
  { owner, repo }: Place,
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
