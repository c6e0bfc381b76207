/** Whom a command is about: the learners of a source, or of one part of a plan. */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { UsageProblem } from '../../run/options.ts';
import { entrantsOf } from '../collect/listing.ts';
import { politeClient } from '../github/polite.ts';
import type { Entrant } from '../source/entrant.ts';
import { planSchema } from '../source/plan-file.ts';
import type { RosterNaming } from '../source/read-list.ts';
import { sourceOf } from '../source/source.ts';
import type { Count } from './progress.ts';

export const githubToken = (): string | null => process.env.GH_TOKEN || process.env.GITHUB_TOKEN || null;
export const githubApi = (): string => process.env.GITHUB_API_URL || 'https://api.github.com';

/** `cache`: where answers of GitHub are kept. */
export async function learnersOf(
  text: string,
  naming: RosterNaming,
  cache: string,
  progress: Count,
): Promise<Entrant[]> {
  const source = await sourceOf(text);
  const onGitHub = source.kind === 'organization' || source.kind === 'pulls';
  const token = githubToken();
  if (onGitHub && token === null) throw new UsageProblem(NO_TOKEN);
  const polite = politeClient({
    token: token ?? 'none',
    apiUrl: githubApi(),
    cache: join(cache, 'answers'),
    waiting: (milliseconds) =>
      progress.show(`GitHub asks for a break of ${Math.ceil(milliseconds / 1000)} s`),
  });
  return entrantsOf(source, naming, polite);
}

/** Null: it is no plan. */
export async function shardOf(text: string, shard: number | undefined): Promise<Entrant[] | null> {
  const given = extname(text) === '.json' ? await readFile(text, 'utf8').catch(() => '') : '';
  const plan = planSchema.safeParse(parsed(given));
  if (!plan.success) {
    if (shard !== undefined)
      throw new UsageProblem([`${text} is no plan: --shard is for what "cohort plan" wrote.`]);
    return null;
  }
  if (shard === undefined) return plan.data.shards.flat();
  const found = plan.data.shards[shard - 1];
  if (found) return found;
  throw new UsageProblem([`${text} has ${plan.data.shards.length} parts, so there is no part ${shard}.`]);
}

export const NO_TOKEN = [
  'There is no token for GitHub. Set GH_TOKEN, for example with: export GH_TOKEN=$(gh auth token)',
  'It needs to read the contents and the actions of the repositories, and nothing else.',
];

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
