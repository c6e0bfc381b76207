/** `given`: a row for the steps that follow, of an actor, with a marker by which it is recognised. */
import { makeMarker } from '../bind/random.ts';
import { giveRow } from '../bind/rows.ts';
import { MISSING } from '../spec/predicates.ts';
import type { GivenStep } from '../spec/steps.ts';
import type { CaseResult, Probe } from './probe.ts';

export const given: Probe<GivenStep> = {
  name: 'given',
  async run(step, context) {
    const resource = context.bound.resources[step.row];
    const owner = context.bound.actors[step.of];
    if (resource === undefined || owner === undefined)
      return [unjudged(step, 'unbound', `No model for "${step.row}" was found in this project.`)];
    const row = await giveRow(context.session, resource, owner, makeMarker(context.random));
    if (row === null)
      return [
        unjudged(
          step,
          'blocked',
          `No ${resource.model.name} could be made for the test, neither through the app nor inside it.`,
        ),
      ];
    context.rows.set(step.id, row);
    return [];
  },
};

const unjudged = (step: GivenStep, state: 'unbound' | 'blocked', summary: string): CaseResult => ({
  state,
  label: step.id,
  summary,
  expected: null,
  actual: null,
  evidence: [],
  blockedBy: state === 'blocked' ? 'create' : null,
  resolve: () => MISSING,
});
