/** `submit`: the form exists, stands on the page of a row where it must, and is sent one change at a time. */
import { type LintProblem, problem } from './lint-problem.ts';
import { lintQueries } from './lint-queries.ts';
import { type Need, needRow, ofRoles, type Rows } from './lint-rows.ts';
import { contentNamed, formsOf, leadsTo, parentOf, slotsOfKind } from './pages.ts';
import { parseQuery } from './queries.ts';
import type { ExerciseSpec } from './schema.ts';
import type { SubmitStep } from './steps.ts';

export function lintSubmitStep(
  spec: ExerciseSpec,
  step: SubmitStep,
  path: PropertyKey[],
  rows: Rows,
  need: Need,
): LintProblem[] {
  const role = step.form.split('.')[0] ?? '';
  const forms = formsOf(spec);
  const leads = [...leadsTo(spec, role, 'one'), ...leadsTo(spec, role, 'many')];
  return [
    ...need(['form'], 'form', step.form, forms),
    ...need(['as'], 'actor', step.as, ['anonymous', ...spec.actors]),
    ...(!forms.includes(step.form)
      ? []
      : contentNamed(spec, role) === undefined
        ? lintLogin(step, path)
        : [
            ...lintTarget(spec, role, step, path, rows, need),
            ...lintSend(spec, role, step, path, rows, need),
            ...lintQueries(step.expect, [...path, 'expect'], { spec, rows: ofRoles(rows, leads), slots: [] }),
          ]),
  ];
}

const LOGIN_QUERIES = ['status', 'signed-in', 'complaint', 'crashed'];

/** Everybody logs in at the same form, as themselves. */
function lintLogin(step: SubmitStep, path: PropertyKey[]): LintProblem[] {
  const useless = (['target', 'send'] as const).filter((key) => step[key] !== undefined);
  return [
    ...useless.map((key) =>
      problem([...path, key], `\`${key}\` is for the form of a content.`, key, 'Remove it.', 'key'),
    ),
    ...(step.as === 'anonymous'
      ? []
      : [
          problem(
            [...path, 'as'],
            'Who logs in is not signed in yet.',
            step.as,
            'Remove `as`, or write `as: anonymous`.',
          ),
        ]),
    ...Object.keys(step.expect).flatMap((key) => {
      const query = parseQuery(key);
      return 'problem' in query || LOGIN_QUERIES.includes(query.name)
        ? []
        : [
            problem(
              [...path, 'expect', key],
              `"${query.name}" is about what was written, and a login writes nothing.`,
              key,
              `Use one of ${LOGIN_QUERIES.join(', ')}.`,
              'key',
            ),
          ];
    }),
  ];
}

function lintTarget(
  spec: ExerciseSpec,
  role: string,
  step: SubmitStep,
  path: PropertyKey[],
  rows: Rows,
  need: Need,
): LintProblem[] {
  const parent = parentOf(spec, role);
  if (parent !== null && step.target === undefined)
    return [
      problem(
        [...path, 'form'],
        `The form of "${role}" stands on the page of a row of ${parent}: of which?`,
        step.form,
        `Add \`target\`, the id of a \`given\` step with \`row: ${parent}\`.`,
      ),
    ];
  if (parent === null && step.target !== undefined)
    return [
      problem(
        [...path, 'target'],
        `The form of "${role}" has a page of its own: \`target\` says nothing here.`,
        step.target,
        'Remove it.',
        'key',
      ),
    ];
  return parent === null ? [] : needRow(need, ['target'], step.target, [parent], rows);
}

const CHANGES = ['fault', 'author', 'markup'] as const;

function lintSend(
  spec: ExerciseSpec,
  role: string,
  { send = {}, expect }: SubmitStep,
  path: PropertyKey[],
  rows: Rows,
  need: Need,
): LintProblem[] {
  const changes = CHANGES.filter((key) => send[key] !== undefined);
  const labels = leadsTo(spec, role, 'many');
  const at = (key: string) => [...path, 'send', key];
  const wrong = (when: boolean, key: string, message: string, advice: string): LintProblem[] =>
    when ? [problem(at(key), message, key, advice, 'key')] : [];
  return [
    ...wrong(
      changes.length > 1,
      changes[1] ?? '',
      `A form is sent with one change at a time, but here are ${changes.join(' and ')}.`,
      'Make a step for each.',
    ),
    ...wrong(
      send.fault === 'overlong' && send.slot === undefined,
      'fault',
      'In which slot is the fault?',
      'Add `slot`.',
    ),
    ...wrong(
      send.slot !== undefined && send.fault !== 'overlong',
      'slot',
      '`slot` says where the fault `overlong` is put: here it says nothing.',
      'Remove it, or add `fault: overlong`.',
    ),
    ...need(
      ['send', 'slot'],
      'slot with a text',
      send.slot,
      slotsOfKind(spec, role, ['text', 'longtext', 'slug']),
    ),
    ...need(['send', 'author'], 'actor', send.author, spec.actors),
    ...(slotsOfKind(spec, role, ['user', 'person']).length > 0
      ? []
      : [
          ...(send.author === undefined ? [] : [at('author')]),
          ...('author' in expect ? [[...path, 'expect', 'author']] : []),
        ].map((where) =>
          problem(
            where,
            `"${role}" has no slot of the kind user or person, so nobody is its author.`,
            'author',
            'Add such a slot, or remove `author`.',
            'key',
          ),
        )),
    ...wrong(
      send.rows !== undefined && labels.length === 0,
      'rows',
      `"${role}" has no slot of the kind many, so its form takes no rows.`,
      'Add such a slot, or remove `rows`.',
    ),
    ...(labels.length === 0
      ? []
      : (send.rows ?? []).flatMap((id, index) => needRow(need, ['send', 'rows', index], id, labels, rows))),
  ];
}
