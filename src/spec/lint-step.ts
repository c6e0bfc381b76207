/** Names in a step that stand for nothing, and values that the probe would pass over in silence. */

import { lintFactsStep } from './lint-facts-step.ts';
import { lintGivenStep } from './lint-given-step.ts';
import { lintPageStep } from './lint-page-step.ts';
import { type LintProblem, NO_ROW, problem, unknown } from './lint-problem.ts';
import { lintQueries } from './lint-queries.ts';
import type { Need } from './lint-rows.ts';
import { type ExerciseSpec, OPERATIONS } from './schema.ts';
import {
  type CallStep,
  FAULTS,
  type GivenStep,
  PASSWORDS,
  type Step,
  TOKEN_CHANGES,
  type ToolStep,
} from './steps.ts';

/** What earlier steps of the requirement made. */
export interface Earlier {
  /** `given` steps by their ids */
  rows: Map<string, GivenStep>;
  /** ids of steps that sent an account */
  people: string[];
}

export function lintStep(
  spec: ExerciseSpec,
  step: Step,
  path: PropertyKey[],
  earlier: Earlier,
): LintProblem[] {
  const need = needIn(step, path);
  const rows = [...earlier.rows.keys()];
  const common = [
    ...placeholders(step, path),
    ...('needs' in step
      ? need(
          ['needs'],
          'requirement',
          step.needs,
          spec.requirements.map(({ id }) => id),
        )
      : []),
  ];
  switch (step.probe) {
    case 'given':
      return lintGivenStep(spec, step, path, earlier.rows, need);
    case 'call':
      return [
        ...common,
        ...callable(spec, step, path, ['call'], step.call),
        ...need(['as'], 'actor', step.as, ['anonymous', ...spec.actors]),
        ...need(['target'], 'row', step.target, rows),
        ...need(['token'], 'change of a token', step.token, TOKEN_CHANGES),
        ...lintSend(spec, step, path, earlier),
        ...lintQueries(step.expect, [...path, 'expect'], {
          spec,
          rows: earlier.rows,
          slots: slotsOf(spec, step.call),
        }),
      ];
    case 'facts':
      return [...common, ...lintFactsStep(spec, step, path, need)];
    case 'throttle':
      return [
        ...common,
        ...step.calls.flatMap((text, index) => callable(spec, step, path, ['calls', index], text)),
        ...need(['as'], 'actor', step.as, spec.actors),
        ...need(['other'], 'actor', step.other, spec.actors),
        ...lintQueries(step.expect, [...path, 'expect'], {
          spec,
          rows: new Map(),
          slots: [],
        }),
      ];
    case 'visit':
    case 'submit':
    case 'admin':
    case 'links':
      return [...common, ...lintPageStep(spec, step, path, earlier.rows, need)];
    case 'tool':
      return [
        ...common,
        ...lintElsewhere(spec, step, path),
        ...lintQueries(step.expect, [...path, 'expect'], { spec, rows: new Map(), slots: [] }),
      ];
    case 'attack':
    case 'deploy':
    case 'document':
      return [
        ...common,
        ...lintQueries(step.expect, [...path, 'expect'], { spec, rows: new Map(), slots: [] }),
      ];
  }
}

/** Findings can be left to another requirement only where there is one. */
const lintElsewhere = (
  spec: ExerciseSpec,
  { elsewhere = {} }: ToolStep,
  path: PropertyKey[],
): LintProblem[] =>
  Object.keys(elsewhere).flatMap((id) => {
    const ids = spec.requirements.map((one) => one.id);
    return ids.includes(id) ? [] : [unknown([...path, 'elsewhere', id], 'requirement', id, ids, 'key')];
  });

/** Slots of the resource that a call such as "item.create" is about. */
export function slotsOf(spec: ExerciseSpec, call: string): string[] {
  const role = spec.roles[call.split('.')[0] ?? ''];
  return role !== undefined && 'slots' in role ? Object.keys(role.slots) : [];
}

