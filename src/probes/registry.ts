/** Every probe, by the name that a spec uses. A new probe is one file and one case here; the compiler misses none. */
import type { Step } from '../spec/steps.ts';
import { call } from './call.ts';
import { facts } from './facts.ts';
import { given } from './given.ts';
import type { CaseResult, CheckContext } from './probe.ts';
import { throttle } from './throttle.ts';

export function runStep(step: Step, context: CheckContext): Promise<CaseResult[]> {
  switch (step.probe) {
    case 'call':
      return call.run(step, context);
    case 'given':
      return given.run(step, context);
    case 'facts':
      return facts.run(step, context);
    case 'throttle':
      return throttle.run(step, context);
  }
}
