/** Every probe, by the name that a spec uses. A new probe is one file and one case here; the compiler misses none. */
import type { Step, WrittenStep } from '../spec/steps.ts';
import { admin } from './admin.ts';
import { attack } from './attack.ts';
import { call } from './call.ts';
import { deploy } from './deploy.ts';
import { document } from './document.ts';
import { facts } from './facts.ts';
import { given } from './given.ts';
import { links } from './links.ts';
import type { CaseResult, CheckContext, Written } from './probe.ts';
import { submit } from './submit.ts';
import { throttle } from './throttle.ts';
import { tool } from './tool.ts';
import { visit } from './visit.ts';

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
    case 'visit':
      return visit.run(step, context);
    case 'submit':
      return submit.run(step, context);
    case 'admin':
      return admin.run(step, context);
    case 'links':
      return links.run(step, context);
    case 'attack':
      return attack.run(step, context);
    case 'deploy':
      return deploy.run(step, context);
    case 'tool':
    case 'document':
      return runWritten(step, context);
  }
}

/** Steps that read only what is written. */
export function runWritten(step: WrittenStep, written: Written): Promise<CaseResult[]> {
  switch (step.probe) {
    case 'tool':
      return tool.run(step, written);
    case 'document':
      return document.run(step, written);
  }
}
