/** Forms that are not shown to who sends them: a link that is hidden, or a page that is closed, closes no view. */
import type { Endpoint } from '../bind/endpoint.ts';
import type { BoundContent } from '../bind/site/bound-site.ts';
import { takenSlots } from '../bind/site/controls.ts';
import { fillForm } from '../bind/site/fill-form.ts';
import { type FoundForm, fillingOf, formOn, type SendWish, type Sent } from '../bind/site/forms.ts';
import { marksFor } from '../bind/site/rows.ts';
import { formOf } from '../bind/site/scripted.ts';
import { type Browser, isCsrf } from '../browse/browser.ts';
import type { Actor } from '../checks/actor.ts';
import type { CheckContext } from './probe.ts';
import { siteOf, toolsOf } from './site-context.ts';
import type { Submitted } from './submit-queries.ts';

/** No page shows the form, but the view is there: that a visitor is turned away can be seen all the same. */
export async function sendBlind(
  context: CheckContext,
  content: BoundContent,
  writer: Endpoint,
  as: Actor,
  role: string,
): Promise<Submitted> {
  const tools = toolsOf(context);
  const browser = await tools.browser(as);
  const token = await visitorsToken(context, browser);
  const marks = marksFor(content, tools.random);
  const form = { ...formOf(writer, writer.path) };
  const values = fillForm(form, content, {
    marks,
    person: null,
    random: tools.random,
    rows: {},
    everything: true,
  });
  const from = await browser.visit(writer.path);
  const visit = await browser.submit(from, form, values, { extra: [['csrfmiddlewaretoken', token]] });
  return { visit, values, marks, taken: [], content, row: null, as, endpoint: writer, role, before: null };
}

/**
 * Where the form is shown to others only, what they would send is sent without signing in: a link that is hidden closes
 * nothing. The visitor's own CSRF token goes with it, so that a refusal is one of the view.
 */
export async function sendUnseen(
  context: CheckContext,
  found: FoundForm,
  wish: SendWish,
): Promise<Sent | null> {
  const tools = toolsOf(context);
  const author = Object.values(context.bound.actors)[0];
  if (author === undefined || wish.as.id !== null) return null;
  const shown = await found.open(tools, author, wish.row);
  const form = shown === null ? null : formOn(shown, found.content);
  if (shown === null || form === null) return null;
  const browser = await tools.browser(wish.as);
  const token = await visitorsToken(context, browser);
  const marks = wish.marks ?? marksFor(found.content, tools.random);
  const filled = fillForm(form, found.content, fillingOf(tools, found, wish, marks));
  const values = wish.change?.(filled, form) ?? filled;
  const named = form.controls.filter(({ name }) => isCsrf(name)).map(({ name }) => [name, token]);
  const visit = await browser.submit(shown, form, { ...values, ...Object.fromEntries(named) }, wish.options);
  return { visit, values, marks, taken: takenSlots(form, found.content, values) };
}

/** The token of a page that everybody may see; any 32 letters that agree with the cookie are a valid one. */
async function visitorsToken(context: CheckContext, browser: Browser): Promise<string> {
  const { site } = context.bound.facts;
  const login = siteOf(context)?.login?.path;
  const visit = login === undefined ? null : await browser.visit(login);
  const found = visit?.page.forms.flatMap(({ controls }) => controls).find(({ name }) => isCsrf(name))?.value;
  if (found !== undefined && found !== '') return found;
  const made = 'milepostmilepostmilepostmilepost';
  browser.cookies.set(site.csrfCookie, made);
  return made;
}
