/**
 * Pages that open only after something has been done, such as a checkout after something lies in the cart: alice sends
 * the forms that she is shown as they are meant, and the forms that turn up then are told.
 */

import { endpointsOf, endsSession, openParams, pathPattern } from '../bind/endpoint.ts';
import { isEnding } from '../browse/ending.ts';
import type { Form } from '../html/page.ts';
import { isApi } from './api-views.ts';
import type { AttackContext } from './attack.ts';
import { asksForPassword, browserOf, openForm, send } from './forms.ts';
import { plain } from './offers.ts';
import type { SurfaceForm } from './surface.ts';

export async function laterForms(context: AttackContext): Promise<SurfaceForm[]> {
  const { surface, tools } = context;
  const seen = new Set(
    surface.pages
      .filter(({ as }) => as === 'alice')
      .flatMap(({ path, visit }) => (plain(path) === plain(visit.url) ? [plain(path)] : [])),
  );
  const closed = endpointsOf(tools.facts).filter(
    (one) =>
      one.method === 'GET' &&
      openParams(one).length === 0 &&
      !isApi(one) &&
      !endsSession(one) &&
      !seen.has(one.path) &&
      !/^\/(admin|media|static)\//.test(one.path),
  );
  if (closed.length === 0) return [];
  const ends = endpointsOf(tools.facts)
    .filter((one) => one.method === 'POST' && endsSession(one))
    .map(pathPattern);
  const isHarmless = ({ action }: Form): boolean =>
    !isEnding({ path: action, text: '' }) && !ends.some((pattern) => pattern.test(plain(action)));
  for (const target of surface.forms.filter(
    ({ as, form }) => as === 'alice' && !asksForPassword(form) && isHarmless(form),
  )) {
    const opened = await openForm(context, target);
    if (opened !== null) await send(opened, opened.values);
  }
  const browser = await browserOf(context, 'alice');
  const found: SurfaceForm[] = [];
  for (const { path } of closed) {
    const visit = await browser.visit(path);
    if (plain(visit.url) !== path) continue;
    const forms = visit.page.forms.filter(
      ({ method, internal, action }) => method === 'POST' && internal && plain(action) === path,
    );
    found.push(...forms.map((form): SurfaceForm => ({ path, as: 'alice', form, visit })));
  }
  return found;
}
