/** Roles: what they are called, what stands beside what, and where their slots lead. */
import { type LintProblem, problem, unknown } from './lint-problem.ts';
import { contentsOf } from './pages.ts';
import type { ExerciseSpec, SlotSpec } from './schema.ts';

export const lintRoles = (spec: ExerciseSpec): LintProblem[] => [
  ...accountRoles(spec),
  ...apiOrPages(spec),
  ...withoutText(spec),
];

/** Rows of an API are recognised by a text that was written into them. */
function withoutText({ roles }: ExerciseSpec): LintProblem[] {
  return Object.entries(roles).flatMap(([name, role]) =>
    role.role !== 'resource' || Object.values(role.slots).some(({ kind }) => /text$/.test(kind))
      ? []
      : [
          problem(
            ['roles', name, 'slots'],
            `"${name}" has no slot of the kind text or longtext, so its rows could not be recognised.`,
            name,
            'Add one, such as a title or a note.',
            'key',
          ),
        ],
  );
}

/** Where slots lead: without it no step can be judged that connects rows. */
export const lintSlots = (spec: ExerciseSpec): LintProblem[] =>
  Object.entries(spec.roles).flatMap(([name, role]) =>
    'slots' in role
      ? Object.entries(role.slots).flatMap(([slot, one]) =>
          slotLeads(spec, name, one, ['roles', name, 'slots', slot]),
        )
      : [],
  );

/** Steps name accounts by these names. */
function accountRoles({ roles }: ExerciseSpec): LintProblem[] {
  return Object.entries(roles).flatMap(([name, { role }]) => {
    const wanted = role.split('.')[1];
    return wanted === undefined || wanted === name
      ? []
      : [
          problem(
            ['roles', name],
            `The role ${role} is always called "${wanted}".`,
            name,
            `Write "${wanted}: { role: ${role} }".`,
            'key',
          ),
        ];
  });
}

const OF_PAGES = ['content', 'surface', 'account.sign-up', 'account.login'];

/** The first role decides; one of the other sort would never be looked for. */
function apiOrPages({ roles }: ExerciseSpec): LintProblem[] {
  const all = Object.entries(roles);
  const pages = all.some(([, { role }]) => role === 'content' || role === 'surface');
  return all.flatMap(([name, { role }]) =>
    OF_PAGES.includes(role) === pages
      ? []
      : [
          problem(
            ['roles', name, 'role'],
            pages
              ? `An exercise with pages has no role ${role}, which is for an API.`
              : `The role ${role} is for pages, and this exercise has no role content or surface.`,
            role,
            pages ? `Use ${OF_PAGES.join(', ')}.` : 'Use resource, account.register, account.token.',
          ),
        ],
  );
}

/** A slot of the kinds `one` and `many` leads to another content, any other leads nowhere. */
function slotLeads(
  spec: ExerciseSpec,
  name: string,
  { kind, to }: SlotSpec,
  path: PropertyKey[],
): LintProblem[] {
  const leads = kind === 'one' || kind === 'many';
  if (leads && spec.roles[name]?.role === 'resource')
    return [
      problem(
        [...path, 'kind'],
        `A resource has no slots of the kind ${kind}: those are for pages.`,
        kind,
        'Leave this slot out: a row that it needs is made by itself.',
      ),
    ];
  if (!leads)
    return to === undefined
      ? []
      : [
          problem(
            [...path, 'to'],
            `A slot of the kind ${kind} leads nowhere.`,
            to,
            'Remove `to`, or write `kind: one` or `kind: many`.',
            'key',
          ),
        ];
  const others = contentsOf(spec).filter((other) => other !== name);
  if (to === undefined)
    return [
      problem(
        [...path, 'kind'],
        `Which role does a slot of the kind ${kind} lead to?`,
        kind,
        `Add \`to\`${others.length > 0 ? `, one of ${others.join(', ')}` : ', the name of another role content'}.`,
      ),
    ];
  if (to === name)
    return [
      problem(
        [...path, 'to'],
        `A slot of "${name}" leads to another role, not to its own.`,
        to,
        others.length > 0 ? `Write one of ${others.join(', ')}.` : 'Add the other role content.',
      ),
    ];
  if (!others.includes(to)) return [unknown([...path, 'to'], 'content', to, others)];
  const names = Object.keys(spec.roles);
  return kind === 'one' && names.indexOf(to) > names.indexOf(name)
    ? [
        problem(
          [...path, 'to'],
          `"${to}" stands below "${name}", so its model is not known when this slot is looked for.`,
          to,
          `Move the role "${to}" above "${name}".`,
        ),
      ]
    : [];
}
