/** `cohort collect`: exit code 0 when everybody was asked for, 1 when nobody has a result, 3 when GitHub kept us from some. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { actionReference, UNKNOWN_OWNER } from '../../cli/action-reference.ts';
import { gradersFolder } from '../../run/graders-folder.ts';
import { UsageProblem } from '../../run/options.ts';
import { collect } from '../collect/collect.ts';
import type { Templates } from '../collect/workflow-trust.ts';
import { privateFolder, publishPseudonyms } from '../pseudonyms.ts';
import type { RosterNaming } from '../source/read-list.ts';
import { sourceOf } from '../source/source.ts';
import { githubApi, githubToken, NO_TOKEN } from './learners.ts';
import { exitOf, printCohort } from './outcome.ts';
import { showCount } from './progress.ts';

export interface CollectFlags extends RosterNaming {
  out: string;
  title?: string;
  deadline?: string;
  exercise?: string;
  artifact: string;
  history: number;
  workflow?: string;
  action?: string;
  graders?: string;
  jobs: number;
  pseudonyms?: string;
}

export async function collectCommand(text: string, flags: CollectFlags): Promise<number> {
  const source = await sourceOf(text);
  const out = resolve(flags.out);
  const progress = showCount(process.stderr, 'collect');
  try {
    const { cohort, troubles } = await collect({
      source,
      naming: { organization: flags.organization, classroom: flags.classroom, assignment: flags.assignment },
      out: flags.pseudonyms === undefined ? out : privateFolder(flags.pseudonyms),
      title: flags.title ?? null,
      deadline: flags.deadline ?? null,
      exercise: flags.exercise ?? null,
      artifact: flags.artifact,
      history: flags.history,
      graders: flags.graders === undefined ? gradersFolder() : resolve(flags.graders),
      templates: await templatesOf(source.kind === 'folder' ? { ...flags, action: 'none' } : flags),
      token: tokenFor(source.kind),
      apiUrl: githubApi(),
      jobs: flags.jobs,
      progress: progress.show,
    });
    progress.end();
    if (flags.pseudonyms !== undefined) await publishPseudonyms(flags.pseudonyms, out);
    printCohort(cohort, out);
    return exitOf(cohort, troubles);
  } finally {
    progress.end();
  }
}

async function templatesOf({ workflow, action }: CollectFlags): Promise<Templates> {
  const own =
    workflow === undefined
      ? null
      : await readFile(workflow, 'utf8').catch(() => {
          throw new UsageProblem([`${workflow} cannot be read.`]);
        });
  const reference = action ?? (await actionReference());
  if (own === null && reference.startsWith(`${UNKNOWN_OWNER}/`))
    process.stderr.write(
      'Say with --action which action the workflow of your learners uses: without it none of them is taken for the one that you handed out.\n',
    );
  return { action: reference, own };
}

/** A folder needs none. */
function tokenFor(kind: string): string {
  const token = githubToken();
  if (token !== null) return token;
  if (kind === 'folder') return 'none';
  throw new UsageProblem(NO_TOKEN);
}
