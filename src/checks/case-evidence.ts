/** The evidence of a requirement, of all its cases. */

import type { CaseResult } from '../probes/probe.ts';
import { evidence } from '../report/evidence.ts';
import type { Evidence } from '../report/schema.ts';
import type { Done } from './decide.ts';

/** Several cases also become one table: who did what, what was expected and what was seen. */
export function evidenceOf(steps: Done[]): Evidence[] {
  const rows = steps.flatMap(({ step, results }) =>
    'as' in step && step.probe !== 'throttle' ? results.map((result) => ({ actor: step.as, result })) : [],
  );
  const all = steps.flatMap(({ results }) => results.flatMap((one) => one.evidence));
  if (rows.length <= 1) return all;
  // The table holds what was as expected; below it a reader wants what was not.
  const wrong = all.filter(({ ok }) => !ok);
  return [tableOf(rows), ...(wrong.length > 0 ? wrong : all)];
}

function tableOf(rows: { actor: string; result: CaseResult }[]): Evidence {
  const wrong = rows.filter(({ result }) => result.state === 'fail');
  const outcome = ({ state }: CaseResult): string =>
    state === 'pass' ? 'as expected' : state === 'fail' ? 'wrong' : 'not judged';
  return evidence({
    summary:
      wrong.length === 0
        ? 'Every case that could be judged was as expected.'
        : `${wrong.length} of ${rows.length} cases were not as expected.`,
    ok: wrong.length === 0,
    source: 'observed',
    table: {
      title: 'Who did what',
      columns: ['actor', 'operation', 'expected', 'seen', 'result'],
      rows: rows.map(({ actor, result }) => [
        actor,
        result.label,
        result.expected ?? '',
        result.actual ?? result.summary,
        outcome(result),
      ]),
    },
  });
}
