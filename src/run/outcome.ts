/** The report of a run, however it ended. */

import type { Bound } from '../bind/bound.ts';
import { blockedBy, errored } from '../checks/verdicts.ts';
import type { Engine } from '../engines/engine.ts';
import type { Remedy, Report, RequirementResult } from '../report/schema.ts';
import type { Project, Repository } from '../repository/scan.ts';
import { scoreOf } from '../score/score.ts';
import type { LoadedExercise } from '../spec/load.ts';
import type { RequirementSpec } from '../spec/schema.ts';
import { VERSION } from '../version.ts';

/** What is known about a run before its outcome. */
export interface RunFacts {
  exercise: LoadedExercise;
  why: string;
  /** `--graders` */
  graders: string | null;
  repository: Repository;
  project: Project | null;
  engine: Engine;
  seed: number;
  requirements: RequirementSpec[];
  timings: Record<string, number>;
  notes: string[];
  remedies: Remedy[];
  startedAt: Date;
}

export const completed = (facts: RunFacts, bound: Bound, results: RequirementResult[]): Report =>
  reportOf(facts, 'completed', null, results, bound);

/** The app never ran: that is the learner's to mend, so what stands on it is blocked; what is written is judged all the same. */
export function notStarted(
  facts: RunFacts,
  problem: NonNullable<Report['problem']>,
  judged: ReadonlyMap<string, RequirementResult> = new Map(),
): Report {
  const results = facts.requirements.map(
    (one) =>
      judged.get(one.id) ?? blockedBy(one, 'start', `The app could not be started: ${problem.message}`),
  );
  return reportOf(facts, 'no-app', { ...problem, log: problem.log?.slice(-8_000) ?? null }, results, null);
}

export function failedRun(facts: RunFacts, stage: string, error: unknown): Report {
  const message = error instanceof Error ? error.message : String(error);
  const log = error instanceof Error ? (error.stack ?? null) : null;
  const results = facts.requirements.map((one) => errored(one, message));
  return reportOf(facts, 'failed', { stage, message, place: null, log }, results, null);
}

/** By Ctrl-C, or because the workflow was cancelled: nothing broke, and nothing is judged. */
export function stoppedRun(facts: RunFacts, stage: string): Report {
  const results = facts.requirements.map((one) => ({
    ...errored(one, ''),
    reason: 'Not judged: the run was stopped before its end.',
  }));
  const problem = { stage, message: 'The run was stopped before its end.', place: null, log: null };
  return reportOf(facts, 'stopped', problem, results, null);
}

function reportOf(
  facts: RunFacts,
  outcome: Report['outcome'],
  problem: Report['problem'],
  requirements: RequirementResult[],
  bound: Bound | null,
): Report {
  const { exercise, repository, engine } = facts;
  return {
    schemaVersion: 1,
    milepost: { version: VERSION },
    exercise: {
      id: exercise.spec.exercise,
      title: exercise.spec.title,
      specDigest: exercise.digest,
      graders: facts.graders,
      chosen: facts.why,
    },
    repository: { project: facts.project?.dir ?? '', commit: repository.commit },
    engine: engine.name,
    notIsolated: engine.notIsolated,
    seed: facts.seed,
    startedAt: facts.startedAt.toISOString(),
    outcome,
    problem,
    score: scoreOf(requirements),
    timings: { ...facts.timings, total: Math.round(Date.now() - facts.startedAt.getTime()) },
    remedies: facts.remedies.map(({ what, why }) => ({ what, why })),
    notes: facts.notes,
    binding: bound?.table ?? [],
    requirements,
  };
}
