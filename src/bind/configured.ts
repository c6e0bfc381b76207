/** What `.milepost.yml` says about roles and slots goes before every guess; it is confirmed live like one. */
import type { Facts } from '../app/facts.ts';
import { OPERATIONS } from '../spec/schema.ts';
import type { Candidate } from './account-candidates.ts';
import { describeEndpoint, type Endpoint, endpointsOf } from './endpoint.ts';
import type { ResourceCandidate } from './resource.ts';

/** role → "METHOD /path/" or slot → field name */
export type Mapping = Record<string, string>;

export function configuredAccount(
  role: string,
  candidates: Candidate[],
  mapping: Mapping,
  facts: Facts,
): Candidate[] {
  const endpoint = endpointFor(mapping[role], facts);
  return endpoint === null
    ? candidates
    : [{ endpoint, score: 100, reasons: ['.milepost.yml says so'] }, ...candidates];
}

export function configuredResource(
  role: string,
  found: ResourceCandidate,
  mapping: Mapping,
  facts: Facts,
): ResourceCandidate {
  const operations = { ...found.operations };
  for (const operation of OPERATIONS) {
    const endpoint = endpointFor(mapping[`${role}.${operation}`], facts);
    if (endpoint !== null) operations[operation] = [endpoint];
  }
  const slots = { ...found.slots };
  for (const [key, name] of Object.entries(mapping)) {
    const field = key.startsWith(`${role}.`)
      ? found.model.fields.find((one) => one.name === name)
      : undefined;
    if (field !== undefined)
      slots[key.slice(role.length + 1)] = { field, rightKind: true, reasons: ['.milepost.yml says so'] };
  }
  return { ...found, operations, slots };
}

/** The mappings that name nothing in this app, with what there is: said in the report's notes. */
export function unknownMappings(mapping: Mapping, facts: Facts): string[] {
  const names = endpointsOf(facts).map(describeEndpoint);
  const fields = new Set(facts.models.flatMap((model) => model.fields.map((field) => field.name)));
  const models = new Set(facts.models.map(({ name }) => name));
  return Object.entries(mapping).flatMap(([role, target]) => {
    const known = target.includes('/')
      ? endpointFor(target, facts) !== null
      : fields.has(target) || models.has(target);
    const choice = target.includes('/')
      ? `the app has ${names.slice(0, 12).join(', ')}`
      : 'no model, and no field of one, has that name';
    return known ? [] : [`.milepost.yml maps ${role} to "${target}", but ${choice}.`];
  });
}

/** Compares without parameter names and a trailing slash: `PUT /items/{id}` means `PUT /items/{pk}/`. */
export function endpointFor(target: string | undefined, facts: Facts): Endpoint | null {
  if (target === undefined) return null;
  const plain = (text: string): string =>
    text
      .replace(/\{[^}]*\}|<[^>]*>/g, '{}')
      .replace(/\/$/, '')
      .toLowerCase();
  return endpointsOf(facts).find((endpoint) => plain(describeEndpoint(endpoint)) === plain(target)) ?? null;
}
