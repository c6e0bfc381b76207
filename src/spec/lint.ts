/** Mistakes that a schema cannot see: names that stand for nothing, circles, requirements that nothing decides. */

import type { LintProblem } from './lint-problem.ts';
import { problem, unknown } from './lint-problem.ts';
import { lintQueries } from './lint-queries.ts';
import { lintRoles, lintSlots } from './lint-roles.ts';
import { type Earlier, lintStep, slotsOf } from './lint-step.ts';
import { parseQuery } from './queries.ts';
import type { ExerciseSpec, RequirementSpec } from './schema.ts';
import { QUERIES, type Step } from './steps.ts';

export type { LintProblem } from './lint-problem.ts';

export function lint(spec: ExerciseSpec): LintProblem[] {
  const slots = lintSlots(spec);
  return [
    ...duplicates(spec),
    ...catalogue(spec),
    ...worthNothing(spec),
    ...lintRoles(spec),
    ...slots,
    ...blockedBy(spec),
    // One slot that leads astray would make every step wrong that stands on it.
    ...(slots.length > 0
      ? []
      : spec.requirements.flatMap((requirement, index) =>
          lintRequirement(spec, requirement, ['requirements', index]),
        )),
    ...circles(spec),
  ];
}

function duplicates({ requirements }: ExerciseSpec): LintProblem[] {
  return requirements.flatMap(({ id }, index) =>
    requirements.findIndex((other) => other.id === id) < index
      ? [
          problem(
            ['requirements', index, 'id'],
            `The requirement "${id}" is here twice.`,
            id,
            'Give each requirement an id of its own.',
          ),
        ]
      : [],
  );
}

/** Every id of the roadmap has a requirement, and every requirement that counts is one of the roadmap's. */
function catalogue({ catalogue: listed, requirements }: ExerciseSpec): LintProblem[] {
  if (listed === undefined) return [];
  const ids = requirements.map(({ id }) => id);
  return [
    ...listed.flatMap((id, index) =>
      ids.includes(id)
        ? []
        : [
            problem(
              ['catalogue', index],
              `The roadmap asks for "${id}", but no requirement checks it.`,
              id,
              'Add a requirement with this id.',
            ),
          ],
    ),
    ...ids.flatMap((id, index) =>
      listed.includes(id) || requirements[index]?.advice
        ? []
        : [unknown(['requirements', index, 'id'], 'id of the catalogue', id, listed)],
    ),
  ];
}

function worthNothing({ requirements }: ExerciseSpec): LintProblem[] {
  return requirements.every(({ advice }) => advice)
    ? [
        problem(
          ['requirements'],
          'Every requirement is advice, so nothing could be passed.',
          '',
          'Give points to at least one.',
        ),
      ]
    : [];
}

/** Where the role was not found, another requirement is to blame: it must be there, and one of them must be the first. */
function blockedBy({ requirements }: ExerciseSpec): LintProblem[] {
  const causes = new Map(requirements.map((one) => [one.id, causeOf(one)]));
  return requirements.flatMap((requirement, index) => {
    const { id } = requirement;
    const cause = causeOf(requirement);
    const path = ['requirements', index, 'when-unbound', 'blocked-by'];
    if (cause === null) return [];
    if (!causes.has(cause))
      return [
        unknown(
          path,
          'requirement',
          cause,
          [...causes.keys()].filter((other) => other !== id),
        ),
      ];
    const seen = new Set<string>();
    for (let next: string | null = cause; next !== null && !seen.has(next); next = causes.get(next) ?? null)
      seen.add(next);
    return seen.has(id)
      ? [
          problem(
            path,
            `The requirement "${id}" is blocked by itself${cause === id ? '' : `, through "${cause}"`}.`,
            cause,
            'Name one that fails where the role was not found.',
          ),
        ]
      : [];
  });
}

const causeOf = ({ 'when-unbound': means }: RequirementSpec): string | null =>
  typeof means === 'object' ? means['blocked-by'] : null;

