/** What `expect` of a `submit` step can ask: about the answer, and about what is there and to be seen afterwards. */

import type { Key } from '../app/instance.ts';
import type { Endpoint } from '../bind/endpoint.ts';
import type { BoundContent } from '../bind/site/bound-site.ts';
import { newRow, type Sent } from '../bind/site/forms.ts';
import { signedIn } from '../bind/site/login.ts';
import type { ContentRow } from '../bind/site/rows.ts';
import type { Visit } from '../browse/browser.ts';
import type { Actor } from '../checks/actor.ts';
import { holds } from '../http/answer.ts';
import { MISSING, type Value } from '../spec/predicates.ts';
import { executed } from './executed.ts';
import type { CheckContext } from './probe.ts';
import { whereShown } from './shown.ts';
import { contentOf, rowsNamed, toolsOf } from './site-context.ts';

/** Shown once somebody makes it public, which nobody can as long as the admin does not have it. */
export const WAITING = 'waiting';

export interface Submitted extends Sent {
  role: string;
  /** null: a form of accounts */
  content: BoundContent | null;
  /** the row on whose page the form stands */
  row: ContentRow | null;
  as: Actor;
  endpoint: Endpoint | null;
  /** how many rows there were before */
  before: number | null;
}

/** How many rows of the content there are; null for a form of accounts. */
export async function countOf(
  { content }: Pick<Submitted, 'content'>,
  { session }: CheckContext,
): Promise<number> {
  if (content === null) return 0;
  return session.instance
    .call('rows.count', { model: content.model.label })
    .then(({ count }) => count)
    .catch(() => 0);
}

export function submitAnswers(sent: Submitted, context: CheckContext) {
  const tools = toolsOf(context);
  const { visit, content, marks } = sent;
  let known: Promise<Awaited<ReturnType<typeof newRow>>> | null = null;
  const made = () => {
    known ??= content === null ? Promise.resolve(null) : newRow(tools, content, marks);
    return known;
  };
  const again = async (row: Made | null): Promise<Made | null> =>
    row === null || content === null
      ? null
      : context.session.instance.call('rows.get', { model: content.model.label, id: row.id });
  const queries: Record<string, (argument: string) => Value | Promise<Value>> = {
    status: () => visit.first.reply.status ?? MISSING,
    crashed: () => (visit.first.reply.status ?? 500) >= 500,
    complaint: () =>
      [...visit.page.forms.flatMap(({ errors }) => errors), ...visit.page.messages][0] ?? MISSING,
    'turned-away': async () =>
      isTurnedAway(
        visit,
        (await made()) !== null,
        content?.create?.confirmed === true,
        context.bound.facts.site.loginUrl,
      ),
    'signed-in': () => signedIn(visit, context.bound.facts.site.sessionCookie),
    // What was sent empty holds nothing to be recognised by: then it counts whether there is one row more.
    stored: async () =>
      (await made()) !== null || (sent.before !== null && (await countOf(sent, context)) > sent.before),
    kept: async () => kept(await made(), sent),
    // As it is now: making it public may have changed it.
    author: async () => authorOf(await again(await made()), sent, context),
    belongs: async (id) => belongs(await made(), rowsNamed(context, id)[0], sent, context),
    shown: async () => {
      const row = await made();
      if (row === null) return false;
      const { found, waiting } = await whereShown(row.id, row.values, sent, context);
      return waiting ? WAITING : found;
    },
    executes: async () => {
      const row = await made();
      const pages = row === null ? [] : (await whereShown(row.id, row.values, sent, context)).pages;
      if (executed([visit, ...pages], marks).length > 0) return true;
      // A form that takes plain text and refuses markup shows none; a page that cannot be opened shows nothing.
      return row === null
        ? content?.create?.confirmed === true
          ? false
          : MISSING
        : pages.length > 0
          ? false
          : MISSING;
    },
  };
  return async (name: string, argument: string): Promise<Value> =>
    (await queries[name]?.(argument)) ?? MISSING;
}

/**
 * Refused, or sent to where one signs in. Where the same values are taken from a member anything else but a crash will
 * do, too; without that proof a page that is not there, or that sends everybody elsewhere, says nothing.
 */
function isTurnedAway(
  visit: Visit,
  stored: boolean,
  worksForMembers: boolean,
  loginUrl: string | null,
): boolean {
  const { reply } = visit.first;
  const status = reply.status ?? 599;
  if (stored || status >= 500) return false;
  if (worksForMembers) return true;
  const target = reply.headers.location ?? '';
  const toLogin =
    /[?&]next=|log-?in|sign-?in/i.test(target) || (loginUrl !== null && target.includes(loginUrl));
  return status === 401 || status === 403 || (status >= 300 && status < 400 && toLogin);
}

/** Whether every text that the form took is in the row. */
function kept(row: Made | null, { marks, values }: Submitted): Value {
  if (row === null) return MISSING;
  const sent = Object.values(values).filter((value) => typeof value === 'string');
  const stored = JSON.stringify(row.values);
  return Object.values(marks)
    .filter((mark) => sent.some((value) => value.includes(mark)))
    .every((mark) => holds(stored, mark));
}

interface Made {
  id: Key;
  values: Record<string, unknown>;
}

/** The actor whom the row says to be its author: directly, or through a row such as a profile. */
async function authorOf(
  row: Made | null,
  { content }: Submitted,
  { bound, session }: CheckContext,
): Promise<Value> {
  const slot = Object.entries(content?.spec.slots ?? {}).find(
    ([, { kind }]) => kind === 'user' || kind === 'person',
  )?.[0];
  const field = slot === undefined ? undefined : content?.slots[slot]?.field;
  if (row === null) return MISSING;
  if (field === undefined) return 'unrecorded';
  const value = row.values[field.name] ?? row.values[`${field.name}_id`] ?? null;
  const named = (key: unknown): string | undefined =>
    Object.values(bound.actors).find(
      ({ id, person }) => String(id) === String(key) || person?.username === key || person?.email === key,
    )?.name;
  if (value === null) return 'nobody';
  if (field.related === null || field.related === bound.facts.user.model)
    return named(value) ?? 'somebody else';
  const between = await session.instance
    .call('rows.get', { model: field.related, id: value as Key })
    .catch(() => null);
  const user = bound.facts.models
    .find(({ label }) => label === field.related)
    ?.fields.find(({ related }) => related === bound.facts.user.model)?.name;
  return (
    named(user === undefined ? undefined : (between?.values[user] ?? between?.values[`${user}_id`])) ??
    'somebody else'
  );
}

/** Whether the new row is connected with another; MISSING where the form takes no such thing. */
async function belongs(
  row: Made | null,
  other: ContentRow | undefined,
  sent: Submitted,
  context: CheckContext,
): Promise<Value> {
  const { content } = sent;
  const to = other === undefined ? undefined : contentOf(context, other.role);
  if (row === null || other === undefined || content === null || to === undefined) return MISSING;
  const slot = Object.entries(content.spec.slots).find(([, one]) => one.to === other.role);
  if (slot?.[1].kind === 'many' && !sent.taken.includes(slot[0])) return MISSING;
  const { instance } = context.session;
  const related = await instance
    .call('rows.related', { model: content.model.label, id: row.id, to: to.model.label })
    .catch(() => ({ ids: [] }));
  return related.ids.some((id) => String(id) === String(other.id));
}
