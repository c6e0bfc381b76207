/** What can be done to one row: every method of every address that names it, and what is sent with it. */

import type { Model } from '../app/facts.ts';
import { type Endpoint, endpointsOf, endsSession, openParams, pathPattern } from '../bind/endpoint.ts';
import { isEmailName, isPasswordName } from '../bind/values.ts';
import { isCsrf, type Visit } from '../browse/browser.ts';
import type { Exchanged } from '../checks/session.ts';
import type { Values } from '../html/fill.ts';
import type { Control, Form } from '../html/page.ts';
import { bodyFor, type Repairs } from './access-bodies.ts';
import { operationsInFields } from './access-fields.ts';
import { addressOfRow, rowsBehind } from './address.ts';
import { isApi } from './api-views.ts';
import type { AttackContext } from './attack.ts';
import { browserOf } from './forms.ts';
import { plain } from './offers.ts';
import { callApi, postAs } from './requests.ts';
import type { PersonName, SurfaceRow, VisitorName } from './surface.ts';

export interface Operation {
  /** "POST /notes/{id}/edit/" */
  name: string;
  method: string;
  endpoint: Endpoint;
  model: Model;
  api: boolean;
  /** says DELETE in a POST, for apps that listen to such things */
  override?: boolean;
  /** the row is named in a hidden field of this form instead of the address */
  inField?: { form: Form | null; field: string };
}

const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE'];

