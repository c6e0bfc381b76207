/**
 * What another site could make a visitor's browser do: every form is sent without its token, as if from elsewhere.
 * Django refuses that; a form that is taken all the same works from any page of the world.
 */

import { makePerson } from '../bind/random.ts';
import { accountForm, fillAccount } from '../bind/site/login.ts';
import { isCsrf, type Visit } from '../browse/browser.ts';
import type { Values } from '../html/fill.ts';
import type { AttackContext, AttackResult, Weakness } from './attack.ts';
import { ELSEWHERE } from './csrf-forgery.ts';
import { changesByGet } from './csrf-get.ts';
import { laterForms } from './csrf-later.ts';
import { forgedViews } from './csrf-views.ts';
import { fingerprint } from './fingerprint.ts';
import {
  asksForPassword,
  browserOf,
  harmlessFirst,
  isTaken,
  type OpenForm,
  openForm,
  send,
} from './forms.ts';
import { plain } from './offers.ts';
import { isRefusal, ownToken, placeAt } from './requests.ts';
import { NAMES_ROW, rowsMeant } from './rows-meant.ts';
import type { SurfaceForm } from './surface.ts';

export async function csrf(context: AttackContext): Promise<AttackResult> {
  const forms = harmlessFirst([...context.surface.forms, ...(await laterForms(context))]);
  const weaknesses: Weakness[] = [];
  const views = await forgedViews(context);
  const gets = await changesByGet(context);
  for (const form of forms) {
    const proof = await forge(context, form);
    if (proof !== null) weaknesses.push(await weakness(context, form, proof));
  }
  const told = new Set(weaknesses.map(({ place }) => JSON.stringify(place)));
  const others = [...views.weaknesses, ...gets.weaknesses].filter(
    ({ place }) => place === null || !told.has(JSON.stringify(place)),
  );
  const tried = forms.length + views.tried + gets.tried;
  return {
    tried:
      tried === 0
        ? null
        : `${forms.length} forms, ${views.tried} views without a form and ${gets.tried} addresses opened by GET`,
    weaknesses: [...weaknesses, ...others],
  };
}

/** The answer to the forged request where it was taken; null where it was refused. */
async function forge(context: AttackContext, target: SurfaceForm): Promise<Visit | null> {
  const opened = await openForm(context, target);
  if (opened === null) return null;
  const token = opened.form.controls.find(({ name }) => isCsrf(name));
  const without = await send(opened, valuesOf(context, target, opened), { csrf: false, headers: ELSEWHERE });
  if (await gotThrough(context, target, opened, without, [])) return without;
  if (token === undefined) return null;
  const other = target.as === 'bob' ? 'alice' : 'bob';
  const strange = await ownToken(context, other, await browserOf(context, other));
  const again = await openForm(context, target);
  if (again === null || strange === token.value) return null;
  const extra: [string, string][] = [[token.name, strange]];
  const taken = await send(again, valuesOf(context, target, again), {
    csrf: false,
    headers: ELSEWHERE,
    extra,
  });
  return (await gotThrough(context, target, again, taken, extra)) ? taken : null;
}

/** A form for signing in is filled by somebody who has an account, one for signing up by somebody new. */
function valuesOf({ surface, tools, random }: AttackContext, { as }: SurfaceForm, opened: OpenForm): Values {
  const { form, visit } = opened;
  const [row] = rowsMeant({ surface, tools }, plain(form.action));
  // Scripts fill such fields when somebody presses the button.
  const empty = form.controls.filter(
    ({ type, name, value }) => type === 'hidden' && value === '' && NAMES_ROW.test(name),
  );
  const values = {
    ...opened.values,
    ...Object.fromEntries(empty.map(({ name }) => [name, String(row?.id ?? '')])),
  };
  if (as !== 'anonymous' || !asksForPassword(form)) return values;
  const passwords = form.controls.filter(({ type }) => type === 'password').length;
  const known = surface.people.bob.actor.person;
  const person =
    passwords > 1 || known === null || accountForm(visit, false) !== form ? makePerson('mia', random) : known;
  return { ...values, ...fillAccount(form, person, tools) };
}

/**
 * A redirect says that it was taken, and so does a complaint about what was typed: the token is looked at before. A
 * plain page may say anything; there it counts whether something changed.
 */
async function gotThrough(
  context: AttackContext,
  target: SurfaceForm,
  opened: OpenForm,
  answer: Visit,
  extra: [string, string][],
): Promise<boolean> {
  if (isRefusal(context, answer.first)) return false;
  if (hasOwnRefusal(context) && !(await answersAlike(context, target, answer))) return false;
  if ((answer.first.reply.status ?? 0) >= 300) return true;
  if (!isTaken(answer)) return complains(answer, opened);
  const before = await fingerprint(context);
  const again = await openForm(context, target);
  if (again === null) return true;
  await send(again, valuesOf(context, target, again), { csrf: false, headers: ELSEWHERE, extra });
  return (await fingerprint(context)) !== before;
}

const complains = ({ page }: Visit, { form }: OpenForm): boolean =>
  page.forms.some(({ action, errors }) => action === form.action && errors.length > 0);

/** Where the app has an answer of its own for a missing token, that need not be a 403. */
const hasOwnRefusal = ({ tools }: AttackContext): boolean => {
  const view = tools.facts.settings.CSRF_FAILURE_VIEW;
  return typeof view === 'string' && view !== 'django.views.csrf.csrf_failure';
};

async function answersAlike(context: AttackContext, target: SurfaceForm, forged: Visit): Promise<boolean> {
  const opened = await openForm(context, target);
  if (opened === null) return true;
  const right = await send(opened, valuesOf(context, target, opened));
  const shape = ({ first, page }: Visit): string => `${first.reply.status} ${page.title}`;
  return shape(right) === shape(forged);
}

async function weakness(
  context: AttackContext,
  { path, form, as }: SurfaceForm,
  { first }: Visit,
): Promise<Weakness> {
  const login = as === 'anonymous' && asksForPassword(form);
  return {
    summary: `The form ${form.action.split('?')[0]} is taken without its CSRF token, even from another site.`,
    expected: '403 Forbidden, and nothing is done',
    actual: `${first.reply.status} for a request without a token and with Origin: ${ELSEWHERE.Origin} (the form is on ${path.split('?')[0]}, opened as ${as})`,
    danger: login
      ? 'Another site can sign a visitor in or up under an account of its own, and then see what the visitor does there.'
      : 'Another site can make the browser of whoever is signed in send this form, without that person noticing.',
    fix: 'Keep CsrfViewMiddleware in MIDDLEWARE, remove @csrf_exempt from the view, and put {% csrf_token %} into the form.',
    proof: first,
    place: await placeAt(context, form.action, 'POST'),
  };
}
