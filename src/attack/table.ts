/** What the survey found, for the binding table of the report: what is missing here was not attacked. */

import type { FoundLogin } from '../bind/site/login.ts';
import { placeOf } from '../bind/table.ts';
import type { Binding } from '../report/schema.ts';
import type { ExerciseSpec } from '../spec/schema.ts';
import type { Surface } from './surface.ts';

export function surfaceRows({ roles }: ExerciseSpec, surface: Surface): Binding[] {
  return Object.entries(roles).flatMap(([name, { role }]): Binding[] => {
    if (role === 'account.login') return [accountRow(name, surface.login)];
    if (role === 'account.sign-up') return [accountRow(name, surface.signUp)];
    if (role !== 'surface') return [];
    const { pages, forms, parameters, endpoints, rows } = surface;
    const counts: [string, string[]][] = [
      ['pages', distinct(pages.map(({ visit }) => visit.url.split('?')[0] ?? ''))],
      ['forms', distinct(forms.map(({ form }) => form.action))],
      ['parameters', distinct(parameters.map((one) => `${one.path}?${one.name}`))],
      ['endpoints', distinct(endpoints.map(({ method, path }) => `${method} ${path}`))],
      ['models', distinct(rows.map(({ model }) => model.label))],
    ];
    return counts.map(([what, found]) => ({
      role: `${name}.${what}`,
      target:
        found.length === 0
          ? null
          : `${found.length}: ${found.slice(0, 12).join(', ')}${found.length > 12 ? ', …' : ''}`,
      confirmed: found.length > 0,
      reasons: [],
      place: null,
    }));
  });
}

const distinct = (all: string[]): string[] => [...new Set(all)];

const accountRow = (role: string, found: FoundLogin | null): Binding => ({
  role,
  target: found === null ? null : found.path,
  confirmed: found?.confirmed === true,
  reasons: found?.reasons ?? [],
  place: found?.endpoint == null ? null : placeOf(found.endpoint),
});
