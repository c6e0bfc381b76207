/** `facts`: what the framework and the files say about a resource. Reported from inside, so only for rows that locate and describe. */
import type { BoundResource } from '../bind/bound.ts';
import type { BoundContent } from '../bind/site/bound-site.ts';
import { evaluate } from '../spec/expect.ts';
import { MISSING, type Value } from '../spec/predicates.ts';
import type { FactsStep } from '../spec/steps.ts';
import type { CaseResult, CheckContext, Probe } from './probe.ts';
import { unmistakable } from './unmistakable.ts';

export const facts: Probe<FactsStep> = {
  name: 'facts',
  async run(step, context) {
    const { resources, site } = context.bound;
    const resource =
      step.role === undefined ? undefined : (resources[step.role] ?? site?.contents[step.role]);
    const resolve = async (name: string, argument: string): Promise<Value> =>
      (await QUERIES[name]?.(argument, resource, context)) ?? MISSING;
    if (resource === undefined && step.role !== undefined)
      return [result(step, 'unbound', `No model for "${step.role}" was found in this project.`, [], resolve)];
    const outcomes = await evaluate(step.expect, resolve);
    const evidence = outcomes.map((outcome) => ({
      summary: sentence(outcome.query, outcome.ok, outcome.actual === 'yes', resource),
      ok: outcome.ok,
      source: 'reported' as const,
      expected: outcome.expected,
      actual: outcome.actual,
      exchange: null,
      place: placeFor(outcome.query, resource, context),
      exception: null,
      table: null,
      reproduce: null,
    }));
    const failed = evidence.filter((one) => !one.ok);
    const summary =
      failed.length === 0
        ? outcomes.length === 1
          ? (evidence[0]?.summary ?? '')
          : `${resource?.model.name ?? 'The project'} has what is asked for.`
        : [...new Set(failed.map((one) => one.summary))].join(' ');
    return [result(step, failed.length === 0 ? 'pass' : 'fail', summary, evidence, resolve)];
  },
};

/** A resource or a content: what both are known by. */
type Known = Pick<BoundResource | BoundContent, 'model' | 'slots' | 'spec'> &
  Partial<Pick<BoundResource, 'operations'>> &
  Partial<Pick<BoundContent, 'detail' | 'lists'>> & { create?: unknown };

const QUERIES: Record<
  string,
  (argument: string, resource: Known | undefined, context: CheckContext) => Value | Promise<Value>
> = {
  slot: (slot, resource) => resource?.slots[slot]?.field.name,
  kind: (slot, resource) => {
    const bound = resource?.slots[slot];
    return bound === undefined
      ? MISSING
      : bound.rightKind
        ? resource?.spec.slots[slot]?.kind
        : bound.field.type;
  },
  automatic: (slot, resource) => {
    const field = resource?.slots[slot]?.field;
    return field === undefined ? MISSING : field.automatic || setWhileWriting(field.name, slot, resource);
  },
  unmistakable: (slot, resource, context) =>
    resource !== undefined && 'lists' in resource
      ? unmistakable(slot, resource as BoundContent, context)
      : MISSING,
  migrations: (which, _, { bound }) => {
    const { missing, changes, absent, conflicts, problem } = bound.facts.migrations;
    if (which === 'conflicting') return conflicts;
    if (which === 'broken')
      return problem === null ? MISSING : `${problem.app}.${problem.name}: ${problem.message}`;
    return which === 'missing' ? (missing.length > 0 && changes.length > 0 ? changes : missing) : absent;
  },
  pagination: (_, resource) => resource?.operations?.list[0]?.route.pagination?.style,
  version: (_, resource) => {
    const route = resource?.operations?.list[0]?.route;
    return (
      /\/v\d+(\.\d+)?\//.exec(route?.path ?? '')?.[0] ??
      route?.params.find((param) => /version/i.test(param.name))?.name
    );
  },
  documentation: (_, __, { bound }) =>
    bound.facts.routes.find((route) =>
      /(^|\/)(schema|swagger|redoc|docs|openapi|documentation)/i.test(route.path),
    )?.path,
  filtering: (_, resource, { bound }) => {
    const rest = bound.facts.settings.REST_FRAMEWORK as { DEFAULT_FILTER_BACKENDS?: unknown[] } | undefined;
    const calls = resource?.operations?.list[0]?.handler.calls.find((call) =>
      /query_params|GET\.get|filter_queryset|FilterSet|filterset/i.test(call),
    );
    return (rest?.DEFAULT_FILTER_BACKENDS ?? []).length > 0 ? 'DEFAULT_FILTER_BACKENDS' : calls;
  },
};

/** A date without a time, or in the zone of the site, is of today. */
const ABOUT_A_DAY = 26 * 3_600_000;

/** Set by the code that saves: the row that a form made has a date of now, though the form asked for none. */
function setWhileWriting(field: string, slot: string, resource: Known | undefined): boolean {
  const create = resource !== undefined && 'lists' in resource ? (resource as BoundContent).create : null;
  const then = Date.parse(String(create?.made?.[field] ?? ''));
  return create?.last?.taken.includes(slot) === false && Math.abs(Date.now() - then) < ABOUT_A_DAY;
}

/** The line of the model, or of the migration that fails. */
function placeFor(query: string, resource: Known | undefined, { bound }: CheckContext) {
  const place =
    query === 'migrations broken'
      ? (bound.facts.migrations.problem?.place ?? null)
      : (resource?.model.place ?? null);
  return place === null ? null : { ...place, code: null };
}

const MIGRATIONS: Record<string, [yes: string, no: string]> = {
  missing: ['Every change of the models has its migration.', 'The models were changed without a migration.'],
  absent: ['Every app with models has migrations.', 'An app with models has no migrations.'],
  conflicting: [
    'No two migrations contradict each other.',
    'Two migrations follow the same one and were never merged, so migrate refuses.',
  ],
  broken: ['The migrations apply on an empty database.', '`migrate` fails on an empty database.'],
};

function sentence(query: string, ok: boolean, seen: boolean, resource: Known | undefined): string {
  const [name = '', slot = ''] = query.split(' ');
  if (name === 'migrations') return MIGRATIONS[slot]?.[ok ? 0 : 1] ?? query;
  if (resource === undefined) return query;
  if (name === 'unmistakable')
    return ok
      ? `No two rows of ${resource.model.name} share a ${slot}.`
      : `Two rows of ${resource.model.name} with the same title get the same ${slot}.`;
  const label = resource.spec.slots[slot]?.label ?? slot;
  const field = resource.slots[slot]?.field;
  if (name === 'slot')
    return ok
      ? `The ${label} is ${resource.model.name}.${field?.name}.`
      : `${resource.model.name} has no ${label}.`;
  if (name === 'kind')
    return ok
      ? `The ${label} has the right kind (${field?.type}).`
      : field === undefined
        ? `${resource.model.name} has no ${label}.`
        : `The ${label} ${resource.model.name}.${field.name} is a ${field.type}.`;
  if (name === 'automatic')
    return seen ? `The ${label} is set by itself.` : `The ${label} is not set by itself.`;
  return ok ? `The app has ${name}.` : `No ${name} was found.`;
}

const result = (
  step: FactsStep,
  state: CaseResult['state'],
  summary: string,
  evidence: CaseResult['evidence'],
  resolve: CaseResult['resolve'],
): CaseResult => ({
  state,
  label: step.title ?? step.role ?? 'the project',
  summary,
  expected: null,
  actual: null,
  evidence,
  blockedBy: null,
  resolve,
});
