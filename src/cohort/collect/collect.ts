/**
 * Gathers the newest result of each learner into a folder. Each row is written as soon as it is known; a kill loses none
 * of them, a learner whose repository is gone or broken is a row that says so.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pMap from 'p-map';
import type { Patience } from '../../publish/patience.ts';
import { VERSION } from '../../version.ts';
import { assembled } from '../assemble.ts';
import { politeClient } from '../github/polite.ts';
import type { Cohort } from '../model.ts';
import { readCohortFile } from '../read.ts';
import { printOf } from '../same-result.ts';
import type { RosterNaming } from '../source/read-list.ts';
import type { Source } from '../source/source.ts';
import { writeCohort, writeResult } from '../write.ts';
import type { CollectSettings } from './collect-one.ts';
import type { CollectedResult } from './collected.ts';
import { type Item, itemsOf } from './listing.ts';
import { exercisesIn } from './own-result.ts';
import { type Resumable, type RowState, resumable } from './row-state.ts';
import { troubleOf } from './trouble.ts';
import type { Templates } from './workflow-trust.ts';

export interface CollectOptions {
  source: Source;
  naming: RosterNaming;
  out: string;
  title: string | null;
  deadline: string | null;
  /** What learners without a result were to do; null: as the others. */
  exercise: string | null;
  artifact: string;
  /** How many earlier results are fetched for the history when there is a new one. */
  history: number;
  /** Folder of the exercises. */
  graders: string;
  templates: Templates;
  token: string;
  apiUrl: string;
  jobs: number;
  progress: (message: string) => void;
  patience?: Partial<Patience>;
}

export interface Collection {
  cohort: Cohort;
  /** Rows that could not be asked for: no news about the learners. */
  troubles: number;
}

export async function collect(options: CollectOptions): Promise<Collection> {
  const { source, out, artifact, templates, progress } = options;
  const folder = join(out, '.collect');
  const exercises = exercisesIn(options.graders);
  const polite = politeClient({
    token: options.token,
    apiUrl: options.apiUrl,
    cache: join(folder, 'answers'),
    waiting: (milliseconds) => progress(`GitHub asks for a break of ${Math.ceil(milliseconds / 1000)} s`),
    patience: options.patience,
  });
  const state = await resumable(out, folder, JSON.stringify([source, options.naming, artifact]));
  const settings: CollectSettings = {
    polite,
    artifact,
    exercises,
    templates,
    history: options.history,
    known: async () => null,
  };
  progress('asking who is there');
  const items = await itemsOf(source, options.naming, settings).catch((error: unknown) => {
    throw new Error(troubleOf(error).why ?? '');
  });
  const previous = await readCohortFile(out);
  const judgedBy = async (exercise: string | null): Promise<string> => {
    const digest = exercise && (await exercises.load(exercises.folder, exercise).catch(() => null))?.digest;
    return createHash('sha256')
      .update(JSON.stringify([VERSION, templates, digest]))
      .digest('hex')
      .slice(0, 16);
  };

  let done = 0;
  let graded = 0;
  let troubles = 0;
  const rows = await pMap(
    items,
    async (item) => {
      const row = await collectRow(item, settings, state, out, judgedBy);
      done += 1;
      if (row.state.stored) graded += 1;
      if (row.trouble) troubles += 1;
      progress(`${done} of ${items.length} learners, ${graded} with a result`);
      return { ...row, item };
    },
    { concurrency: options.jobs },
  );
  const cohort = await assembled({
    rows: rows.map(({ item, state: { facts, stored } }) => ({
      entrant: item.entrant,
      facts,
      stored,
    })),
    previous,
    // Of a list the mentor decides who is in it; who has vanished from GitHub stays.
    keepVanished: source.kind === 'organization' || source.kind === 'pulls',
    title: options.title,
    deadline: options.deadline,
    exercise: options.exercise,
    exercises,
  });
  await writeCohort(out, cohort);
  await state.finish();
  return { cohort, troubles };
}

interface Row {
  state: RowState;
  trouble: boolean;
}

async function collectRow(
  { entrant, place, collect: fetchNewest }: Item,
  settings: CollectSettings,
  state: Resumable,
  out: string,
  judgedBy: (exercise: string | null) => Promise<string>,
): Promise<Row> {
  const before = await state.read(entrant.id, place);
  const holds =
    before !== null &&
    before.judgedBy === (await judgedBy(before.facts.exercise)) &&
    (before.stored === null || existsSync(join(out, before.stored.report)));
  const current = holds ? before : null;
  if (current?.run === state.id) return { state: current, trouble: false };
  const known = async (_: string, artifact: number): Promise<CollectedResult | null> =>
    current?.facts.artifact === artifact ? { ...current.facts, report: null } : null;
  const {
    report,
    earlier,
    trouble = false,
    ...facts
  } = await fetchNewest({ ...settings, known }).catch(troubleOf);
  // Nothing was looked at again: what was stored still holds.
  const unchanged = report === null && facts.artifact !== null && facts.artifact === current?.facts.artifact;
  const stored = report
    ? {
        ...(await writeResult(out, entrant.id, report, facts.at ?? report.startedAt, earlier)),
        print: printOf(report),
      }
    : unchanged
      ? current.stored
      : null;
  const row: RowState = { run: state.id, judgedBy: await judgedBy(facts.exercise), facts, stored };
  if (!trouble) await state.write(entrant.id, place, row);
  return { state: row, trouble };
}
