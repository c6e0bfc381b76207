/**
 * Makes one cohort of several. Of two results of the same learner and exercise the newer one stays. The parts come from
 * jobs that ran learners' code, so every report is read as a stranger's.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { groupBy } from '../html/group-by.ts';
import type { Cohort, CohortExercise, CohortLearner, CohortResult, Decision, HistoryEntry } from './model.ts';
import { historySchema } from './model.ts';
import { readCohort } from './read.ts';
import { UnusableFile } from './read-file.ts';
import { markSameResults, printOf } from './same-result.ts';
import { readReport } from './stored-report.ts';
import { withEntry, writeCohort, writeDecisions, writeWhole } from './write.ts';

interface Part {
  folder: string;
  cohort: Cohort;
  decisions: Decision[];
}
interface Candidate {
  part: Part;
  learner: CohortLearner;
  result: CohortResult;
}

export async function mergeCohorts(
  folders: readonly string[],
  out: string,
  title: string | null,
): Promise<Cohort> {
  const parts: Part[] = [];
  for (const folder of folders) {
    const { cohort, decisions } = await readCohort(folder);
    parts.push({ folder, cohort, decisions });
  }
  const all = parts.flatMap((part) =>
    part.cohort.learners.flatMap((learner) => learner.results.map((result) => ({ part, learner, result }))),
  );
  const prints = new Map<CohortResult, string>();
  const learners: CohortLearner[] = [];
  for (const [id, own] of groupBy(all, ({ learner }) => learner.id)) {
    const results: CohortResult[] = [];
    for (const candidates of groupBy(own, ({ result }) => result.exercise).values())
      results.push(await merged(id, candidates, out, prints));
    const { name, group, repository } = (own.at(-1) as Candidate).learner;
    learners.push({ id, name, group, repository, results });
  }
  markSameResults(learners, prints);
  const cohort: Cohort = {
    schemaVersion: 1,
    title: title ?? parts[0]?.cohort.title ?? 'Cohort',
    collectedAt: latest(parts.map((part) => part.cohort.collectedAt)) ?? new Date().toISOString(),
    deadline: latest(parts.flatMap((part) => part.cohort.deadline ?? [])) ?? null,
    exercises: exercisesOf(parts),
    learners: learners.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
  await writeCohort(out, cohort);
  const decisions = [
    ...new Map(parts.flatMap((part) => part.decisions.map((one) => [JSON.stringify(one), one]))),
  ];
  if (decisions.length > 0)
    await writeDecisions(
      out,
      decisions.map(([, one]) => one),
    );
  return cohort;
}

async function merged(
  id: string,
  candidates: Candidate[],
  out: string,
  prints: Map<CohortResult, string>,
): Promise<CohortResult> {
  const newestFirst = candidates.toSorted((a, b) => rank(b) - rank(a));
  const newest = newestFirst[0] as Candidate;
  const { result, part } = newest;
  const place = `learners/${id}/${result.exercise}`;
  let history: HistoryEntry[] = [];
  for (const one of candidates) for (const entry of await historyOf(one)) history = withEntry(history, entry);
  const paths = {
    report: null as string | null,
    history: history.length > 0 ? `${place}/history.json` : null,
  };
  if (paths.history) await writeWhole(join(out, paths.history), `${JSON.stringify(history)}\n`);
  if (result.report === null) return { ...result, ...paths };
  try {
    const report = await readReport(part.folder, result.report);
    if (report.exercise.id !== result.exercise) throw new UnusableFile('is about another exercise');
    paths.report = `${place}/report.json`;
    await writeWhole(join(out, paths.report), `${JSON.stringify(report)}\n`);
    const kept = { ...result, ...paths };
    prints.set(kept, printOf(report));
    return kept;
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    return { ...result, ...paths, status: 'none', why: `Its report.json ${error.message}.` };
  }
}

/** A result before none, the newer before the older. */
const rank = ({ result, part }: Candidate): number =>
  (result.status === 'graded' ? 1e15 : 0) + Date.parse(result.at ?? part.cohort.collectedAt);

async function historyOf({ part, result }: Candidate): Promise<HistoryEntry[]> {
  if (result.history === null) return [];
  const text = await readFile(join(part.folder, result.history), 'utf8').catch(() => '[]');
  try {
    return historySchema.parse(JSON.parse(text));
  } catch {
    return [];
  }
}

function exercisesOf(parts: Part[]): CohortExercise[] {
  const all = parts.flatMap(({ cohort }) => cohort.exercises);
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

const latest = (times: string[]): string | undefined =>
  times.toSorted((a, b) => Date.parse(b) - Date.parse(a))[0];
