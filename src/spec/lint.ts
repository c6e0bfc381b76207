/** Mistakes that a schema cannot see: names that stand for nothing, circles, requirements that nothing decides. */
import { nearestName } from '../config/nearest-name.ts';
import { type ExerciseSpec, OPERATIONS, type RequirementSpec } from './schema.ts';
import type { Step } from './steps.ts';

export interface LintProblem {
  path: PropertyKey[];
  side: 'key' | 'value';
  message: string;
  found: string;
  allowed: string;
  advice: string;
}

export function lint(spec: ExerciseSpec): LintProblem[] {
  return [
    ...duplicates(spec),
    ...spec.requirements.flatMap((requirement, index) =>
      lintRequirement(spec, requirement, ['requirements', index]),
    ),
    ...circles(spec),
  ];
}

function duplicates(spec: ExerciseSpec): LintProblem[] {
  return spec.requirements.flatMap(({ id }, index) =>
    spec.requirements.findIndex((other) => other.id === id) < index
      ? [
          problem(
            ['requirements', index, 'id'],
            `The requirement "${id}" is here twice.`,
            id,
            [],
            'Give each requirement an id of its own.',
          ),
        ]
      : [],
  );
}

function lintRequirement(
  spec: ExerciseSpec,
  requirement: RequirementSpec,
  path: PropertyKey[],
): LintProblem[] {
  const found: LintProblem[] = [];
  if (requirement.advice === true && requirement.points !== undefined) {
    found.push(
      problem(
        [...path, 'points'],
        'Advice is never counted, so it takes no points.',
        String(requirement.points),
        [],
        'Remove `points` or `advice`.',
      ),
    );
  }
  if (requirement.advice === undefined && requirement.points === undefined) {
    found.push(
      problem(
        [...path, 'id'],
        `The requirement "${requirement.id}" has no points.`,
        requirement.id,
        [],
        'Add `points`, or `advice: true` for one that is not counted.',
      ),
    );
  }
  if (requirement.steps.every((step) => step.probe === 'given')) {
    found.push(
      problem(
        [...path, 'steps'],
        `Nothing decides the requirement "${requirement.id}": its steps only prepare rows.`,
        '',
        [],
        'Add a step with `expect`.',
      ),
    );
  }
  const ids = new Set<string>();
  requirement.steps.forEach((step, index) => {
    found.push(...lintStep(spec, step, [...path, 'steps', index], ids));
    if ('id' in step && step.id !== undefined) ids.add(step.id);
  });
  requirement.hints.forEach((hint, index) => {
    if (hint.step !== undefined && !ids.has(hint.step))
      found.push(unknown([...path, 'hints', index, 'step'], 'step', hint.step, [...ids]));
  });
  return found;
}

function lintStep(spec: ExerciseSpec, step: Step, path: PropertyKey[], earlier: Set<string>): LintProblem[] {
  const found: LintProblem[] = [];
  const actors = ['anonymous', ...spec.actors];
  const resources = Object.entries(spec.roles)
    .filter(([, role]) => role.role === 'resource')
    .map(([name]) => name);
  const need = (key: string, kind: string, value: string | undefined, allowed: string[]): void => {
    if (value !== undefined && !value.includes('${') && !allowed.includes(value))
      found.push(unknown([...path, key], kind, value, allowed));
  };
  const callable = (key: PropertyKey[], text: string): void => {
    const [role = '', operation] = text.split('.');
    if (spec.roles[role] === undefined)
      found.push(unknown([...path, ...key], 'role', role, Object.keys(spec.roles)));
    else if (operation === undefined && resources.includes(role))
      found.push(unknown([...path, ...key], 'operation', text, operationsOf(role)));
    else if (operation !== undefined && !operation.includes('${') && !operationsOf(role).includes(text))
      found.push(unknown([...path, ...key], 'operation', text, operationsOf(role)));
  };
  const variables = 'each' in step ? Object.keys(step.each ?? {}) : [];
  for (const used of JSON.stringify({ ...step, each: undefined }).matchAll(/\$\{(\w+)\}/g)) {
    if (!variables.includes(used[1] as string))
      found.push(unknown(path, 'value of `each`', used[1] as string, variables));
  }
  if ('needs' in step)
    need(
      'needs',
      'requirement',
      step.needs,
      spec.requirements.map(({ id }) => id),
    );
  switch (step.probe) {
    case 'given':
      need('row', 'resource', step.row, resources);
      need('of', 'actor', step.of, spec.actors);
      return found;
    case 'call':
      callable(['call'], step.call);
      need('as', 'actor', step.as, actors);
      need('target', 'earlier step', step.target, [...earlier]);
      return found;
    case 'facts':
      need('role', 'resource', step.role, resources);
      return found;
    case 'throttle':
      step.calls.forEach((text, index) => void callable(['calls', index], text));
      need('as', 'actor', step.as, spec.actors);
      need('other', 'actor', step.other, spec.actors);
      return found;
  }
}

const operationsOf = (role: string): string[] =>
  [...OPERATIONS, 'protected'].map((operation) => `${role}.${operation}`);

/** Requirements that wait for each other in a circle would never be judged. */
function circles(spec: ExerciseSpec): LintProblem[] {
  const needs = new Map(
    spec.requirements.map((one) => [
      one.id,
      one.steps.flatMap((step) =>
        'needs' in step && step.needs !== undefined
          ? step.needs.includes('${')
            ? Object.values(step.each ?? {}).flat()
            : [step.needs]
          : [],
      ),
    ]),
  );
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    (needs.get(from) ?? []).some(
      (next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))),
    );
  return spec.requirements.flatMap(({ id }, index) =>
    reaches(id, id)
      ? [
          problem(
            ['requirements', index, 'id'],
            `The requirement "${id}" waits for itself.`,
            id,
            [],
            'Remove one of the `needs` of the circle.',
          ),
        ]
      : [],
  );
}

function unknown(path: PropertyKey[], kind: string, found: string, allowed: string[]): LintProblem {
  const near = nearestName(found, allowed);
  return problem(
    path,
    `"${found}" is not a known ${kind}.`,
    found,
    allowed,
    near ? `Did you mean "${near}"?` : `Use one of: ${allowed.join(', ')}.`,
  );
}

const problem = (
  path: PropertyKey[],
  message: string,
  found: string,
  allowed: string[],
  advice: string,
): LintProblem => ({ path, side: 'value', message, found, allowed: allowed.join(', '), advice });
