/** Which pages and forms the content roles have: that follows from the slots that lead from one to the other. */
import type { ContentSpec, ExerciseSpec, SlotSpec } from './schema.ts';

/** The pages that `visit` can open. */
export const pagesOf = (spec: ExerciseSpec): string[] =>
  contentsOf(spec)
    .filter((name) => parentOf(spec, name) === null && !isLabel(spec, name))
    .flatMap((name) => [
      ...['list', 'detail', 'create'].map((page) => `${name}.${page}`),
      ...leadsTo(spec, name, 'many').map((label) => `${name}.by-${label}`),
    ]);

/** The forms that `submit` can send. */
export const formsOf = (spec: ExerciseSpec): string[] => [
  ...Object.entries(spec.roles).flatMap(([name, { role }]) => (role === 'account.login' ? [name] : [])),
  ...contentsOf(spec)
    .filter((name) => parentOf(spec, name) !== null || !isLabel(spec, name))
    .map((name) => `${name}.create`),
];

export const contentsOf = (spec: ExerciseSpec): string[] =>
  Object.entries(spec.roles).flatMap(([name, { role }]) => (role === 'content' ? [name] : []));

/** The content of this name; undefined where the role is of another kind. */
export function contentNamed(spec: ExerciseSpec, name: string): ContentSpec | undefined {
  const role = spec.roles[name];
  return role?.role === 'content' ? role : undefined;
}

/** The role on whose pages its rows are shown and written; null where it has pages of its own. */
export const parentOf = (spec: ExerciseSpec, name: string): string | null =>
  leadsTo(spec, name, 'one')[0] ?? null;

/** Roles that its slots of this kind lead to. */
export const leadsTo = (spec: ExerciseSpec, name: string, kind: SlotSpec['kind']): string[] =>
  Object.values(contentNamed(spec, name)?.slots ?? {}).flatMap((slot) =>
    slot.kind === kind && slot.to !== undefined ? [slot.to] : [],
  );

/** Its slots of these kinds. */
export const slotsOfKind = (spec: ExerciseSpec, name: string, kinds: readonly SlotSpec['kind'][]): string[] =>
  Object.entries(contentNamed(spec, name)?.slots ?? {}).flatMap(([slot, { kind }]) =>
    kinds.includes(kind) ? [slot] : [],
  );

/** What is attached to rows of another role is found by their pages. */
const isLabel = (spec: ExerciseSpec, name: string): boolean =>
  contentsOf(spec).some((other) => other !== name && leadsTo(spec, other, 'many').includes(name));
