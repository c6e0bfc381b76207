/** Requirements about what is written: files and packages are read, so they are judged even where the app does not start. */

import type { Written } from '../probes/probe.ts';
import { runWritten } from '../probes/registry.ts';
import type { RequirementResult } from '../report/schema.ts';
import type { RequirementSpec } from '../spec/schema.ts';
import type { Step, WrittenStep } from '../spec/steps.ts';
import { type Done, decide, resultOf } from './decide.ts';

export const isWritten = ({ steps }: RequirementSpec): boolean => steps.every(isWrittenStep);

const isWrittenStep = (step: Step): step is WrittenStep => step.probe === 'tool' || step.probe === 'document';

export async function checkWritten(
  requirement: RequirementSpec,
  written: Written,
): Promise<RequirementResult> {
  const started = performance.now();
  const steps: Done[] = [];
  for (const step of requirement.steps.filter(isWrittenStep))
    steps.push({ step, results: await runWritten(step, written) });
  const cases = steps.flatMap(({ results }) => results);
  // What the checkout does not hold cannot be told, and no hint of the exercise is about that.
  const decision = decide({ ...requirement, 'when-unbound': 'inconclusive' }, cases);
  const result = await resultOf(requirement, written.decided, steps, decision, started);
  return result.state === 'inconclusive' ? { ...result, hint: null } : result;
}
