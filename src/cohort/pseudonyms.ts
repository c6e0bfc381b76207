/**
 * A copy of a cohort in which nobody is named: names, addresses and commits are replaced by ids. Whose they are is in a
 * file that stays with the mentor, so that the same learner has the same id the next time.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { z } from 'zod';
import type { Report } from '../report/schema.ts';
import { UsageProblem } from '../run/options.ts';
import {
  type Cohort,
  type CohortLearner,
  type CohortResult,
  type Decision,
  learnerIdSchema,
} from './model.ts';
import { readCohort, readDecisions } from './read.ts';
import { readReport } from './stored-report.ts';
import { writeCohort, writeDecisions, writeWhole } from './write.ts';

const keySchema = z.strictObject({
  schemaVersion: z.literal(1),
  /** Makes the ids of commits; without it nobody can try commits out. */
  secret: z.string().min(32),
  learners: z.array(
    z.strictObject({
      pseudonym: learnerIdSchema,
      id: z.string(),
      name: z.string(),
      repository: z.string().nullable(),
    }),
  ),
});
export type PseudonymKey = z.infer<typeof keySchema>;

/** Where the cohort with the names lies while only the copy is meant to be seen. */
export const privateFolder = (keyFile: string): string => `${resolve(keyFile)}.private`;

export async function publishPseudonyms(keyFile: string, out: string): Promise<void> {
  await writePseudonymous(privateFolder(keyFile), out, keyFile);
}

/** What was decided in the copy stays there, beside what was decided with the names in view. */
export async function writePseudonymous(from: string, to: string, keyFile: string): Promise<Cohort> {
  if (`${resolve(keyFile)}${sep}`.startsWith(`${resolve(to)}${sep}`))
    throw new UsageProblem([`${keyFile} says who is who: keep it out of the folder that you hand on.`]);
  if (['.collect', '.grade'].some((name) => existsSync(join(to, name))))
    throw new UsageProblem([`${to} holds a cohort with names in it: name another folder.`]);
  const { cohort, decisions } = await readCohort(from);
  const key = withNewcomers(await readKey(keyFile), cohort);
  await writeWhole(resolve(keyFile), `${JSON.stringify(key, null, 2)}\n`, 0o600);
  const copy = pseudonymous(cohort, key);
  for (const [index, learner] of cohort.learners.entries()) {
    const renamed = copy.learners[index];
    for (const [at, result] of learner.results.entries()) {
      const other = renamed?.results[at];
      if (result.report === null || !other?.report) continue;
      const report = await readReport(from, result.report).catch(() => null);
      if (report)
        await writeWhole(join(to, other.report), `${JSON.stringify(withoutNames(report, learner, key))}\n`);
      else Object.assign(other, { report: null, status: 'none', why: 'Its report.json cannot be read.' });
      if (result.history !== null && other.history !== null)
        await copyHistory(from, result.history, to, other.history, key);
    }
  }
  if (decisions.length > 0) await addDecisions(to, decisions, key);
  // In the order of the names they could be told by their place.
  const shuffled = { ...copy, learners: copy.learners.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
  await writeCohort(to, shuffled);
  return shuffled;
}

export function pseudonymous(cohort: Cohort, key: PseudonymKey): Cohort {
  const ids = new Map(key.learners.map(({ id, pseudonym }) => [id, pseudonym]));
  const idOf = (id: string): string => ids.get(id) ?? 'unknown';
  const learners = cohort.learners.map((learner) => {
    const id = idOf(learner.id);
    const results = learner.results.map((result) => renamedResult(result, id, idOf, key));
    return { ...learner, id, name: id, repository: null, results };
  });
  return { ...cohort, learners };
}

function renamedResult(
  result: CohortResult,
  id: string,
  idOf: (id: string) => string,
  key: PseudonymKey,
): CohortResult {
  const place = `learners/${id}/${result.exercise}`;
  return {
    ...result,
    report: result.report && `${place}/report.json`,
    history: result.history && `${place}/history.json`,
    commit: commitId(result.commit, key),
    run: null,
    pullRequest: null,
    trust: { ...result.trust, sameAs: result.trust.sameAs.map(idOf) },
  };
}

/** What a report says of itself, and where a learner's own name or repository stands in the evidence. */
export function withoutNames(report: Report, learner: CohortLearner, key: PseudonymKey): Report {
  const repository = learner.repository?.replace(/^https?:\/\/[^/]+\//, '') ?? '';
  const names = [repository, ...repository.split('/'), learner.name, ...learner.name.split(/\s+/), learner.id]
    .filter((name) => name.length >= 4)
    .toSorted((a, b) => b.length - a.length);
  const hidden =
    names.length === 0 ? report : (hide(report, new RegExp(names.map(escaped).join('|'), 'gi')) as Report);
  return {
    ...hidden,
    // Words of ours that could hold a name by chance decide how the report is read.
    requirements: hidden.requirements.map((one, index) => ({
      ...one,
      id: report.requirements[index]?.id ?? one.id,
    })),
    exercise: report.exercise,
    startedAt: report.startedAt,
    repository: { ...report.repository, commit: commitId(report.repository.commit, key) },
  };
}

export async function readKey(file: string): Promise<PseudonymKey> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new UsageProblem([`${file} cannot be read (${error.code}).`]);
  });
  if (text === null) return { schemaVersion: 1, secret: randomBytes(24).toString('hex'), learners: [] };
  try {
    return keySchema.parse(JSON.parse(text));
  } catch {
    throw new UsageProblem([`${file} is there, and is no file of pseudonyms: name another.`]);
  }
}

