/**
 * Rights that somebody gives themselves: fields such as is_staff sent along with a form or a body that does not ask
 * for them. Proof: afterwards the account has them.
 */

import type { Model } from '../app/facts.ts';
import type { Key } from '../app/instance.ts';
import { registerCandidates } from '../bind/account-candidates.ts';
import { accountOf, confirmRegister } from '../bind/accounts.ts';
import { type Endpoint, fillPath, mentions, splitWords } from '../bind/endpoint.ts';
import { fill } from '../bind/payload.ts';
import { makePerson } from '../bind/random.ts';
import { accountForm, fillAccount } from '../bind/site/login.ts';
import { placeOf } from '../bind/table.ts';
import { anonymous } from '../checks/actor.ts';
import type { Exchanged } from '../checks/session.ts';
import type { Form } from '../html/page.ts';
import { isApi } from './api-views.ts';
import type { AttackContext, Weakness } from './attack.ts';
import { asksForPassword } from './forms.ts';
import { plain } from './offers.ts';
import { placeAt } from './requests.ts';

const RIGHTS = ['staff', 'admin', 'administrator', 'superuser', 'moderator', 'superadmin'];

/** What to send along, by the fields of the user model and of what there is one of per user. */
export function rightsOf({ tools }: AttackContext): Record<string, unknown> {
  const { models, user } = tools.facts;
  const about = models.filter(
    ({ label, fields }) =>
      label === user.model || fields.some(({ related, unique }) => related === user.model && unique),
  );
  return Object.assign({}, ...about.map(rightsIn));
}

function rightsIn({ fields }: Model): Record<string, unknown> {
  const rights: Record<string, unknown> = {};
  for (const { name, kind, choices } of fields) {
    if (kind === 'boolean' && mentions(splitWords(name), RIGHTS)) rights[name] = true;
    const choice = choices?.find((one) => mentions(splitWords(String(one)), RIGHTS));
    if (choice !== undefined) rights[name] = choice;
  }
  return rights;
}

/** As a form would send them. */
export const asPairs = (rights: Record<string, unknown>): [string, string][] =>
  Object.entries(rights).map(([name, value]) => [name, value === true ? 'on' : String(value)]);

/** The rights that an account has now, of those that were asked for. */
export async function rightsHeld(
  { tools, surface }: AttackContext,
  user: Key,
  rights: Record<string, unknown>,
): Promise<string[]> {
  const { models, user: known } = tools.facts;
  const account = await tools.session.instance
    .call('rows.get', { model: known.model, id: user })
    .catch(() => null);
  const held = Object.entries(account?.values ?? {});
  const profiles = surface.rows.filter(
    ({ model, owner }) =>
      owner === 'bob' &&
      surface.people.bob.actor.id === user &&
      model.fields.some((one) => one.related === known.model && one.unique),
  );
  for (const { model, id } of models.length > 0 ? profiles : [])
    held.push(
      ...Object.entries(
        (await tools.session.instance.call('rows.get', { model: model.label, id }).catch(() => null))
          ?.values ?? {},
      ),
    );
  return held.filter(([name, value]) => name in rights && rights[name] === value).map(([name]) => name);
}

/** Signs up through the form and through the API, with rights that nobody offered. */
export async function rightsBySignUp(
  context: AttackContext,
): Promise<{ tried: number; weaknesses: Weakness[] }> {
  const rights = rightsOf(context);
  const weaknesses: Weakness[] = [];
  let tried = 0;
  const forms = signUpPaths(context).map((path) => () => byForm(context, path, rights));
  for (const signUp of [...forms, () => byApi(context, rights)]) {
    const made = await signUp();
    if (made === null) continue;
    tried += 1;
    const held = made.user === null ? [] : await rightsHeld(context, made.user, rights);
    if (held.length > 0) {
      const place =
        made.endpoint === null ? await placeAt(context, made.path, 'POST') : placeOf(made.endpoint);
      weaknesses.push(rightsWeakness(made.path, 'Whoever signs up', held, made.answer, place));
    }
  }
  return { tried, weaknesses };
}

interface Made {
  path: string;
  endpoint: Endpoint | null;
  user: Key | null;
  answer: Exchanged;
}

/** Where visitors are asked for a new password and for who they are. */
function signUpPaths({ surface }: AttackContext): string[] {
  const shown = surface.forms.filter(({ form }) => isSignUp(form)).map(({ path }) => plain(path));
  return [...new Set([...(surface.signUp === null ? [] : [surface.signUp.path]), ...shown])].slice(0, 4);
}

/** Two passwords, or one, beside a name or an address that is typed. */
export const isSignUp = (form: Form): boolean =>
  asksForPassword(form) &&
  form.controls.some(
    ({ type, name }) => ['text', 'email'].includes(type) && /user|name|mail|login|nick/i.test(name),
  );

async function byForm(
  { tools, random }: AttackContext,
  path: string,
  rights: Record<string, unknown>,
): Promise<Made | null> {
  const browser = await tools.visitor();
  const visit = await browser.visit(path);
  const form = accountForm(visit, true);
  if (form === null) return null;
  const person = makePerson('noa', random);
  const answer = await browser.submit(visit, form, fillAccount(form, person, tools), {
    extra: asPairs(rights),
  });
  const account = await accountOf(tools.session, person);
  return { path: form.action, endpoint: null, user: account?.id ?? null, answer: answer.first };
}

async function byApi(
  { tools, random }: AttackContext,
  rights: Record<string, unknown>,
): Promise<Made | null> {
  const { session, facts } = tools;
  const candidates = registerCandidates(facts).filter(({ endpoint }) => isApi(endpoint));
  const { found } = await confirmRegister(candidates, session, facts, random);
  if (found === null || !found.confirmed) return null;
  const person = makePerson('noa', random);
  const body = await fill(found.payload, { session, actor: anonymous(), marker: '', person });
  const path = fillPath(found.endpoint, {});
  const answer = await session.send(anonymous(), {
    method: 'POST',
    path,
    body: { ...body, ...rights },
    encoding: found.payload.encoding,
  });
  const account = await accountOf(session, person);
  return { path, endpoint: found.endpoint, user: account?.id ?? null, answer };
}

export const rightsWeakness = (
  path: string,
  who: string,
  held: string[],
  proof: Exchanged,
  place: Weakness['place'],
): Weakness => ({
  summary: `${who} gets ${held.join(' and ')} by sending it along to ${path}.`,
  expected: 'fields that the form does not have are ignored',
  actual: `${proof.reply.status}, and the account has ${held.join(' and ')} now`,
  danger: 'Anybody makes themselves an administrator and reads and changes everything.',
  fix: 'Name the fields of the form or serializer one by one (never fields = "__all__" or setattr over request data), without is_staff, is_superuser and roles.',
  proof,
  place,
});
