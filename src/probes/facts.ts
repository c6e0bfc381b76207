/** `facts`: what the framework and the files say about a resource. Reported from inside, so only for rows that locate and describe. */
import type { BoundResource } from '../bind/bind.ts';
import { evaluate } from '../spec/expect.ts';
import { MISSING, type Value } from '../spec/predicates.ts';
import type { FactsStep } from '../spec/steps.ts';
import type { CaseResult, CheckContext, Probe } from './probe.ts';

export const facts: Probe<FactsStep> = {
  name: 'facts',
  async run(step, context) {
    const resource = context.bound.resources[step.role];
    const resolve = (name: string, argument: string): Value =>
      QUERIES[name]?.(argument, resource, context) ?? MISSING;
    if (resource === undefined)
      return [result(step, 'unbound', `No model for "${step.role}" was found in this project.`, [], resolve)];
    const outcomes = await evaluate(step.expect, resolve);
    const evidence = outcomes.map((outcome) => ({
      summary: sentence(outcome.query, outcome.ok, resource),
      ok: outcome.ok,
      source: 'reported' as const,
      expected: outcome.expected,
      actual: outcome.actual,
      exchange: null,
      place: resource.model.place === null ? null : { ...resource.model.place, code: null },
      exception: null,
      table: null,
      reproduce: null,
    }));
    const failed = evidence.filter((one) => !one.ok);
    const summary =
      failed.length === 0
        ? outcomes.length === 1
          ? (evidence[0]?.summary ?? '')
          : `${resource.model.name} has what is asked for.`
        : [...new Set(failed.map((one) => one.summary))].join(' ');
    return [result(step, failed.length === 0 ? 'pass' : 'fail', summary, evidence, resolve)];
  },
};

const QUERIES: Record<
  string,
  (argument: string, resource: BoundResource | undefined, context: CheckContext) => Value
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
  automatic: (slot, resource) => resource?.slots[slot]?.field.automatic,
  pagination: (_, resource) => resource?.operations.list[0]?.route.pagination?.style,
  version: (_, resource) => {
    const route = resource?.operations.list[0]?.route;
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
    const calls = resource?.operations.list[0]?.handler.calls.find((call) =>
      /query_params|GET\.get|filter_queryset|FilterSet|filterset/i.test(call),
    );
    return (rest?.DEFAULT_FILTER_BACKENDS ?? []).length > 0 ? 'DEFAULT_FILTER_BACKENDS' : calls;
  },
};

function sentence(query: string, ok: boolean, resource: BoundResource): string {
  const [name = '', slot = ''] = query.split(' ');
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
    return ok ? `The ${label} is set by itself.` : `The ${label} is not set by itself.`;
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
  label: step.title ?? step.role,
  summary,
  expected: null,
  actual: null,
  evidence,
  blockedBy: null,
  resolve,
});
