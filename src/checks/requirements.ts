/** Runs the checks of an exercise: those that nobody waits for side by side, the others when what they need is decided. */
import { cpus } from 'node:os';
import type { App } from '../app/start.ts';
import type { Bound } from '../bind/bound.ts';
import type { Written } from '../probes/probe.ts';
import type { RequirementResult, State } from '../report/schema.ts';
import type { RequirementSpec } from '../spec/schema.ts';
import { check } from './check.ts';
import { errored } from './verdicts.ts';

export interface RunChecks extends Omit<Written, 'decided'> {
  app: App;
  bound: Bound;
  seed: number;
  signal: AbortSignal;
  progress(message: string): void;
}

export async function runChecks(options: RunChecks): Promise<RequirementResult[]> {
  const { requirements, signal, progress } = options;
  const decided = new Map<string, State>();
  const results = new Map<string, RequirementResult>();
  const waiting = new Set(requirements);
  const running = new Set<Promise<void>>();
  const most = Math.max(2, Math.min(4, cpus().length));

  const start = (requirement: RequirementSpec): void => {
    waiting.delete(requirement);
    progress(requirement.title);
    const done = check({ ...options, requirement, decided })
      .catch((error: unknown) => errored(requirement, error))
      .then((result) => {
        results.set(requirement.id, result);
        decided.set(requirement.id, result.state);
        running.delete(done);
      });
    running.add(done);
  };

  while ((waiting.size > 0 || running.size > 0) && !signal.aborted) {
    for (const requirement of waiting) {
      if (running.size >= most) break;
      const known = needsOf(requirement).filter((need) => requirements.some((one) => one.id === need));
      if (known.every((need) => decided.has(need))) start(requirement);
    }
    if (running.size === 0) break;
    await Promise.race(running);
  }
  return requirements.map(
    (requirement) =>
      results.get(requirement.id) ??
      errored(requirement, new Error('the run was stopped before this was judged')),
  );
}

/** Requirements that the steps of this one need; `${x}` stands for every value of `each`. */
export function needsOf(requirement: RequirementSpec): string[] {
  const needs = requirement.steps.flatMap((step) => {
    if (!('needs' in step) || step.needs === undefined) return [];
    const variable = /^\$\{(\w+)\}$/.exec(step.needs)?.[1];
    return variable === undefined ? [step.needs] : (step.each?.[variable] ?? []);
  });
  const elsewhere = requirement.steps.flatMap((step) =>
    step.probe === 'tool' ? Object.keys(step.elsewhere ?? {}) : [],
  );
  const apart = requirement.steps.flatMap((step) =>
    step.probe === 'links' ? (step['apart-from'] ?? []) : [],
  );
  return [...new Set([...needs, ...apart, ...elsewhere, ...(requirement['stands-on'] ?? [])])];
}
