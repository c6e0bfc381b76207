/** From a `call` step to the requests it means here: on which endpoints, with which credentials. */

import { submit } from '../bind/accounts.ts';
import type { Payload } from '../bind/payload.ts';
import { makePerson } from '../bind/random.ts';
import { type Actor, anonymous } from '../checks/actor.ts';
import type { Operation } from '../spec/schema.ts';
import type { CallStep } from '../spec/steps.ts';
import { type Attempt, attemptsFor, otherAttempts, type Sent } from './call-attempts.ts';
import { claimAttempts } from './claims.ts';
import type { CheckContext } from './probe.ts';
import { tokenVariant } from './token-variants.ts';

export interface Planned {
  attempts: Attempt[];
  /** any: one working way is enough · all: every way must behave */
  rule: 'any' | 'all';
}
export type Unjudged = {
  unjudged: 'unbound' | 'blocked' | 'skipped';
  why: string;
  blockedBy?: string | null;
};

/** The requirement that asks whether a call works for whoever may make it. */
export const working = (context: CheckContext, call: string): string | null =>
  context.requirementWith((one) => one.probe === 'call' && one.call === call && one.as !== 'anonymous');

export async function plan(step: CallStep, context: CheckContext): Promise<Planned | Unjudged> {
  const [role = '', operation] = step.call.split('.');
  return operation === undefined
    ? planAccount(role, step, context)
    : planResource(role, operation, step, context);
}

function planAccount(role: string, step: CallStep, context: CheckContext): Planned | Unjudged {
  const { bound, random } = context;
  const found = role === 'register' ? bound.register : bound.token;
  if (found === null) return { unjudged: 'unbound', why: `No endpoint for "${role}" was found.` };
  const wanted = step.send?.account ?? 'fresh';
  const known = context.people.get(wanted) ?? bound.actors[wanted]?.person ?? null;
  const base = known ?? makePerson('guest', random);
  if (step.id !== undefined) context.people.set(step.id, base);
  const password = passwordOf(base.password, step.send?.password);
  const person = { ...base, password };
  const actor = anonymous();
  const payload = step.send?.password === 'missing' ? withoutPassword(found.payload) : found.payload;
  const send = async (): Promise<Sent> => {
    const shown = await submit(context.session, found.endpoint, payload, person, actor);
    return { shown, text: shown.reply.body };
  };
  const right = (step.send?.password ?? 'right') === 'right';
  const standIn = role !== 'register' && right && step.standin ? base : null;
  const attempt = {
    endpoint: found.endpoint,
    resource: null,
    actor,
    person,
    row: null,
    marker: null,
    standIn,
    send,
  };
  return { attempts: [attempt], rule: 'any' };
}

const withoutPassword = (payload: Payload): Payload => ({
  ...payload,
  fields: payload.fields.filter(
    (field) => !field.candidates.some((one) => one.from === 'person' && one.part === 'password'),
  ),
});

/** `right` unless the step asks for another. */
const passwordOf = (right: string, asked: string | undefined): string =>
  asked === 'wrong' ? `${right}x` : asked === 'weak' ? '12345' : asked === 'empty' ? '' : right;

async function planResource(
  role: string,
  operation: string,
  step: CallStep,
  context: CheckContext,
): Promise<Planned | Unjudged> {
  const { bound } = context;
  const resource = bound.resources[role];
  if (resource === undefined)
    return { unjudged: 'unbound', why: `No model for "${role}" was found in this project.` };
  const chosen =
    operation === 'protected' ? resource.protected : (operation as Operation | 'other' | 'claimed');
  if (chosen === null)
    return {
      unjudged: 'blocked',
      why: 'Nothing here refuses anonymous requests, so what happens to a bad token cannot be seen.',
      blockedBy: context.requirementWith(
        (one) => one.probe === 'call' && one.as === 'anonymous' && one.call.startsWith(`${role}.`),
      ),
    };
  const beside = chosen === 'other' || chosen === 'claimed';
  const endpoints = beside ? [] : resource.operations[chosen];
  if (endpoints.length === 0 && !beside)
    return { unjudged: 'unbound', why: `No endpoint to ${chosen} was found.` };
  const actor = step.as === 'anonymous' ? anonymous() : bound.actors[step.as];
  if (actor === undefined) return { unjudged: 'unbound', why: `There is no actor "${step.as}".` };
  const variant = await tokenVariant(step.token, actor, context);
  if ('skip' in variant) return { unjudged: 'skipped', why: variant.skip };
  if ('blocked' in variant)
    return {
      unjudged: 'blocked',
      why: variant.blocked,
      blockedBy: context.requirementWith((one) => one.probe === 'call' && 'token' in one.expect),
    };
  const as: Actor = { ...actor, credentials: variant.credentials };
  const row = (step.target === undefined ? undefined : context.rows.get(step.target)) ?? null;
  const needsRow = chosen !== 'list' && chosen !== 'create';
  const target = row ?? (needsRow ? (context.rows.values().next().value ?? null) : null);
  if (needsRow && target === null)
    return {
      unjudged: 'blocked',
      why: 'There is no item to ask for.',
      blockedBy: working(context, `${role}.create`),
    };
  const own = { resource, actor: as, person: as.person, row: target, context, step };
  const used = chosen === 'update' || chosen === 'delete' ? endpoints : endpoints.slice(0, 1);
  const attempts =
    chosen === 'other'
      ? otherAttempts(own)
      : chosen === 'claimed'
        ? claimAttempts(own)
        : (await Promise.all(used.map((endpoint) => attemptsFor(chosen, endpoint, own)))).flat();
  if (attempts.length === 0)
    return {
      unjudged: 'skipped',
      why: 'This does not apply: the app takes no such value, or can do without it.',
    };
  const asOwner = target !== null && target.owner.name === as.name;
  // What must be refused must be refused every way.
  return { attempts, rule: asOwner && step.send?.fault === undefined ? 'any' : 'all' };
}