export function operationsOf({ surface, tools }: AttackContext): Operation[] {
  const found = new Map<string, Operation>();
  for (const endpoint of endpointsOf(tools.facts)) {
    const { path } = endpoint;
    if (openParams(endpoint).length === 0 || /^\/(admin|media|static)\//.test(path) || endsSession(endpoint))
      continue;
    // Links from e-mails carry a secret of their own.
    if (endpoint.params.some(({ name }) => /token|uidb64|hash|signature/i.test(name))) continue;
    const api = isApi(endpoint);
    if (api && !WRITES.includes(endpoint.method)) continue;
    // A class says which methods it has; a function takes POST whatever its source says about it.
    const method = api ? endpoint.method : 'POST';
    if (
      !api &&
      endpoint.route.view.kind === 'class' &&
      !endpoint.route.methods.some((one) => one.method === 'POST')
    )
      continue;
    for (const { model } of rowsBehind(endpoint, surface.rows, tools.facts)) {
      const key = `${method} ${path} ${model.label}`;
      const known = found.get(key);
      if (known === undefined || endpoint.method === method)
        found.set(key, { name: `${method} ${path}`, method, endpoint, model, api });
      if (method !== 'DELETE') continue;
      const name = `POST ${path} that says DELETE`;
      found.set(name, { name, method: 'POST', endpoint, model, api, override: true });
    }
  }
  return [...found.values(), ...operationsInFields({ surface, tools })];
}

/** A request for one row, with texts by which it is recognised afterwards. */
export interface Request {
  path: string;
  /** the texts and numbers that were sent */
  sent: Record<string, unknown>;
  send(as: VisitorName): Promise<Exchanged>;
}

/** What `owner`, who may do it, would send; null where there is no such address. */
export async function requestFor(
  context: AttackContext,
  operation: Operation,
  row: SurfaceRow,
  owner: PersonName,
  { repairs, forms }: Memory,
  extra: Record<string, unknown> = {},
): Promise<Request | null> {
  if (operation.inField !== undefined) {
    const { form, field } = operation.inField;
    const named = form?.controls.some(({ name }) => name === field) === true;
    const values = { ...(form === null ? {} : changedValues(form, context)), [field]: String(row.id) };
    const extra = named ? [] : pairsOf({ [field]: row.id });
    const path = operation.endpoint.path;
    const send = async (as: VisitorName) => (await postAs(context, as, path, { form, values, extra })).first;
    return { path, sent: values, send };
  }
  const path = addressOfRow(operation.endpoint, row);
  if (path === null) return null;
  if (operation.override) {
    const headers = { 'X-HTTP-Method-Override': 'DELETE' };
    const body = { _method: 'DELETE', method: 'DELETE' };
    return { path, sent: {}, send: (as) => callApi(context, as, 'POST', path, body, headers) };
  }
  if (operation.api) {
    const body =
      operation.method === 'DELETE' ? undefined : { ...bodyFor(context, operation, row, repairs), ...extra };
    return {
      path,
      sent: body ?? {},
      send: (as) => callApi(context, as, operation.method, path, body),
    };
  }
  if (!forms.has(path)) forms.set(path, await formFor(context, operation, path, owner));
  const form = forms.get(path) ?? null;
  const values = form === null ? {} : changedValues(form, context);
  return {
    path,
    sent: values,
    send: async (as) => (await postAs(context, as, path, { form, values, extra: pairsOf(extra) })).first,
  };
}

const pairsOf = (extra: Record<string, unknown>): [string, string][] =>
  Object.entries(extra).map(([name, value]) => [name, value === true ? 'on' : String(value)]);

/** The form on its own page, or on another page that the owner sees; what is for staff only, as staff see it. */
async function formFor(
  context: AttackContext,
  { endpoint }: Operation,
  path: string,
  owner: PersonName,
): Promise<Form | null> {
  const pattern = pathPattern(endpoint);
  for (const as of new Set<PersonName>([owner, 'staff'])) {
    const own = formAt(await (await browserOf(context, as)).visit(path), path);
    if (own !== undefined) return own;
    const seen = context.surface.pages
      .filter((page) => page.as === as)
      .flatMap(({ visit }) => visit.page.forms)
      .find(({ method, action }) => method === 'POST' && pattern.test(plain(action)));
    if (seen !== undefined) return seen;
  }
  return null;
}

const formAt = ({ page }: Visit, path: string): Form | undefined =>
  page.forms.find(({ method, action }) => method === 'POST' && plain(action) === path);

/** Every text anew, numbers one more, another choice: whatever the form can change. */
function changedValues(form: Form, { random }: AttackContext): Values {
  const controls = form.controls.filter(
    ({ name, type, disabled }) => name !== '' && !disabled && type !== 'hidden' && !isCsrf(name),
  );
  const password = `Vq${random.word(9)}!7Kp`;
  // Where texts tell what happened, numbers and choices stay: they may have limits that no page says.
  const hasText = controls.some(
    ({ type, options }) => ['text', 'textarea'].includes(type) && options.length === 0,
  );
  return Object.fromEntries(
    controls.flatMap((control) => {
      if (hasText && control.value !== '' && ['number', 'select', 'radio'].includes(control.type)) return [];
      const value = changedValue(control, `mp${random.word(10)}`, password);
      return value === null ? [] : [[control.name, value]];
    }),
  );
}

function changedValue(control: Control, mark: string, password: string): Values[string] | null {
  const { type, name, value, options, maxLength, multiple, max } = control;
  if (type === 'password' || isPasswordName(name)) return password;
  if (type === 'email' || isEmailName(name)) return `${mark}@example.com`;
  if (type === 'url') return `https://example.com/${mark}`;
  if (['text', 'textarea', 'search', 'other'].includes(type)) {
    if (/^-?\d+([.,]\d+)?$/.test(value) || /^\d{4}-\d\d-\d\d/.test(value)) return null;
    return maxLength === null ? mark : mark.slice(0, maxLength);
  }
  if (type === 'number') {
    const more = Number(value || 0) + 1;
    return String(max !== null && more > Number(max) ? more - 2 : more);
  }
  if ((type === 'select' || type === 'radio') && !multiple)
    return (
      options.find((option) => !option.disabled && !option.selected && option.value !== '')?.value ?? null
    );
  if (type === 'date') return value === '' ? '2030-01-15' : null;
  return null;
}

/** What was learned about an operation on the way. */
export interface Memory {
  repairs: Repairs;
  /** by address; null: there is none */
  forms: Map<string, Form | null>;
}
