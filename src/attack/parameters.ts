/** Every parameter of a query string that the app reads: seen in links and search forms, or read by its source. */
import type { Facts } from '../app/facts.ts';
import { type Endpoint, fillPath, openParams, pagesOf } from '../bind/endpoint.ts';
import { shapeOf } from '../browse/crawl.ts';
import { addressOf, rowsBehind, valuesOfRow } from './address.ts';
import type { Parameter, Surface, SurfacePage } from './surface.ts';

const MOST = 80;

export function parametersOf(
  facts: Facts,
  pages: SurfacePage[],
  endpoints: Endpoint[],
  rows: Surface['rows'],
): Parameter[] {
  const found = [
    ...pages.flatMap(fromPage),
    ...fromSource(pagesOf(facts), rows, facts, false),
    ...fromSource(endpoints, rows, facts, true),
    ...fromPaths(pagesOf(facts), rows, facts, false),
    ...fromPaths(endpoints, rows, facts, true),
  ];
  // A visitor who follows the link is sent to the login.
  const elsewhere = new Set(
    pages
      .filter(({ as, visit }) => as === 'anonymous' && visit.hops.length > 1)
      .map(({ path }) => shapeOf(path.split('?')[0] ?? path)),
  );
  const seen = new Map<string, Parameter>();
  for (const one of found) {
    const key = `${shapeOf(one.path)} ${one.name}`;
    const known = seen.get(key);
    // A value that was seen in use says what the parameter takes.
    if (known === undefined) seen.set(key, one);
    else {
      known.value ??= one.value;
      if (known.as === 'anonymous' && elsewhere.has(shapeOf(one.path))) known.as = one.as;
    }
  }
  return [...seen.values()].slice(0, MOST);
}

function fromPage({ visit, as, path }: SurfacePage): Parameter[] {
  const own = queryOf(path, as);
  const links = visit.page.links.filter(({ internal }) => internal).flatMap((link) => queryOf(link.path, as));
  const forms = visit.page.forms
    .filter(({ method, internal }) => method === 'GET' && internal)
    .flatMap(({ action, controls }) =>
      controls
        .filter(({ name }) => name !== '')
        .map(({ name, value, options }) => ({
          path: action.split('?')[0] ?? action,
          name,
          template: null,
          as,
          value: value || (options.find((option) => option.value !== '')?.value ?? null),
          api: false,
        })),
    );
  return [...own, ...links, ...forms];
}

const queryOf = (path: string, as: Parameter['as']): Parameter[] => {
  const [before = '', query] = path.split('?');
  return [...new URLSearchParams(query ?? '')].map(([name, value]) => ({
    path: before,
    name,
    template: null,
    as,
    value,
    api: false,
  }));
};

const fromSource = (endpoints: Endpoint[], rows: Surface['rows'], facts: Facts, api: boolean): Parameter[] =>
  endpoints
    .filter(({ method, path }) => method === 'GET' && !path.startsWith('/admin/'))
    .flatMap((endpoint) => {
      const [path] = addressOf(endpoint, rows, facts);
      return path === undefined
        ? []
        : endpoint.handler.queries.map(
            (name): Parameter => ({ path, name, template: null, as: 'alice', value: null, api }),
          );
    });

/** `/labels/<str:name>/`: whatever stands there reaches the view. */
const fromPaths = (endpoints: Endpoint[], rows: Surface['rows'], facts: Facts, api: boolean): Parameter[] =>
  endpoints
    .filter(({ method, path }) => method === 'GET' && !path.startsWith('/admin/'))
    .flatMap((endpoint) => {
      const free = openParams(endpoint).filter(
        ({ converter }) => converter === 'str' || converter === 'path',
      );
      const [row] = rowsBehind(endpoint, rows, facts);
      const values = row === undefined ? null : valuesOfRow(endpoint, row);
      return free.map(({ name }): Parameter => {
        const others = Object.fromEntries(
          openParams(endpoint).map((one) => [one.name, values?.[one.name] ?? '1']),
        );
        const template = fillPath(endpoint, { ...others, [name]: '\u0000' }).replace(
          encodeURIComponent('\u0000'),
          '{}',
        );
        const value = values?.[name] ?? null;
        return { path: endpoint.path, name, template, as: 'alice', value, api };
      });
    });

/** The address with this value in its place. */
export const addressWith = (
  { path, name, template }: Pick<Parameter, 'path' | 'name' | 'template'>,
  value: string,
): string =>
  template !== null
    ? template.replace('{}', () => encodeURIComponent(value))
    : `${path}?${new URLSearchParams({ [name]: value })}`;