function lintRequirement(
  spec: ExerciseSpec,
  requirement: RequirementSpec,
  path: PropertyKey[],
): LintProblem[] {
  const earlier: Earlier = { rows: new Map(), people: [] };
  return [
    ...pointsOf(requirement, path),
    ...(requirement['stands-on'] ?? []).flatMap((id, index) => {
      const ids = spec.requirements.map((one) => one.id);
      return ids.includes(id) ? [] : [unknown([...path, 'stands-on', index], 'requirement', id, ids)];
    }),
    ...(requirement.steps.every((step) => step.probe === 'given')
      ? [
          problem(
            [...path, 'steps'],
            `Nothing decides the requirement "${requirement.id}": its steps only prepare rows.`,
            '',
            'Add a step with `expect`.',
          ),
        ]
      : []),
    ...twiceNamed(requirement, path),
    ...requirement.steps.flatMap((step, index) => {
      const found = lintStep(spec, step, [...path, 'steps', index], earlier);
      if (step.probe === 'given') earlier.rows.set(step.id, step);
      if (step.probe === 'call' && step.id !== undefined && slotsOf(spec, step.call).length === 0)
        earlier.people.push(step.id);
      return found;
    }),
    ...hints(spec, requirement, earlier, path),
  ];
}

function pointsOf({ id, points, advice }: RequirementSpec, path: PropertyKey[]): LintProblem[] {
  if (advice && points !== undefined)
    return [
      problem(
        [...path, 'points'],
        'Advice is never counted, so it takes no points.',
        String(points),
        'Remove `points` or `advice`.',
      ),
    ];
  if (!advice && points === undefined)
    return [
      problem(
        [...path, 'id'],
        `The requirement "${id}" has no points.`,
        id,
        'Add `points`, or `advice: true` for one that is not counted.',
      ),
    ];
  return [];
}

function twiceNamed({ steps }: RequirementSpec, path: PropertyKey[]): LintProblem[] {
  return steps.flatMap(({ id }, index) =>
    id !== undefined && steps.findIndex((other) => other.id === id) < index
      ? [
          problem(
            [...path, 'steps', index, 'id'],
            `The step "${id}" is here twice.`,
            id,
            'Give each step an id of its own.',
          ),
        ]
      : [],
  );
}

/** A hint asks about the step that it names, else about whichever step failed. */
function hints(
  spec: ExerciseSpec,
  { hints: all, steps }: RequirementSpec,
  { rows }: Earlier,
  path: PropertyKey[],
): LintProblem[] {
  const ids = steps.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const slots = Object.keys(spec.roles).flatMap((role) => slotsOf(spec, role));
  return all.flatMap((hint, index) => {
    const at = [...path, 'hints', index];
    if (hint.step !== undefined && !ids.includes(hint.step))
      return [unknown([...at, 'step'], 'step', hint.step, ids)];
    const about = steps.filter(({ id }) => hint.step === undefined || id === hint.step);
    const known = [...new Set(about.flatMap(({ probe }): readonly string[] => QUERIES[probe]))];
    const asked = Object.keys(hint.when ?? {});
    return [
      ...asked.flatMap((key) => {
        const query = parseQuery(key);
        return 'problem' in query || known.includes(query.name)
          ? []
          : [unknown([...at, 'when', key], 'query of these steps', query.name, known, 'key')];
      }),
      ...lintQueries(hint.when ?? {}, [...at, 'when'], { spec, rows, slots }),
    ];
  });
}

/** Requirements that wait for each other in a circle would never be judged. */
function circles({ requirements }: ExerciseSpec): LintProblem[] {
  const needs = new Map(
    requirements.map((one) => [one.id, [...one.steps.flatMap(needsOfStep), ...(one['stands-on'] ?? [])]]),
  );
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    (needs.get(from) ?? []).some(
      (next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))),
    );
  // Of two requirements with one id, either could be meant.
  if (needs.size < requirements.length) return [];
  return requirements.flatMap(({ id }, index) =>
    reaches(id, id)
      ? [
          problem(
            ['requirements', index, 'id'],
            `The requirement "${id}" waits for itself.`,
            id,
            'Remove one of the `needs`, `stands-on` or `apart-from` of the circle.',
          ),
        ]
      : [],
  );
}

function needsOfStep(step: Step): string[] {
  if (step.probe === 'links') return step['apart-from'] ?? [];
  if (!('needs' in step) || step.needs === undefined) return [];
  return step.needs.includes('${') ? Object.values(step.each ?? {}).flat() : [step.needs];
}
