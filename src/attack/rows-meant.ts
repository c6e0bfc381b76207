/** Views that are told in a field which row is meant, such as `id` in a form that a script fills. */
import { endpointsOf, pathPattern } from '../bind/endpoint.ts';
import type { AttackContext } from './attack.ts';
import type { SurfaceRow } from './surface.ts';

export const NAMES_ROW = /^(id|pk|\w+_(id|pk))$/i;

/** Alice's rows of the models that the view names; of a view that names none, all of hers. */
export function rowsMeant(
  { surface, tools }: Pick<AttackContext, 'surface' | 'tools'>,
  action: string,
): SurfaceRow[] {
  const hers = surface.rows.filter(
    ({ owner, model }) => owner === 'alice' && model.label !== tools.facts.user.model,
  );
  const named = endpointsOf(tools.facts)
    .filter((one) => pathPattern(one).test(action))
    .flatMap(({ route, handler }) => [route.model, handler.inputModel, ...handler.models]);
  const meant = hers.filter(({ model }) => named.includes(model.label));
  return meant.length > 0 ? meant : hers;
}
