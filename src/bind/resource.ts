/** Resources: which model it is, and which endpoint serves each operation. */
import type { Facts, Model } from '../app/facts.ts';
import { type ExerciseSpec, OPERATIONS, type Operation, type ResourceSpec } from '../spec/schema.ts';
import {
  type Endpoint,
  endpointsOf,
  mentions,
  openParams,
  REMOVE,
  splitWords,
  verbsOf,
  wordsOf,
} from './endpoint.ts';
import { personPart } from './person-param.ts';
import { bindSlots, leadsToUser, type SlotBinding } from './slots.ts';

export interface ResourceCandidate {
  model: Model;
  slots: Record<string, SlotBinding>;
  operations: Record<Operation, Endpoint[]>;
  score: number;
  reasons: string[];
}

/** For each role that is a resource its model: the surest first, and no model twice; what `.milepost.yml` names goes before. */
export function chooseModels(
  { roles }: Pick<ExerciseSpec, 'roles'>,
  facts: Facts,
  mapping: Record<string, string>,
): Map<string, ResourceCandidate> {
  const named = (name: string, { model }: ResourceCandidate): number =>
    Number([model.name, model.label].includes(mapping[name] ?? ''));
  const pairs = Object.entries(roles)
    .flatMap(([name, role]) =>
      role.role === 'resource' ? resourceCandidates(facts, role).map((found) => ({ name, found })) : [],
    )
    .toSorted((a, b) => named(b.name, b.found) - named(a.name, a.found) || b.found.score - a.found.score);
  const chosen = new Map<string, ResourceCandidate>();
  for (const { name, found } of pairs)
    if (!chosen.has(name) && ![...chosen.values()].some(({ model }) => model === found.model))
      chosen.set(name, found);
  return chosen;
}

/** Models that could be the resource, the likeliest first. */
export function resourceCandidates(facts: Facts, spec: ResourceSpec): ResourceCandidate[] {
  return facts.models
    .filter((model) => model.learner && model.label !== facts.user.model)
    .map((model) => candidate(model, facts, spec))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

function candidate(model: Model, facts: Facts, spec: ResourceSpec): ResourceCandidate {
  const slots = bindSlots(model, spec, facts);
  const operations = operationsOf(model, facts);
  const served = OPERATIONS.filter((operation) => operations[operation].length > 0);
  const position = spec.words.findIndex((stem) => mentions(splitWords(model.name), [stem]));
  const fitting = Object.values(slots).filter((slot) => slot.rightKind).length;
  const reasons: string[] = [];
  let score = served.length * 2 + fitting;
  if (position >= 0) {
    score += 6 - position / 4;
    reasons.push(`its name is "${model.name}"`);
  }
  if (served.length > 0) reasons.push(`the app can ${served.join(', ')} it`);
  if (fitting > 0) reasons.push(`${fitting} of ${Object.keys(spec.slots).length} fields fit`);
  if (model.fields.some((field) => field.kind === 'relation' && leadsToUser(field, facts))) score += 1;
  return { model, slots, operations, score: model.fields.length > 1 ? score : 0, reasons };
}

const EDIT = ['update', 'edit', 'change', 'modify', 'actualizar', 'editar', 'atualizar'];
const REMOVES = [...REMOVE, 'del'];
const CREATE = ['create', 'add', 'new', 'crear', 'nueva', 'nuevo', 'criar', 'agregar', 'make'];
const SIDE = [
  'search',
  'toggle',
  'complete',
  'count',
  'stat',
  'current',
  'archive',
  'export',
  'import',
  'bulk',
  'home',
  'status',
  'done',
  'undo',
  'mark',
  'share',
  'dashboard',
  'filter',
  'overdue',
  'today',
  'completed',
  'pending',
  'recent',
];

/** Endpoints of a model per operation, the likeliest first; update keeps every way to change the same row. */
export function operationsOf(model: Model, facts: Facts): Record<Operation, Endpoint[]> {
  const found: Record<Operation, { endpoint: Endpoint; score: number }[]> = {
    list: [],
    create: [],
    retrieve: [],
    update: [],
    delete: [],
  };
  const mine = endpointsOf(facts).filter((endpoint) => serves(endpoint, model) > 0);
  for (const endpoint of mine) {
    const operation = operationOf(endpoint, mine, model);
    if (operation !== null) found[operation].push({ endpoint, score: rank(endpoint, operation, model) });
  }
  const ordered = (operation: Operation): Endpoint[] =>
    found[operation].toSorted((a, b) => b.score - a.score).map(({ endpoint }) => endpoint);
  const sameRow = (endpoints: Endpoint[]): Endpoint[] => {
    const first = endpoints[0];
    return endpoints.filter(
      (one) => one === first || (one.path === first?.path && one.method !== first.method),
    );
  };
  return {
    list: ordered('list').slice(0, 3),
    create: ordered('create').slice(0, 3),
    retrieve: ordered('retrieve').slice(0, 3),
    update: sameRow(ordered('update')),
    delete: sameRow(ordered('delete')),
  };
}

/** How plainly the endpoint serves the model: by its view, by what it takes, or by what its code names. */
export function serves({ route, handler }: Endpoint, model: Model): number {
  if (handler.inputModel === model.label) return 3;
  if (route.model === model.label) return 3;
  if (handler.models.includes(model.label) && (route.model === null || handler.inputModel === null))
    return handler.models[0] === model.label ? 2 : 1;
  return 0;
}

function operationOf(endpoint: Endpoint, mine: Endpoint[], model: Model): Operation | null {
  const words = verbsOf(endpoint);
  const onItem = namesRow(endpoint, mine, model);
  const says = (stems: string[]): boolean => mentions(words, stems);
  switch (endpoint.method) {
    case 'GET':
      if (
        says(REMOVES) &&
        onItem &&
        !endpoint.route.methods.some(({ method }) => method === 'PUT' || method === 'DELETE')
      )
        return 'delete';
      return onItem ? 'retrieve' : 'list';
    case 'POST':
      if (!onItem) return says(REMOVES) || (says(EDIT) && !says(CREATE)) ? null : 'create';
      if (says(REMOVES)) return 'delete';
      return says(EDIT) || isOnlyChange(endpoint, mine) ? 'update' : null;
    case 'PUT':
    case 'PATCH':
      return onItem ? 'update' : null;
    case 'DELETE':
      return onItem ? 'delete' : null;
    default:
      return null;
  }
}

/** A POST to the page of the row itself, where neither PUT nor PATCH goes there. */
const isOnlyChange = ({ path }: Endpoint, mine: Endpoint[]): boolean =>
  /\}\/?$/.test(path) &&
  !mine.some((other) => other.path === path && ['PUT', 'PATCH'].includes(other.method));

