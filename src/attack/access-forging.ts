/**
 * Requests that name somebody else than who sends them: an owner in a hidden field or beside the form, the key of
 * another account where one's own is changed, and rights along with a profile.
 */
import type { Model } from '../app/facts.ts';
import { type Draft, drafts } from './access-drafts.ts';
import { asPairs, rightsBySignUp, rightsHeld, rightsOf, rightsWeakness } from './access-privileges.ts';
import type { AttackContext, Weakness } from './attack.ts';
import { isRefusal } from './requests.ts';
import { changeOf, readRow, turnedIn, writtenBy } from './row-change.ts';
import type { SurfaceRow } from './surface.ts';
import { aOrAn } from './words.ts';

export async function forgingWeaknesses(
  context: AttackContext,
): Promise<{ tried: number; weaknesses: Weakness[] }> {
  const signUp = await rightsBySignUp(context);
  const weaknesses = [...signUp.weaknesses];
  const { alice, bob } = context.surface.people;
  if (alice.actor.id === null || bob.actor.id === null) return signUp;
  const all = await drafts(context);
  for (const draft of all) {
    const made = draft.secret ? null : await inHerName(context, draft);
    // What makes a row is no profile.
    const rights = draft.secret || made !== null ? null : await ownRights(context, draft);
    const found = made?.weakness ?? rights ?? (await herAccount(context, draft));
    if (found !== null) weaknesses.push(found);
  }
  return { tried: signUp.tried + all.length, weaknesses };
}

/** Bob makes a row; then another one, as if it were alice's. The field that the app filled with bob must not listen. */
async function inHerName(
  context: AttackContext,
  draft: Draft,
): Promise<{ weakness: Weakness | null } | null> {
  const { surface, tools } = context;
  const [alice, bob] = [surface.people.alice.actor, surface.people.bob.actor];
  const before = await newest(context, draft.models);
  await draft.send({});
  const made = changed(before, await newest(context, draft.models));
  if (made === null) return null;
  const owners = made.model.fields.filter(
    ({ related, kind, name }) =>
      kind === 'relation' &&
      related === tools.facts.user.model &&
      String(made.values[name]) === String(bob.id),
  );
  for (const { name } of owners) {
    if (draft.asksFor(name) && !OWNERS.test(name)) continue;
    for (const value of [String(alice.id), alice.person?.username ?? '']) {
      const middle = await newest(context, [made.model]);
      const answer = await draft.send({ [name]: value, [`${name}_id`]: value });
      const forged = changed(middle, await newest(context, [made.model]));
      if (forged === null || String(forged.values[name]) !== String(alice.id)) continue;
      const weakness: Weakness = {
        summary: `${draft.name} takes from the request whose the new ${made.model.name} is: bob made one in alice’s name.`,
        expected: `${name} is whoever is signed in, whatever the request says`,
        actual: `${answer.reply.status}: ${aOrAn(made.model.name)} whose ${name} is alice, in a request of bob’s`,
        danger: 'Anybody puts words into the mouth of anybody else, or orders at their cost.',
        fix: `Leave ${name} out of the fields of the form or serializer and set it in the view: form.instance.${name} = request.user, or serializer.save(${name}=request.user).`,
        proof: answer,
        place: await draft.place(),
      };
      return { weakness };
    }
  }
  return { weakness: null };
}

const OWNERS = /author|owner|user|creat|by$|seller|customer|buyer|writer|poster|autor|besitzer|auteur/i;

interface Newest {
  model: Model;
  id: unknown;
  values: Record<string, unknown>;
}

async function newest({ tools }: AttackContext, models: Model[]): Promise<Newest[]> {
  const found: Newest[] = [];
  for (const model of models) {
    const row = await tools.session.instance.call('rows.newest', { model: model.label }).catch(() => null);
    found.push({ model, id: row?.id ?? null, values: row?.values ?? {} });
  }
  return found;
}

const changed = (before: Newest[], after: Newest[]): Newest | null =>
  after.find(({ id }, index) => id !== null && id !== before[index]?.id) ?? null;

/** Bob changes what is his, and rights come along. */
async function ownRights(context: AttackContext, draft: Draft): Promise<Weakness | null> {
  const bob = context.surface.people.bob.actor.id;
  const rights = rightsOf(context);
  if (bob === null || (await rightsHeld(context, bob, rights)).length > 0) return null;
  const answer = await draft.send(rights, asPairs(rights));
  const held = await rightsHeld(context, bob, rights);
  return held.length === 0 ? null : rightsWeakness(draft.path, 'A member', held, answer, await draft.place());
}

const ACCOUNT =
  /^(id|pk|uid|user|user_?id|user_?pk|username|user_?name|account|account_?id|member|member_?id|profile|profile_?id|customer|customer_?id|owner|owner_?id|author|author_?id)$/i;

/** The request says whose account is meant: alice’s must not change. */
async function herAccount(context: AttackContext, draft: Draft): Promise<Weakness | null> {
  const { surface, tools } = context;
  const { alice } = surface.people;
  const names = draft.reads.filter((name) => ACCOUNT.test(name));
  const hers = surface.rows.filter((row) => row.owner === 'alice' && isAccount(context, row));
  if (names.length === 0 || hers.length === 0) return null;
  for (const value of [String(alice.actor.id), alice.actor.person?.username ?? '']) {
    const before = await Promise.all(hers.map((row) => readRow(tools, row)));
    const named = Object.fromEntries(names.map((name) => [name, value]));
    const answer = await keepingPassword(context, () => draft.send(named));
    if (isRefusal(context, answer)) continue;
    for (const [index, row] of hers.entries()) {
      const change = changeOf(row, before[index] ?? null, await readRow(tools, row));
      const [field] = [...turnedIn(change), ...writtenBy(change, draft.sent())];
      if (!change.gone && field === undefined) continue;
      return {
        summary: `${draft.name} changes the account that the request names: bob changed alice’s ${field?.field.name ?? row.model.name}.`,
        expected: 'only the account of whoever is signed in changes',
        actual: `${answer.reply.status} to a request of bob’s with ${names.join(', ')} = ${value}, and alice’s ${field?.field.name ?? 'row'} is another one`,
        danger: 'Anybody takes over any account.',
        fix: 'Work on request.user, and read no id or name of an account from the request.',
        proof: answer,
        place: await draft.place(),
      };
    }
  }
  return null;
}

/** Where the request changed bob's own password after all, he gets the old one back. */
async function keepingPassword<T>({ surface, tools }: AttackContext, action: () => Promise<T>): Promise<T> {
  const { id } = surface.people.bob.actor;
  const model = tools.facts.user.model;
  const row =
    id === null ? null : await tools.session.instance.call('rows.get', { model, id }).catch(() => null);
  const result = await action();
  const password = row?.values.password;
  if (id !== null && password !== undefined)
    await tools.session.instance.call('rows.set', { model, id, values: { password } }).catch(() => null);
  return result;
}

const isAccount = ({ tools }: AttackContext, { model }: SurfaceRow): boolean =>
  model.label === tools.facts.user.model ||
  model.fields.some(({ related, unique }) => related === tools.facts.user.model && unique);
