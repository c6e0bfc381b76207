/** The binding table of an exercise about pages. */
import type { Binding } from '../../report/schema.ts';
import type { ExerciseSpec } from '../../spec/schema.ts';
import type { Endpoint } from '../endpoint.ts';
import { notFound, placeOf } from '../table.ts';
import type { BoundContent, BoundSite } from './bound-site.ts';

export function siteRows(spec: ExerciseSpec, site: BoundSite): Binding[] {
  return Object.entries(spec.roles).flatMap(([name, { role }]) => {
    if (role === 'account.login') return [formRow(name, site.login)];
    if (role === 'account.sign-up') return [formRow(name, site.signUp)];
    const content = site.contents[name];
    return content === undefined ? [notFound(name)] : contentRows(name, content, site);
  });
}

const row = (
  role: string,
  target: string,
  confirmed: boolean,
  reasons: string[],
  endpoint: Endpoint | null,
): Binding => ({
  role,
  target,
  confirmed,
  reasons,
  place: endpoint === null ? null : placeOf(endpoint),
});

const formRow = (
  name: string,
  found: { path: string; endpoint: Endpoint | null; confirmed: boolean; reasons: string[] } | null,
): Binding =>
  found === null ? notFound(name) : row(name, found.path, found.confirmed, found.reasons, found.endpoint);

function contentRows(name: string, content: BoundContent, { contents }: BoundSite): Binding[] {
  const { model, slots, spec, lists, detail, create, by, reasons } = content;
  const [list] = lists;
  const isLabel = Object.values(contents).some(({ spec: other }) =>
    Object.values(other.slots).some(({ kind, to }) => kind === 'many' && to === name),
  );
  const isUnder = Object.values(spec.slots).some(({ kind }) => kind === 'one');
  const pages: Binding[] = [];
  if (!isLabel && !isUnder) {
    pages.push(
      list === undefined
        ? notFound(`${name}.list`)
        : row(`${name}.list`, list.endpoint.path, true, [`it showed ${list.shown} rows`], list.endpoint),
    );
    pages.push(
      detail === null
        ? notFound(`${name}.detail`)
        : row(
            `${name}.detail`,
            detail.endpoint?.path ?? 'by its link',
            detail.confirmed,
            [],
            detail.endpoint,
          ),
    );
    for (const [label, found] of Object.entries(by))
      pages.push(
        row(
          `${name}.by-${label}`,
          found.endpoint?.path ?? 'by its link',
          found.confirmed,
          [],
          found.endpoint,
        ),
      );
  }
  if (!isLabel)
    pages.push(
      create === null
        ? notFound(`${name}.create`)
        : row(
            `${name}.create`,
            create.endpoint?.path ?? 'by its link',
            create.confirmed,
            create.reasons,
            create.endpoint,
          ),
    );
  return [
    {
      role: name,
      target: model.name,
      confirmed: true,
      reasons,
      place: model.place === null ? null : { ...model.place, code: null },
    },
    ...pages,
    ...Object.keys(spec.slots).map((slot): Binding => {
      const bound = slots[slot];
      return bound === undefined
        ? notFound(`${name}.${slot}`)
        : row(`${name}.${slot}`, `${model.name}.${bound.field.name}`, bound.rightKind, bound.reasons, null);
    }),
  ];
}