/**
 * Whether the URL names one row: its last parameter stands at the end or before a verb. `/lists/{id}/items/` does not:
 * the parameter names the parent, which shows because the same path with one more parameter exists, or by the noun behind it.
 */
export function namesRow(endpoint: Endpoint, mine: Endpoint[], model: Model): boolean {
  const own = openParams(endpoint).at(-1);
  if (own === undefined || personPart(own.name, model) !== null) return false;
  const segments = endpoint.path.split('/').filter((segment) => segment !== '');
  const last = segments.at(-1) ?? '';
  if (last.includes('{')) return true;
  // What stands behind the page of a row is about this row.
  const page = endpoint.path.slice(0, endpoint.path.lastIndexOf('}') + 1);
  if (mine.some((other) => other.path.replace(/\/$/, '') === page)) return true;
  const deeper = mine.some(
    (other) => other !== endpoint && other.path.startsWith(`${endpoint.path.replace(/\/$/, '')}/{`),
  );
  if (deeper) return false;
  return mentions(splitWords(last), [
    ...EDIT,
    ...REMOVES,
    ...SIDE,
    'detail',
    'view',
    'show',
    'get',
    'retrieve',
    'one',
  ]);
}

function rank(endpoint: Endpoint, operation: Operation, model: Model): number {
  const words = wordsOf(endpoint);
  const { route, handler } = endpoint;
  let score = serves(endpoint, model) * 3;
  if (
    handler.handler === operation ||
    (operation === 'update' && handler.handler === 'partial_update') ||
    (operation === 'delete' && handler.handler === 'destroy')
  )
    score += 3;
  if (mentions(words, splitWords(model.name))) score += 1;
  if (mentions(splitWords(endpoint.path), SIDE)) score -= 5;
  if (mentions(splitWords(handler.handler), SIDE)) score -= 2;
  if (operation === 'create' && mentions(words, CREATE)) score += 1;
  if (operation === 'update' && endpoint.method === 'PUT') score += 0.5;
  if (operation === 'update' && endpoint.method === 'PATCH') score += 0.25;
  if (operation === 'delete' && endpoint.method === 'DELETE') score += 2;
  if (['drf-viewset', 'drf-class', 'drf-function', 'ninja'].includes(route.view.kind)) score += 1;
  score -= endpoint.path.split('/').length / 4 + openParams(endpoint).length / 2;
  return score;
}