/** Drawn at random: an id that is made from a name can be found by trying names. */
export function withNewcomers(key: PseudonymKey, { learners }: Cohort): PseudonymKey {
  const known = new Set(key.learners.map(({ id }) => id));
  const taken = new Set(key.learners.map(({ pseudonym }) => pseudonym));
  const draw = (): string => {
    const pseudonym = `L${randomBytes(4).toString('hex')}`;
    if (taken.has(pseudonym)) return draw();
    taken.add(pseudonym);
    return pseudonym;
  };
  const added = learners
    .filter(({ id }) => !known.has(id))
    .map(({ id, name, repository }) => ({ pseudonym: draw(), id, name, repository }));
  return { ...key, learners: [...key.learners, ...added] };
}

async function addDecisions(to: string, decisions: readonly Decision[], key: PseudonymKey): Promise<void> {
  const ids = new Map(key.learners.map(({ id, pseudonym }) => [id, pseudonym]));
  const renamed = decisions.flatMap((one) => {
    const learner = ids.get(one.learner);
    return learner ? [{ ...one, learner, commit: commitId(one.commit, key) }] : [];
  });
  const all = [...(await readDecisions(to, [])), ...renamed].map(
    (one) => [JSON.stringify(one), one] as const,
  );
  await writeDecisions(to, [...new Map(all).values()]);
}

const commitId = (commit: string | null, { secret }: PseudonymKey): string | null =>
  commit && createHmac('sha256', secret).update(commit).digest('hex').slice(0, 12);

async function copyHistory(
  from: string,
  path: string,
  to: string,
  other: string,
  key: PseudonymKey,
): Promise<void> {
  const text = await readFile(join(from, path), 'utf8').catch(() => '[]');
  const lines = JSON.parse(text) as { commit: string | null }[];
  await writeWhole(
    join(to, other),
    `${JSON.stringify(lines.map((one) => ({ ...one, commit: commitId(one.commit, key) })))}\n`,
  );
}

function hide(value: unknown, names: RegExp): unknown {
  if (typeof value === 'string') return value.replace(names, '***');
  if (Array.isArray(value)) return value.map((one) => hide(one, names));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, OURS.has(name) ? one : hide(one, names)]),
  );
}

/** Words of ours, which could hold a name by chance. */
const OURS = new Set(['id', 'state', 'source', 'outcome', 'engine', 'startedAt', 'blockedBy', 'stage']);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
