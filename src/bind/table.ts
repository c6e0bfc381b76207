/** The binding table of the report: what each role and slot was found to be, and why, so that a wrong guess is visible. */
import type { Binding } from '../report/schema.ts';
import { type ExerciseSpec, OPERATIONS } from '../spec/schema.ts';
import type { AccountEndpoint } from './accounts.ts';
import type { BoundResource } from './bound.ts';
import { describeEndpoint, type Endpoint } from './endpoint.ts';

interface Found {
  spec: ExerciseSpec;
  register: AccountEndpoint | null;
  token: AccountEndpoint | null;
  resources: Record<string, BoundResource>;
}

export function bindingRows({ spec, register, token, resources }: Found): Binding[] {
  return Object.entries(spec.roles).flatMap(([name, role]) => {
    if (role.role === 'account.register') return [accountRow(name, register)];
    if (role.role === 'account.token') return [accountRow(name, token)];
    if (role.role !== 'resource') return [];
    const resource = resources[name];
    return resource === undefined ? [notFound(name)] : resourceRows(name, resource);
  });
}

const accountRow = (name: string, found: AccountEndpoint | null): Binding =>
  found === null
    ? notFound(name)
    : {
        role: name,
        target: describeEndpoint(found.endpoint),
        confirmed: found.confirmed,
        reasons: found.reasons,
        place: placeOf(found.endpoint),
      };

export const notFound = (role: string): Binding => ({
  role,
  target: null,
  confirmed: false,
  reasons: [],
  place: null,
});

function resourceRows(name: string, resource: BoundResource): Binding[] {
  const { model, slots, operations, confirmed } = resource;
  return [
    {
      role: name,
      target: model.name,
      confirmed: confirmed.create === true,
      reasons: resource.reasons,
      place: model.place === null ? null : { ...model.place, code: null },
    },
    ...OPERATIONS.map((operation): Binding => {
      const endpoint = operations[operation][0];
      const target = operations[operation]
        .map(describeEndpoint)
        .slice(0, operation === 'update' ? 3 : 1)
        .join(', ');
      return endpoint === undefined
        ? notFound(`${name}.${operation}`)
        : {
            role: `${name}.${operation}`,
            target,
            confirmed: confirmed[operation] === true,
            reasons: [],
            place: placeOf(endpoint),
          };
    }),
    ...Object.keys(resource.spec.slots).map((slot): Binding => {
      const bound = slots[slot];
      return bound === undefined
        ? notFound(`${name}.${slot}`)
        : {
            role: `${name}.${slot}`,
            target: `${model.name}.${bound.field.name}`,
            confirmed: bound.rightKind,
            reasons: bound.reasons,
            place: null,
          };
    }),
  ];
}

/** The line of the learner's own code that serves an endpoint. */
export function placeOf({ handler, route }: Endpoint) {
  const place = handler.place ?? (route.view.learner ? route.view.place : null);
  return place === null ? null : { ...place, code: null };
}