function lintSend(spec: ExerciseSpec, step: CallStep, path: PropertyKey[], earlier: Earlier): LintProblem[] {
  const { send } = step;
  const need = needIn(step, path);
  const [name = '', operation = ''] = step.call.split('.');
  const role = spec.roles[name];
  if (role === undefined || !CALLED.includes(role.role)) return [];
  const ofResource = role.role === 'resource';
  const useless = Object.keys(send ?? {}).filter((key) => ACCOUNT_KEYS.includes(key) === ofResource);
  const only = ofResource ? 'is for calls that register or sign in' : 'is for calls that create a row';
  const needsRow = ['retrieve', 'update', 'delete'].includes(operation) && earlier.rows.size === 0;
  return [
    ...useless.map((key) =>
      problem([...path, 'send', key], `\`${key}\` ${only}: here it says nothing.`, key, 'Remove it.', 'key'),
    ),
    ...(!ofResource && step.token !== undefined
      ? [
          problem(
            [...path, 'token'],
            `\`token\` needs a call of a resource.`,
            String(step.token),
            'Remove it.',
          ),
        ]
      : []),
    ...(needsRow
      ? [problem([...path, 'call'], `"${step.call}" needs a row to ask for.`, step.call, NO_ROW)]
      : []),
    ...(send?.fault === 'elsewhere' && send.slot !== undefined
      ? [
          problem(
            [...path, 'send', 'slot'],
            'The fault `elsewhere` is put in every field that is no slot.',
            send.slot,
            'Remove `slot`, or choose another fault.',
          ),
        ]
      : []),
    ...(send?.fault !== undefined && send.fault !== 'elsewhere' && send.slot === undefined
      ? [
          problem(
            [...path, 'send', 'fault'],
            'In which slot is the fault?',
            String(send.fault),
            'Add `slot`.',
          ),
        ]
      : []),
    ...need(['send', 'account'], 'person', send?.account, ['fresh', ...spec.actors, ...earlier.people]),
    ...need(['send', 'password'], 'kind of password', send?.password, PASSWORDS),
    ...need(['send', 'fault'], 'fault', send?.fault, FAULTS),
    ...(ofResource ? need(['send', 'slot'], 'slot', send?.slot, Object.keys(role.slots)) : []),
    ...need(['send', 'owner'], 'actor', send?.owner, spec.actors),
    ...need(['control'], 'actor', step.control, spec.actors),
  ];
}

const ACCOUNT_KEYS = ['account', 'password'];

/** Roles that are asked by a call; those of pages are visited. */
const CALLED = ['resource', 'account.register', 'account.token'];

/** "register" for an account, "item.create" for a resource. */
function callable(
  spec: ExerciseSpec,
  step: Step,
  path: PropertyKey[],
  key: PropertyKey[],
  text: string,
): LintProblem[] {
  const [name = '', operation] = text.split('.');
  const role = spec.roles[name];
  const called = Object.keys(spec.roles).filter((one) => CALLED.includes(spec.roles[one]?.role ?? ''));
  if (role === undefined) return [unknown([...path, ...key], 'role', name, called)];
  if (!called.includes(name))
    return [
      problem(
        [...path, ...key],
        `"${name}" is a role of pages, which has no calls.`,
        text,
        'Use a step `visit`, `submit` or `admin`.',
      ),
    ];
  const allowed =
    role.role === 'resource'
      ? [...OPERATIONS, 'protected', 'other', 'claimed'].map((one) => `${name}.${one}`)
      : [name];
  return needIn(step, path)(key, operation === undefined ? 'call' : 'operation', text, allowed);
}

/** Holds a value against what it may be; where it stands for values of `each`, holds each of these against it. */
function needIn(step: Step, path: PropertyKey[]): Need {
  return (key, kind, text, allowed) => {
    if (text === undefined) return [];
    const [name, values] = eachOf(step);
    if (name === undefined || !text.includes(`\${${name}}`))
      return allowed.includes(text) || text.includes('${')
        ? []
        : [unknown([...path, ...key], kind, text, allowed)];
    return values.flatMap((value, index) => {
      const whole = text.replaceAll(`\${${name}}`, value);
      return allowed.includes(whole) ? [] : [unknown([...path, 'each', name, index], kind, whole, allowed)];
    });
  };
}

/** `${x}` without an `each` of that name, and an `each` that nothing uses. */
function placeholders(step: Step, path: PropertyKey[]): LintProblem[] {
  const [name] = eachOf(step);
  const texts = textsOf({ ...step, each: undefined }, path);
  const used = texts.flatMap(({ at, text }) =>
    [...text.matchAll(/\$\{(\w+)\}/g)].map((match) => ({ at, variable: match[1] as string })),
  );
  const strange = used.filter(({ variable }) => variable !== name);
  return [
    ...strange.map(({ at, variable }) =>
      unknown(at, 'name of `each`', variable, name === undefined ? [] : [name]),
    ),
    ...(name !== undefined && used.length === 0
      ? [
          problem(
            [...path, 'each', name],
            `Nothing uses \${${name}}, so every turn would do the same.`,
            name,
            `Put \${${name}} where the values belong.`,
            'key',
          ),
        ]
      : []),
  ];
}

const eachOf = (step: Step): [string, string[]] | [undefined, []] =>
  'each' in step && step.each !== undefined
    ? (Object.entries(step.each)[0] as [string, string[]])
    : [undefined, []];

function textsOf(value: unknown, at: PropertyKey[]): { at: PropertyKey[]; text: string }[] {
  if (typeof value === 'string') return [{ at, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    textsOf(part, [...at, Array.isArray(value) ? Number(key) : key]),
  );
}
