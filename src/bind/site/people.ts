/** The people of a site: by its own sign-up and login where these work, else an account and a session made inside. */
import { type Actor, anonymous } from '../../checks/actor.ts';
import { accountOf } from '../accounts.ts';
import { makePerson, type Person } from '../random.ts';
import { type FoundLogin, logIn, signedIn, signUp } from './login.ts';
import type { SiteTools } from './tools.ts';

interface Ways {
  login: FoundLogin | null;
  signUp: FoundLogin | null;
}

export async function makePeople(
  tools: SiteTools,
  names: readonly string[],
  ways: Ways,
): Promise<Record<string, Actor>> {
  const people: Record<string, Actor> = {};
  for (const [index, name] of names.entries()) people[name] = await makeOne(tools, name, 11 + index, ways);
  return people;
}

async function makeOne(
  tools: SiteTools,
  name: string,
  client: number,
  { login, signUp: form }: Ways,
): Promise<Actor> {
  const person = makePerson(name, tools.random);
  const own = form?.confirmed === true && (await signUp(tools, form.path, person)) === true;
  // An account that waits for an e-mail is made usable; one that is there already stays as it is.
  const made = await tools.session.instance
    .call('user.create', { username: person.username, email: person.email, password: person.password })
    .catch(() => null);
  const id = own ? ((await accountOf(tools.session, person))?.id ?? made?.id ?? null) : (made?.id ?? null);
  const base = { ...anonymous(client), name, person, id };
  const how = own ? 'signed up through the site' : 'account made inside the app';
  const cookies = login?.confirmed ? await cookiesOf(tools, login, person) : null;
  if (cookies !== null)
    return { ...base, credentials: { kind: 'cookies', cookies }, how: `${how}, logged in through the site` };
  return { ...base, credentials: await session(tools, base), how: `${how}, session made inside` };
}

async function cookiesOf(
  tools: SiteTools,
  login: FoundLogin,
  person: Person,
): Promise<Record<string, string> | null> {
  const browser = await tools.visitor();
  const visit = await logIn(tools, browser, login.path, person);
  return visit !== null && signedIn(visit, tools.facts.site.sessionCookie)
    ? Object.fromEntries(browser.cookies)
    : null;
}

async function session(tools: SiteTools, { id }: Pick<Actor, 'id'>): Promise<Actor['credentials']> {
  const minted =
    id === null ? null : await tools.session.instance.call('session.mint', { user: id }).catch(() => null);
  return minted === null
    ? { kind: 'none' }
    : { kind: 'cookies', cookies: { [minted.cookieName]: minted.value } };
}

/** A superuser, who may use the admin and whatever is kept for staff. */
export async function makeStaff(tools: SiteTools): Promise<Actor> {
  const person = makePerson('staff', tools.random);
  const made = await tools.session.instance
    .call('user.create', { username: person.username, email: person.email, password: person.password })
    .catch(() => null);
  if (made !== null) await tools.session.instance.call('user.promote', { user: made.id }).catch(() => null);
  const base = { ...anonymous(30), name: 'staff', person, id: made?.id ?? null };
  return { ...base, credentials: await session(tools, base), how: 'superuser made inside the app' };
}

/** Where only staff may write, the people of the test become staff. */
export async function promote(tools: SiteTools, people: Record<string, Actor>): Promise<void> {
  for (const actor of Object.values(people)) {
    if (actor.id === null) continue;
    await tools.session.instance.call('user.promote', { user: actor.id }).catch(() => null);
    actor.how += ', made staff because only staff may write here';
  }
}

/** Somebody with an account, to try the login with where nobody can sign up. */
export async function somebody(tools: SiteTools): Promise<Person> {
  const person = makePerson('probe', tools.random);
  await tools.session.instance
    .call('user.create', { username: person.username, email: person.email, password: person.password })
    .catch(() => null);
  return person;
}
