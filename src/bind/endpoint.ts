/** An endpoint: one method of one route, and how its URL is filled. */
import type { Facts, Route } from '../app/facts.ts';

export type Handler = Route['methods'][number];

export interface Endpoint {
  method: string;
  /** "/api/items/{id}/" */
  path: string;
  params: Route['params'];
  route: Route;
  handler: Handler;
}

/** All endpoints of the app, in the order of its URL configuration. */
export function endpointsOf(facts: Facts): Endpoint[] {
  return facts.routes.flatMap((route) =>
    route.methods.map((handler) => ({
      method: handler.method,
      path: route.path,
      params: route.params,
      route,
      handler,
    })),
  );
}

/** Parameters that name something; constants such as an API version are not. */
export const openParams = (endpoint: Endpoint): Route['params'] =>
  endpoint.params.filter((param) => param.constant === null);

export const describeEndpoint = (endpoint: Endpoint): string => `${endpoint.method} ${endpoint.path}`;

/** Fills a path; parameters without a value stay as they are, so that a mistake is visible in the evidence. */
export function fillPath(endpoint: Endpoint, values: Record<string, string>): string {
  return endpoint.params.reduce((path, param) => {
    const value = values[param.name] ?? param.constant;
    return value === null || value === undefined
      ? path
      : path.replace(`{${param.name}}`, encodeURIComponent(value));
  }, endpoint.path);
}

/** Words of URL, route name, view and handler: what a person would read to guess what it is for. */
export function wordsOf(endpoint: Endpoint): string[] {
  const { route, handler } = endpoint;
  const view = route.view.name.split('.').at(-1) ?? '';
  return splitWords(`${route.path} ${route.name ?? ''} ${view} ${handler.handler}`);
}

/** "createBookItem", "create_book-item" → ["create", "book", "item"] */
export function splitWords(text: string): string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Words of the URL, the route's name and the handler: a class that does several things says nothing about one of them. */
export function verbsOf({ route, handler }: Endpoint): string[] {
  const isFunction =
    route.view.kind === 'function' || route.view.kind === 'drf-function' || route.methods.length === 1;
  const view = isFunction ? (route.view.name.split('.').at(-1) ?? '') : '';
  return splitWords(`${route.path} ${route.name ?? ''} ${view} ${handler.handler}`);
}

/** Words for taking a row away. */
export const REMOVE = ['delete', 'remove', 'destroy', 'eliminar', 'borrar', 'excluir', 'deletar'];
const TAKES = [...REMOVE, 'supprimer', 'loeschen', 'cancel', 'clear'];

/** Opening it may take a row away: a function that is called so and draws no page of its own. */
export const takesAway = (endpoint: Endpoint): boolean =>
  endpoint.route.view.kind === 'function' &&
  mentions(verbsOf(endpoint), TAKES) &&
  !endpoint.handler.calls.some((call) => /(^|\.)(render|TemplateResponse)$/.test(call));

/** True when one of the words is, or is the plural of, one of the stems, or begins with a stem of at least five letters. */
export function mentions(words: readonly string[], stems: readonly string[]): boolean {
  return words.some((word) =>
    stems.some(
      (stem) =>
        word === stem ||
        word === `${stem}s` ||
        word === `${stem}es` ||
        (stem.length >= 5 && word.startsWith(stem)),
    ),
  );
}

/** Matches the paths that an endpoint answers. */
export function pathPattern({ path }: Pick<Endpoint, 'path'>): RegExp {
  const parts = path.split(/\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+')}/?$`);
}

/** Views that answer programs: a page that a library draws around their data is not one of the site's. */
export const isApiView = ({ route }: Endpoint): boolean =>
  route.view.kind.startsWith('drf') ||
  route.view.kind === 'ninja' ||
  /rest_framework|ninja/.test(route.view.name);

export const apiPatterns = (facts: Facts): RegExp[] => endpointsOf(facts).filter(isApiView).map(pathPattern);

/** Views that would sign the actor out. */
export const endsSession = (endpoint: Endpoint): boolean =>
  mentions(wordsOf(endpoint), [
    'logout',
    'signout',
    'logoff',
    'cikis',
    'salir',
    'sair',
    'deconnexion',
    'abmelden',
  ]) ||
  endpoint.handler.calls.some((call) => /(^|\.)logout$/.test(call)) ||
  endpoint.route.view.bases.some((base) => /LogoutView/.test(base));

/** Whether opening the path would, by the code behind it, sign out or take something away: a link may be called anything. */
export function harms(facts: Facts): (path: string) => boolean {
  const patterns = endpointsOf(facts)
    .filter((endpoint) => endpoint.method === 'GET' && (endsSession(endpoint) || takesAway(endpoint)))
    .map(pathPattern);
  return (path) => patterns.some((pattern) => pattern.test(path.split('?')[0] ?? path));
}

/** The pages that a visitor may open without harm: GET, made for people, and not the way out. */
export const pagesOf = (facts: Facts): Endpoint[] =>
  endpointsOf(facts).filter(
    (endpoint) => endpoint.method === 'GET' && !isApiView(endpoint) && !endsSession(endpoint),
  );
