/** Operations without a number in their address: a field says which row is meant. */

import { endpointsOf, endsSession, openParams, pathPattern } from '../bind/endpoint.ts';
import { isCsrf } from '../browse/browser.ts';
import type { Control, Form } from '../html/page.ts';
import type { Operation } from './access-operations.ts';
import { isApi } from './api-views.ts';
import type { AttackContext } from './attack.ts';
import { plain } from './offers.ts';
import { NAMES_ROW, rowsMeant } from './rows-meant.ts';
import type { SurfaceRow } from './surface.ts';

type Context = Pick<AttackContext, 'surface' | 'tools'>;

export function operationsInFields(context: Context): Operation[] {
  const found = new Map<string, Operation>();
  const add = (path: string, field: string, form: Form | null, rows: SurfaceRow[]): void => {
    const endpoint = endpointsOf(context.tools.facts).find((one) => pathPattern(one).test(path));
    if (endpoint === undefined || openParams(endpoint).length > 0 || endsSession(endpoint)) return;
    for (const { model } of rows) {
      const name = `POST ${path} with "${field}"`;
      const key = `${name} ${model.label}`;
      if (!found.has(key))
        found.set(key, { name, method: 'POST', endpoint, model, api: false, inField: { form, field } });
    }
  };
  for (const form of formsOfAlice(context))
    for (const control of form.controls.filter(({ type, name }) => type === 'hidden' && !isCsrf(name)))
      add(plain(form.action), control.name, form, rowsIn(context, form, control));
  for (const endpoint of endpointsOf(context.tools.facts).filter(
    (one) => !isApi(one) && one.method === 'POST',
  ))
    for (const field of endpoint.handler.keys.filter((name) => NAMES_ROW.test(name)))
      add(endpoint.path, field, null, rowsMeant(context, endpoint.path));
  return [...found.values()];
}

const formsOfAlice = ({ surface }: Context): Form[] =>
  surface.pages
    .filter(({ as }) => as === 'alice')
    .flatMap(({ visit }) => visit.page.forms)
    .filter(({ method, internal }) => method === 'POST' && internal);

/** The rows whose key stands in the field, or those that are meant where a script puts it there. */
function rowsIn(context: Context, { action }: Form, { name, value }: Control): SurfaceRow[] {
  const meant = rowsMeant(context, plain(action));
  if (value === '') return NAMES_ROW.test(name) ? meant : [];
  return meant.filter(({ id }) => String(id) === value);
}
