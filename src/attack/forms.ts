/** Forms of the survey, opened again in the session of a check, filled and sent. */

import { makePerson } from '../bind/random.ts';
import { fillPlainly } from '../bind/site/fill-form.ts';
import { fillAccount } from '../bind/site/login.ts';
import { isPasswordName } from '../bind/values.ts';
import type { Browser, SubmitOptions, Visit } from '../browse/browser.ts';
import { signsOut } from '../browse/ending.ts';
import { anonymous } from '../checks/actor.ts';
import type { Values } from '../html/fill.ts';
import type { Control, Form } from '../html/page.ts';
import type { AttackContext } from './attack.ts';
import type { SurfaceForm, VisitorName } from './surface.ts';

export const browserOf = ({ surface, tools }: AttackContext, as: VisitorName): Promise<Browser> =>
  tools.browser(as === 'anonymous' ? anonymous() : surface.people[as].actor);

export interface OpenForm {
  browser: Browser;
  visit: Visit;
  form: Form;
  /** filled as a person would who leaves nothing out */
  values: Values;
}

/** The page again, as the visitor who saw the form, or as another; null where the form is not there for that one. */
export async function openForm(
  context: AttackContext,
  { path, form, as }: SurfaceForm,
  other: VisitorName = as,
): Promise<OpenForm | null> {
  // Whoever signs up is often signed in at once, and would be somebody else from then on.
  const browser = isSignUp(context, path, form)
    ? await context.tools.visitor()
    : await browserOf(context, other);
  const visit = await browser.visit(path);
  const found = visit.page.forms
    .filter(({ action, method }) => action === form.action && method === form.method)
    .toSorted((a, b) => shared(b, form) - shared(a, form))[0];
  return found === undefined
    ? null
    : { browser, visit, form: found, values: valuesFor(context, visit, found, other) };
}

/** A form that was used gains and loses controls: a box to remove the file that it now has. */
const shared = (a: Form, b: Form): number =>
  a.controls.filter(({ name }) => b.controls.some((other) => other.name === name)).length;

function valuesFor(context: AttackContext, visit: Visit, form: Form, as: VisitorName): Values {
  const { random, surface, tools } = context;
  const own = as === 'anonymous' ? null : surface.people[as].actor.person;
  const plain = fillPlainly(form, { random, person: own });
  if (!asksForPassword(form)) return plain;
  const person = own === null || isSignUp(context, visit.url, form) ? makePerson('new', random) : own;
  return { ...plain, ...fillAccount(form, person, tools) };
}

/** Who logs in, or changes a password, has one already. */
const isSignUp = ({ surface }: AttackContext, url: string, form: Form): boolean =>
  asksForPassword(form) &&
  pathOf(url) !== pathOf(surface.login?.path ?? '') &&
  !form.controls.some(({ name }) => /old|current|actual/i.test(name));

const pathOf = (url: string): string => url.split('?')[0] ?? url;

export const send = (
  { browser, visit, form }: OpenForm,
  values: Values,
  options?: SubmitOptions,
): Promise<Visit> => browser.submit(visit, form, values, options);

/** What one types freely. */
export const isTyped = ({ type, name, disabled, readOnly }: Control): boolean =>
  name !== '' && !disabled && !readOnly && ['text', 'textarea', 'search', 'url', 'other'].includes(type);

/** What signs out, changes passwords or takes rows away comes last: the other forms need both. */
export const harmlessFirst = (forms: readonly SurfaceForm[]): SurfaceForm[] =>
  forms.toSorted((a, b) => harm(a) - harm(b));

function harm({ form }: SurfaceForm): number {
  if (signsOut({ path: form.action, text: '' })) return 4;
  if (asksForPassword(form)) return 3;
  return form.controls.some(({ type }) => type !== 'hidden') ? 1 : 2;
}

export const asksForPassword = ({ controls }: Form): boolean =>
  controls.some(({ type, name }) => type === 'password' || isPasswordName(name));

/** The form was taken: the app went on, or shows a page without complaints. */
export const isTaken = ({ first, page }: Visit): boolean => {
  const status = first.reply.status ?? 500;
  return status < 400 && (status >= 300 || page.forms.every(({ errors }) => errors.length === 0));
};
