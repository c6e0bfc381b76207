/** A request and its answer as lines of text, the same in every report. */
import { STATUS_CODES } from 'node:http';
import type { Exchange } from './schema.ts';
import { seconds } from './words.ts';

export interface ExchangeDetail {
  body: number;
  headers: boolean;
}

/** `GET /api/items/1/` with who sent it, headers that matter and the body. */
export function requestLines(exchange: Exchange, detail: ExchangeDetail): string {
  return [
    `${exchange.method} ${exchange.url}`,
    ...(detail.headers ? headerLines(exchange.requestHeaders, REQUEST_HEADERS) : []),
    ...bodyLines(exchange.requestBody, detail.body),
  ].join('\n');
}

/** `HTTP 200` with headers that matter and the body, or why there is none. */
export function responseLines(exchange: Exchange, detail: ExchangeDetail): string {
  if (exchange.status === null) return exchange.failure ?? 'no answer';
  return [
    `HTTP ${exchange.status} ${STATUS_CODES[exchange.status] ?? ''}`.trimEnd(),
    ...(detail.headers ? headerLines(exchange.responseHeaders, RESPONSE_HEADERS) : []),
    ...bodyLines(exchange.responseBody, detail.body),
  ].join('\n');
}

/** "bob sent" */
export function senderTitle(exchange: Exchange): string {
  return exchange.as === 'anonymous' ? 'Somebody who is not signed in sent' : `${exchange.as} sent`;
}

/** "The answer, after 12 ms" */
export function answerTitle(exchange: Exchange): string {
  return `${exchange.status === null ? 'No answer' : 'The answer'}, after ${seconds(exchange.milliseconds)}`;
}

const REQUEST_HEADERS = /^(authorization|content-type|cookie|host|origin|referer|x-csrftoken|accept)$/i;
const RESPONSE_HEADERS =
  /^(content-type|location|retry-after|www-authenticate|set-cookie|allow|x-ratelimit-.*)$/i;
const LONGEST_HEADER = 120;

function headerLines(headers: Record<string, string>, which: RegExp): string[] {
  return Object.entries(headers)
    .filter(([name]) => which.test(name))
    .slice(0, 20)
    .map(([name, value]) =>
      oneLine(`${name}: ${value.length > LONGEST_HEADER ? `${value.slice(0, LONGEST_HEADER)}…` : value}`),
    );
}

function bodyLines(body: string | null, max: number): string[] {
  if (body === null || body === '' || max === 0) return [];
  const left = body.length - max;
  return ['', left > 0 ? `${body.slice(0, max)}… (${left} more characters)` : body];
}

/** A header value with a line break would look like a header of its own. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}
