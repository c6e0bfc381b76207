/** Writes a cohort: each file aside first and then renamed, so that a kill at any moment leaves whole files only. */
import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { json } from '../report/boundary.ts';
import type { Report } from '../report/schema.ts';
import {
  type Cohort,
  cohortSchema,
  type Decision,
  decisionsSchema,
  type HistoryEntry,
  historySchema,
} from './model.ts';
import { readJson } from './read-file.ts';

export async function writeCohort(folder: string, cohort: Cohort): Promise<void> {
  await writeWhole(join(folder, 'cohort.json'), `${json(cohortSchema.parse(cohort))}\n`);
}

export async function writeDecisions(folder: string, decisions: Decision[]): Promise<void> {
  await writeWhole(join(folder, 'decisions.json'), `${json(decisionsSchema.parse(decisions))}\n`);
}

/** Writes the report and adds it to the history; returns both paths as cohort.json wants them. */
export async function writeResult(
  folder: string,
  learner: string,
  report: Report,
  at: string,
  earlier: readonly HistoryEntry[] = [],
): Promise<{ report: string; history: string }> {
  const place = `learners/${learner}/${report.exercise.id}`;
  const known = historySchema.safeParse(
    await readJson(folder, `${place}/history.json`, 20 * 1024 * 1024).catch(() => []),
  );
  const before = earlier.reduce(withEntry, known.success ? known.data : []);
  const history = withEntry(before, entryOf(report, at));
  await writeWhole(join(folder, place, 'report.json'), `${JSON.stringify(report)}\n`);
  await writeWhole(join(folder, place, 'history.json'), `${JSON.stringify(history)}\n`);
  return { report: `${place}/report.json`, history: `${place}/history.json` };
}

export function entryOf(report: Report, at: string): HistoryEntry {
  const states = report.requirements.map(({ id, state }) => [id, state] as const);
  return { at, commit: report.repository.commit, ...report.score, states: Object.fromEntries(states) };
}

/** The same moment is said once, so that collecting again adds nothing. */
export function withEntry(history: readonly HistoryEntry[], entry: HistoryEntry): HistoryEntry[] {
  const others = history.filter((one) => one.at !== entry.at || one.commit !== entry.commit);
  return [...others, entry].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).slice(-1_000);
}

export async function writeWhole(path: string, text: string | Uint8Array, mode = 0o644): Promise<void> {
  const aside = `${path}.${randomUUID()}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(aside, text, { flag: 'wx', mode });
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}
