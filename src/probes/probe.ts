/** What a probe is: one kind of step, one file, one line in the registry. */

import type { Bound } from '../bind/bound.ts';
import type { Person, Random } from '../bind/random.ts';
import type { Row } from '../bind/rows.ts';
import type { ContentRow } from '../bind/site/rows.ts';
import type { Session } from '../checks/session.ts';
import type { Evidence, Place, State } from '../report/schema.ts';
import type { Project, Repository } from '../repository/scan.ts';
import { MISSING, type Value } from '../spec/predicates.ts';
import type { RequirementSpec } from '../spec/schema.ts';
import type { Step } from '../spec/steps.ts';
import type { Toolbox } from '../tools/toolbox.ts';

/** What there is to read without running anything. */
export interface Written {
  repository: Pick<Repository, 'root' | 'files' | 'projects'>;
  project: Pick<Project, 'dir' | 'settingsModules'>;
  /** all that are judged in this run */
  requirements: readonly RequirementSpec[];
  toolbox: Pick<Toolbox, 'report'>;
  /** states of requirements that are decided already */
  decided: ReadonlyMap<string, State>;
}

/** What the steps of one check share. */
export interface CheckContext extends Written {
  bound: Bound;
  session: Session;
  random: Random;
  /** rows and people that earlier steps made, by step id */
  rows: Map<string, Row>;
  people: Map<string, Person>;
  /** rows of contents, several under one id where a step asked for several */
  contents: Map<string, ContentRow[]>;
  /** the requirement that asks for the model of a role, or for one of its slots */
  askingFor(role: string, slot?: string): string | null;
  /** the pages that a requirement is about */
  pagesOf(requirement: string): string[];
  /** the requirement that asks whether a page opens */
  opening(page: string): string | null;
  /** the first requirement with such a step */
  requirementWith(test: (step: Step) => boolean): string | null;
  /** the requirement that asks for a role in the admin */
  managing(role: string): string | null;
  /** opens another fresh instance, for a step that uses one up; closed with the check */
  freshSession(): Promise<Session>;
}

/** What one case of a step came to. */
export interface CaseResult {
  /** pass, fail; or why it could not be judged: `error` is the grader's or the machine's, never the learner's */
  state: 'pass' | 'fail' | 'unbound' | 'blocked' | 'skipped' | 'error';
  /** value of `each`, or the step's title */
  label: string;
  /** what was not found had to be */
  required?: boolean;
  /** passing it alone proves nothing */
  extra?: boolean;
  /** one sentence: what was seen */
  summary: string;
  expected: string | null;
  actual: string | null;
  evidence: Evidence[];
  /** the requirement that is the root cause of `blocked` */
  blockedBy: string | null;
  /** answers the queries of hints */
  resolve: (name: string, argument: string) => Value | Promise<Value>;
}

export interface Probe<S extends Step = Step> {
  name: S['probe'];
  run(step: S, context: CheckContext): Promise<CaseResult[]>;
}

export const place = (known: { file: string; line: number } | null | undefined): Place | null =>
  known === null || known === undefined ? null : { file: known.file, line: known.line, code: null };

/** A case that says nothing about the learner's app, or only that something it stands on is missing. */
export const unjudged = (
  label: string,
  state: 'unbound' | 'blocked' | 'skipped' | 'error',
  summary: string,
  blockedBy: string | null = null,
): CaseResult => ({
  state,
  label,
  summary,
  expected: null,
  actual: null,
  evidence: [],
  blockedBy,
  resolve: () => MISSING,
});
