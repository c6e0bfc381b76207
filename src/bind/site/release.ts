/** Making public what somebody wrote, as the site itself allows it: a button for the author, or the admin. */
import type { Key } from '../../app/instance.ts';
import type { Browser, Visit } from '../../browse/browser.ts';
import type { Actor } from '../../checks/actor.ts';
import type { Values } from '../../html/fill.ts';
import type { Control, Form } from '../../html/page.ts';
import { mentions, splitWords } from '../endpoint.ts';
import type { ContentModel } from './models.ts';
import { isPrivate, isPublic, PUBLIC, publicChoice } from './public-words.ts';
import type { SiteTools } from './tools.ts';

export interface Release {
  content: ContentModel;
  id: Key;
  author: Actor;
  staff: Actor;
  /** pages that the author saw of it, where a button may be */
  seen: Visit[];
}

/** True when something was sent that should make it public. */
export async function release(tools: SiteTools, wish: Release): Promise<boolean> {
  if (await pressPublish(await tools.browser(wish.author), wish.seen)) return true;
  const staff = await tools.browser(wish.staff);
  return (await saveInAdmin(tools, staff, wish)) || (await actInAdmin(tools, staff, wish));
}

async function pressPublish(browser: Browser, seen: Visit[]): Promise<boolean> {
  for (const visit of seen) {
    const form = visit.page.forms.find(
      ({ method, internal, action, submitters, controls }) =>
        method === 'POST' &&
        internal &&
        !controls.some(({ type }) => type === 'password') &&
        mentions(
          splitWords(`${action} ${submitters.map(({ text, value }) => `${text} ${value}`).join(' ')}`),
          PUBLIC,
        ),
    );
    const link = visit.page.links.find(
      ({ internal, path, text }) =>
        internal && mentions(splitWords(`${path} ${text}`), ['publish', 'approve', 'publicar']),
    );
    if (form !== undefined) await browser.submit(visit, form, {});
    else if (link !== undefined) await browser.visit(link.path);
    else continue;
    return true;
  }
  return false;
}

/** The change page of the admin, with the status and the flags set. */
async function saveInAdmin(tools: SiteTools, browser: Browser, { content, id }: Release): Promise<boolean> {
  const model = tools.facts.admin.models.find(({ model: label }) => label === content.model.label);
  if (model === undefined) return false;
  const visit = await browser.visit(`${model.path}${encodeURIComponent(String(id))}/change/`);
  const form = visit.page.forms.find(({ method, controls }) => method === 'POST' && controls.length > 2);
  if (form === undefined) return false;
  const values = Object.fromEntries(form.controls.flatMap((control) => changed(control)));
  if (Object.keys(values).length === 0) return false;
  await browser.submit(visit, form, values);
  return true;
}

function changed(control: Control): [string, Values[string]][] {
  if (control.name === '' || control.disabled) return [];
  if (control.type === 'select' || control.type === 'radio') {
    const option = publicChoice(control);
    return option === undefined || option.selected ? [] : [[control.name, option.value]];
  }
  if (control.type !== 'checkbox' || control.options.length > 1) return [];
  if (isPrivate(control)) return control.checked ? [[control.name, false]] : [];
  return isPublic(control) && !control.checked ? [[control.name, true]] : [];
}

/** An action of the change list, such as "Approve the selected". */
async function actInAdmin(tools: SiteTools, browser: Browser, { content, id }: Release): Promise<boolean> {
  const model = tools.facts.admin.models.find(({ model: label }) => label === content.model.label);
  if (model === undefined) return false;
  const visit = await browser.visit(model.path);
  const offered = visit.page.forms.flatMap((form: Form) => {
    const action = form.controls.find(({ name }) => name === 'action');
    const option = action?.options.find(({ value, text }) =>
      mentions(splitWords(`${value} ${text}`), PUBLIC),
    );
    return option === undefined ? [] : [{ form, value: option.value }];
  })[0];
  if (offered === undefined) return false;
  await browser.submit(visit, offered.form, { action: offered.value, _selected_action: [String(id)] });
  return true;
}
