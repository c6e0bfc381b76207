/** The forms with which people sign up and log in: found by their password fields, proven by using them. */
import type { Browser, SubmitOptions, Visit } from '../../browse/browser.ts';
import type { Values } from '../../html/fill.ts';
import type { Form } from '../../html/page.ts';
import { registerCandidates, tokenCandidates } from '../account-candidates.ts';
import { accountOf } from '../accounts.ts';
import { type Endpoint, endpointsOf } from '../endpoint.ts';
import { makePerson, type Person } from '../random.ts';
import { isEmailName, isPasswordName, unknownField, valuesFor } from '../values.ts';
import type { SiteTools } from './tools.ts';

export interface FoundLogin {
  path: string;
  endpoint: Endpoint | null;
  confirmed: boolean;
  reasons: string[];
}

const passwords = (form: Form): number =>
  form.controls.filter(({ type, name }) => type === 'password' || isPasswordName(name)).length;

/** The form with one password to type, or with one or more for signing up. */
export const accountForm = ({ page }: Visit, signUp: boolean): Form | null =>
  page.forms
    .filter((form) => form.method === 'POST' && form.internal && passwords(form) >= 1)
    .sort((a, b) => (signUp ? passwords(b) - passwords(a) : passwords(a) - passwords(b)))[0] ?? null;

export function fillAccount(form: Form, person: Person, tools: SiteTools): Values {
  const values: Values = {};
  const byEmail = tools.facts.user.usernameField === tools.facts.user.emailField;
  for (const control of form.controls) {
    const { name, type } = control;
    if (name === '' || type === 'hidden' || control.disabled) continue;
    if (type === 'password' || isPasswordName(name)) values[name] = person.password;
    else if (type === 'email' || isEmailName(name)) values[name] = person.email;
    else if (
      /user|login|name|nick|identif|account|usuario|utilisateur/i.test(name) &&
      ['text', 'search', 'other'].includes(type)
    )
      values[name] = /first|last|full|nombre_|apellido/i.test(name)
        ? 'Alex'
        : byEmail && passwords(form) === 1
          ? person.email
          : person.username;
    else if (type === 'checkbox') values[name] = control.required;
    else if (control.required && ['text', 'textarea', 'tel', 'url', 'number', 'date'].includes(type))
      values[name] = String(
        valuesFor(
          { ...unknownField(name), kind: type === 'date' ? 'date' : 'text' },
          tools.random,
          null,
        )[0] ?? '1',
      );
  }
  return values;
}

/** Logs a person in through the form; null where there is no form. */
export async function logIn(
  tools: SiteTools,
  browser: Browser,
  path: string,
  person: Person,
  options?: SubmitOptions,
): Promise<Visit | null> {
  const visit = await browser.visit(path);
  const form = accountForm(visit, false);
  return form === null ? null : browser.submit(visit, form, fillAccount(form, person, tools), options);
}

/** Somebody is signed in when the answer to the form began a session and led on. */
export const signedIn = (visit: Visit, cookie: string): boolean =>
  visit.hops.some(({ reply }) =>
    reply.setCookies.some((line) => line.startsWith(`${cookie}=`) && !line.startsWith(`${cookie}="";`)),
  ) &&
  (visit.last.reply.status ?? 500) < 500 &&
  (visit.first.reply.status !== 200 || accountForm(visit, false) === null);

export async function findLogin(tools: SiteTools, person: Person): Promise<FoundLogin | null> {
  const { facts } = tools;
  const known = endpointsOf(facts).filter(
    ({ method, route }) => method === 'GET' && route.view.bases.some((base) => /LoginView/.test(base)),
  );
  const paths = unique([
    ...known.map(({ path }) => path),
    ...(facts.site.loginUrl === null ? [] : [facts.site.loginUrl]),
    ...tokenCandidates(facts).map(({ endpoint }) => endpoint.path),
  ]);
  let shown: FoundLogin | null = null;
  for (const path of paths.slice(0, 5)) {
    const browser = await tools.visitor();
    const visit = await logIn(tools, browser, path, person);
    if (visit === null) continue;
    const endpoint = endpointsOf(facts).find((one) => one.method === 'GET' && one.path === path) ?? null;
    const found = { path, endpoint, reasons: ['it asks for one password'] };
    if (signedIn(visit, facts.site.sessionCookie))
      return {
        ...found,
        confirmed: true,
        reasons: [...found.reasons, 'a person with an account was let in'],
      };
    shown ??= { ...found, confirmed: false };
  }
  return shown;
}

/** Signs a new person up through the likeliest form; the person is null where no account appeared. */
export async function findSignUp(
  tools: SiteTools,
): Promise<{ found: FoundLogin | null; person: Person | null }> {
  let shown: FoundLogin | null = null;
  for (const { endpoint, reasons } of registerCandidates(tools.facts).slice(0, 3)) {
    const found = { path: endpoint.path, endpoint, reasons };
    const person = makePerson('probe', tools.random);
    const made = await signUp(tools, endpoint.path, person);
    if (made === null) continue;
    if (made)
      return { found: { ...found, confirmed: true, reasons: [...reasons, 'an account appeared'] }, person };
    shown ??= { ...found, confirmed: false };
  }
  return { found: shown, person: null };
}

/** True when an account appeared; null where there is no form. */
export async function signUp(tools: SiteTools, path: string, person: Person): Promise<boolean | null> {
  const browser = await tools.visitor();
  const visit = await browser.visit(path);
  const form = accountForm(visit, true);
  if (form === null) return null;
  await browser.submit(visit, form, fillAccount(form, person, tools));
  return (await accountOf(tools.session, person)) !== null;
}

const unique = (paths: string[]): string[] => [...new Set(paths)];
