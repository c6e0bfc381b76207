/** Asks the login and the form for a new password about somebody who has an account, and about somebody who has none. */
import { type Endpoint, fillPath, openParams } from '../bind/endpoint.ts';
import { makePerson, type Person } from '../bind/random.ts';
import { isEmailName } from '../bind/values.ts';
import { anonymous } from '../checks/actor.ts';
import type { Exchanged } from '../checks/session.ts';
import { type Form, parsePage } from '../html/page.ts';
import type { AttackContext, AttackResult, Weakness } from './attack.ts';
import { placeAt } from './requests.ts';
import { waysIn, withWrongPassword } from './sign-in.ts';

/** Sends what a person would, who types this name; null where there is no such form. */
type Ask = (person: Person) => Promise<Exchanged | null>;

interface Place {
  path: string;
  what: string;
  ask: Ask;
}

export async function userEnumeration(context: AttackContext): Promise<AttackResult> {
  const known = context.surface.people.alice.actor.person;
  const places = known === null ? [] : [...(await loginsOf(context)), ...resetsOf(context)];
  const weaknesses: Weakness[] = [];
  for (const place of places) {
    const weakness = known === null ? null : await compare(context, place, known);
    if (weakness !== null) weaknesses.push(weakness);
  }
  return {
    tried: places.length === 0 ? null : places.map(({ what, path }) => `${what} ${path}`).join(', '),
    weaknesses,
  };
}

const loginsOf = async ({ surface, tools }: AttackContext): Promise<Place[]> =>
  (await waysIn({ surface }, tools)).map(({ path, attempt }) => ({
    path,
    what: 'the login',
    ask: async (person) => (await attempt(withWrongPassword(person)))?.answer ?? null,
  }));

/** Forms with nothing to type but an e-mail address or a name, at an address that speaks of passwords. */
function resetsOf({ surface, tools }: AttackContext): Place[] {
  const pages = surface.pages.filter(
    ({ path, visit }) => speaksOfReset(path) && visit.page.forms.some(asksForName),
  );
  const paths = [...new Set(pages.map(({ visit }) => visit.url))].slice(0, 2);
  const forms = paths.map((path): Place => {
    const ask: Ask = async (person) => {
      const browser = await tools.visitor();
      const visit = await browser.visit(path);
      const forms = visit.page.forms.filter(asksForName);
      const form = forms.find(({ action }) => action === visit.url) ?? forms[0];
      if (form === undefined) return null;
      const typed = typedIn(form).map(({ type, name }) => [
        name,
        type === 'email' || isEmailName(name) ? person.email : person.username,
      ]);
      return (await browser.submit(visit, form, Object.fromEntries(typed))).last;
    };
    return { path, what: 'the form for a new password', ask };
  });
  const endpoints = surface.endpoints.filter(isReset).slice(0, 2);
  const api = endpoints.map((endpoint): Place => {
    const path = fillPath(endpoint, {});
    const ask: Ask = ({ email, username }) =>
      tools.session.send(anonymous(), { method: 'POST', path, body: { email, username } });
    return { path, what: 'the form for a new password', ask };
  });
  return [...forms, ...api];
}

const speaksOfReset = (path: string): boolean =>
  /reset|forgot|recover|oubli|olvid|esquec|recuper|vergessen|reinitial|restablec/i.test(path) &&
  !/confirm|done|complete|sent|envoy|enviad/i.test(path);
const isReset = (endpoint: Endpoint): boolean =>
  endpoint.method === 'POST' && openParams(endpoint).length === 0 && speaksOfReset(endpoint.path);
const typedIn = (form: Form) =>
  form.controls.filter(({ type, name }) => name !== '' && ['text', 'email', 'other'].includes(type));
const asksForName = (form: Form): boolean =>
  form.method === 'POST' &&
  typedIn(form).length === 1 &&
  form.controls.every(({ type }) => type !== 'password');

/** So many people without an account are asked for: a page that changes by itself says something else to one of them. */
const NOBODIES = 7;

async function compare(context: AttackContext, place: Place, known: Person): Promise<Weakness | null> {
  const first = makePerson('nora', context.random);
  const nobody = await place.ask(first);
  const somebody = await place.ask(known);
  if (nobody === null || somebody === null || said(nobody, first) === said(somebody, known)) return null;
  for (let asked = 1; asked < NOBODIES; asked += 1) {
    const person = makePerson('ole', context.random);
    const again = await place.ask(person);
    if (again === null || said(again, person) !== said(nobody, first)) return null;
  }
  return {
    summary: `${place.path} answers differently for somebody who has an account: ${place.what} tells who has one.`,
    expected: 'the same answer for both',
    actual: `with an account: ${shown(somebody)}; without: ${shown(nobody)}`,
    danger: 'Whoever has a list of addresses learns which of them to try passwords on.',
    fix: 'Say the same in both cases: “if there is an account, a mail is on its way”, “name or password are wrong”.',
    proof: somebody,
    place: await placeAt(context, place.path, 'POST'),
  };
}

/** What an answer says, without the names that were typed and without what is new each time. */
function said({ reply, json }: Exchanged, { email, username }: Person): string {
  const text = json === undefined ? textOf(reply.body) : JSON.stringify(json);
  return `${reply.status} ${reply.headers.location ?? ''} ${text}`
    .replaceAll(email, '…')
    .replaceAll(username, '…')
    .replaceAll(/[\w-]{24,}|\d+/g, '#');
}

const textOf = (body: string): string => {
  const { text, forms, messages } = parsePage(body, '/');
  return [text, ...messages, ...forms.flatMap(({ errors }) => errors)].join(' ');
};

function shown({ reply, json }: Exchanged): string {
  const text = json === undefined ? textOf(reply.body) : JSON.stringify(json);
  return `${reply.status} ${reply.headers.location ?? text.slice(0, 160)}`.trim();
}
