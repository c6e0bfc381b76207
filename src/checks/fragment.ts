/** Lines to paste into `.milepost.yml` for what could not be found. */
import type { Bound } from '../bind/bound.ts';
import { describeEndpoint, endpointsOf } from '../bind/endpoint.ts';
import type { RequirementSpec } from '../spec/schema.ts';

export function fragmentFor(requirement: RequirementSpec, bound: Bound): string {
  const roles = new Set(
    requirement.steps.flatMap((step) => {
      switch (step.probe) {
        case 'call':
          return [step.call.replace(/\.\$\{.*/, '')];
        case 'facts':
          return step.role === undefined ? [] : [step.role];
        case 'visit':
          return [step.page];
        case 'submit':
          return [step.form];
        default:
          return [];
      }
    }),
  );
  const examples = endpointsOf(bound.facts).slice(0, 5).map(describeEndpoint);
  const lines = [...roles].map((role) => `  ${role}: ${examples[0] ?? 'POST /path/'}`);
  return ['bind:', ...lines, `  # the app has: ${examples.join(', ')}`].join('\n');
}
