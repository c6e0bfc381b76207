/** Compares requests and answers with GitHub's published description, and with what it does not say. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

interface Parameter {
  $ref?: string;
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
}
interface Media {
  content?: { 'application/json'?: { schema: object; examples?: Record<string, { $ref?: string }> } };
  $ref?: string;
}
interface Operation {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: Media;
  responses: Record<string, Media>;
}
interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: {
    parameters: Record<string, Parameter>;
    responses: Record<string, Media>;
    examples: Record<string, { value: unknown }>;
  };
}

const description: Description = JSON.parse(readFileSync(join(import.meta.dirname, 'openapi.json'), 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false });
formats.default(ajv);
ajv.addSchema({ ...(withNull(description) as object), $id: 'github' });
const compiled = new Map<string, ValidateFunction>();

export interface SentRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string | undefined>;
  body: unknown;
}

export interface Matched {
  id: string;
  path: string;
  method: string;
  params: Record<string, string>;
}

/** Which published operation a request is, or null where GitHub has none. */
export function matchOperation(method: string, path: string): Matched | null {
  for (const [template, operations] of Object.entries(description.paths)) {
    const operation = operations[method.toLowerCase()];
    const params = operation && paramsOf(template, path);
    if (operation && params)
      return { id: operation.operationId, path: template, method: method.toLowerCase(), params };
  }
  return null;
}

/** What GitHub would object to in a request; empty when nothing. */
export function requestBreaches(matched: Matched, request: SentRequest): string[] {
  const operation = operationOf(matched);
  const parameters = (operation.parameters ?? []).map(parameter);
  const breaches = parameters
    .filter((known) => known.in === 'path' || request.query[known.name] !== undefined)
    .flatMap((known) =>
      parameterBreaches(matched, known, known.in === 'path' ? matched.params : request.query),
    );
  for (const name of Object.keys(request.query)) {
    if (!parameters.some((known) => known.in === 'query' && known.name === name))
      breaches.push(`query "${name}" is not known`);
  }
  breaches.push(...headerBreaches(request));
  const pointer = `${pointerOf(matched)}/requestBody`;
  if (operation.requestBody)
    breaches.push(...schemaBreaches(`${pointer}/content/application~1json/schema`, request.body, 'body'));
  else if (request.body !== undefined) breaches.push('a body was sent where none is taken');
  return [...breaches, ...extraProperties(operation, request.body)].map(
    (breach) => `${matched.id}: ${breach}`,
  );
}

/** What is wrong with an answer of the loopback server itself: it must not be kinder than GitHub. */
export function answerBreaches(matched: Matched, status: number, body: unknown): string[] {
  const answer = operationOf(matched).responses[String(status)];
  // Statuses that any operation can give and the description leaves out (429, 502, …) carry GitHub's basic error.
  const media = answer ? resolved(answer) : null;
  if (media && !media.content) return body === undefined ? [] : [`${matched.id}: ${status} carries no body`];
  const pointer = !answer
    ? 'github#/components/schemas/basic-error'
    : answer.$ref
      ? `github${answer.$ref}/content/application~1json/schema`
      : `${pointerOf(matched)}/responses/${status}/content/application~1json/schema`;
  return schemaBreaches(pointer, body, `answer ${status}`)
    .filter((breach) => !DELETED_FORK.test(breach))
    .map((breach) => `${matched.id}: ${breach}`);
}

/** GitHub answers `null` there, and its description does not say so. */
const DELETED_FORK = /\/head\/repo must be object$/;

/** GitHub's own published example of an answer, to be completed by a test. */
export function exampleAnswer(name: string): unknown {
  const example = description.components.examples[name];
  if (!example) throw new Error(`The description has no example "${name}".`);
  return structuredClone(example.value);
}

function paramsOf(template: string, path: string): Record<string, string> | null {
  const wanted = template.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith('{')) params[part.slice(1, -1)] = decodeURIComponent(value);
    else if (part !== value) return null;
  }
  return params;
}

function parameterBreaches(matched: Matched, known: Parameter, values: Record<string, string>): string[] {
  const text = values[known.name];
  if (text === undefined || text === '') return [`${known.in} "${known.name}" is missing`];
  const index = (operationOf(matched).parameters ?? []).findIndex(
    (one) => parameter(one).name === known.name,
  );
  const reference = operationOf(matched).parameters?.[index]?.$ref;
  const pointer = reference
    ? `github${reference}/schema`
    : `${pointerOf(matched)}/parameters/${index}/schema`;
  const value = /^\d+$/.test(text) && known.name !== 'commit_sha' ? Number(text) : text;
  return schemaBreaches(pointer, value, `${known.in} "${known.name}"`);
}

function headerBreaches(request: SentRequest): string[] {
  const breaches: string[] = [];
  if (request.headers['x-github-api-version'] !== '2022-11-28') breaches.push('no API version was asked for');
  if (!/^(token|bearer) \S+$/i.test(request.headers.authorization ?? '')) breaches.push('no token was sent');
  if (!request.headers['user-agent']) breaches.push('no user agent was sent');
  if (request.body !== undefined && !request.headers['content-type']?.startsWith('application/json')) {
    breaches.push('the body is not announced as JSON');
  }
  return breaches;
}

/** The description allows any extra property; a misspelt one would pass unseen. */
function extraProperties(operation: Operation, body: unknown): string[] {
  const schema = operation.requestBody?.content?.['application/json']?.schema as
    | { properties?: object }
    | undefined;
  if (typeof body !== 'object' || body === null) return [];
  return Object.keys(body)
    .filter((key) => !(key in (schema?.properties ?? {})))
    .map((key) => `body property "${key}" is not known`);
}

function schemaBreaches(pointer: string, value: unknown, what: string): string[] {
  const validate = compiled.get(pointer) ?? ajv.compile({ $ref: pointer });
  compiled.set(pointer, validate);
  return validate(value)
    ? []
    : (validate.errors ?? []).map((error) => `${what}${error.instancePath} ${error.message}`);
}

function operationOf(matched: Matched): Operation {
  const operation = description.paths[matched.path]?.[matched.method];
  if (!operation) throw new Error(`${matched.id} left the description.`);
  return operation;
}

function parameter(given: Parameter): Parameter {
  const name = given.$ref?.split('/').pop();
  return (name && description.components.parameters[name]) || given;
}

function resolved(answer: Media): Media {
  const name = answer.$ref?.split('/').pop();
  return (name && description.components.responses[name]) || answer;
}

function pointerOf(matched: Matched): string {
  const path = matched.path.replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D');
  return `github#/paths/${path}/${matched.method}`;
}

/** OpenAPI 3.0 says `nullable` where JSON Schema says `null`. */
function withNull(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNull);
  if (value === null || typeof value !== 'object') return value;
  const { nullable, ...rest } = value as { nullable?: boolean };
  const inner = Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, withNull(one)]));
  return nullable === true ? { anyOf: [inner, { type: 'null' }] } : inner;
}
