import { plain } from '../../src/report/boundary.ts';
import type { Report } from '../../src/report/schema.ts';
import type { Labelled } from './labels.ts';

export const OUTCOMES = ['agree', 'false fail', 'false pass', 'cannot tell'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Comparison {
  repo: string;
  requirement: string;
  outcome: Outcome;
  label: string;
  /** our state and its reason, safe to print */
  ours: string;
}

/** Each label that says pass or fail against our verdict; where there is no report every label is "cannot tell". */
export function compare(one: Labelled, report: Report | null, problem: string): Comparison[] {
  return Object.entries(one.labels)
    .filter(([, label]) => label.verdict !== 'unclear')
    .map(([requirement, label]) => {
      const result = report?.requirements.find((candidate) => candidate.id === requirement);
      const state = result?.state ?? 'none';
      return {
        repo: one.repo,
        requirement,
        outcome: outcomeOf(label.verdict, state),
        label: `${label.verdict}: ${label.evidence}`,
        ours: plain(
          result === undefined
            ? report === null
              ? problem
              : 'the report has no such requirement'
            : `${state}: ${result.reason}${seen(result.evidence)}`,
        ),
      };
    });
}

function outcomeOf(label: string, ours: string): Outcome {
  if (ours !== 'pass' && ours !== 'fail') return 'cannot tell';
  if (ours === label) return 'agree';
  return ours === 'fail' ? 'false fail' : 'false pass';
}

function seen(evidence: Report['requirements'][number]['evidence']): string {
  const first = evidence.find((one) => !one.ok);
  if (first === undefined) return '';
  const { exchange } = first;
  const answer = exchange === null ? '' : ` [${exchange.method} ${exchange.url} → ${exchange.status}]`;
  return ` | ${first.summary}${answer}`;
}

/** Totals and a line per requirement. */
export function agreementTable(all: Comparison[]): string {
  const requirements = [...new Set(all.map((one) => one.requirement))];
  const rows = [
    ['total', ...counts(all)],
    ...requirements.map((id) => [id, ...counts(all.filter((one) => one.requirement === id))]),
  ];
  const table = [['', 'labels', 'agreement', ...OUTCOMES], ...rows];
  return table
    .map((row) => row.map((cell, index) => (index === 0 ? cell.padEnd(20) : cell.padStart(13))).join(''))
    .join('\n');
}

function counts(some: Comparison[]): string[] {
  const count = (outcome: Outcome): number => some.filter((one) => one.outcome === outcome).length;
  const percent = ((100 * count('agree')) / some.length).toFixed(1);
  return [String(some.length), `${percent} %`, ...OUTCOMES.map((outcome) => String(count(outcome)))];
}
