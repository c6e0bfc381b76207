/** What a reader is shown of a page: the request, and the text around the point instead of a dump. */

import type { Endpoint } from '../bind/endpoint.ts';
import { placeOf } from '../bind/table.ts';
import type { Visit } from '../browse/browser.ts';
import type { Exchanged } from '../checks/session.ts';
import type { Evidence } from '../report/schema.ts';
import type { Outcome } from '../spec/expect.ts';
import { reproduce } from './reproduce.ts';

export interface Seen {
  /** the request that the evidence is about */
  exchanged: Exchanged;
  /** the page that was reached */
  visit: Visit;
  endpoint: Endpoint | null;
  /** texts to show the surroundings of, the likeliest first */
  around: string[];
}

export function pageEvidence(
  seen: Seen,
  summary: string,
  outcomes: Outcome[],
  say: (query: string) => string,
): Evidence {
  const wrong = outcomes.filter(({ ok }) => !ok);
  const told = wrong.length > 0 ? wrong : outcomes;
  const { exchange, exception, place } = crashOf(seen);
  return {
    summary,
    ok: wrong.length === 0,
    source: 'observed',
    expected: told.map(({ query, expected }) => `${say(query)}: ${expected}`).join('; ') || null,
    actual: told.map(({ query, actual }) => `${say(query)}: ${actual}`).join('; ') || null,
    exchange: { ...exchange, responseBody: excerpt(seen) },
    place: place ?? (wrong.length > 0 && seen.endpoint !== null ? placeOf(seen.endpoint) : null),
    exception,
    table: null,
    reproduce: exchange.method === 'GET' ? reproduce(exchange) : null,
  };
}

/** Of the requests on the way the one that crashed, else the one that was asked. */
const crashOf = ({ exchanged, visit }: Seen): Exchanged =>
  [exchanged, ...visit.hops].find(({ exception }) => exception !== null) ?? exchanged;

const AROUND = 160;
const MOST = 500;

/** The text of the page around what was looked for; what the page complains of; else its beginning. */
function excerpt({ visit, around }: Seen): string {
  const { page, last } = visit;
  if (page.text === '') return last.reply.body.slice(0, MOST);
  const complaints = [...page.forms.flatMap(({ errors }) => errors), ...page.messages].slice(0, 6);
  const lower = page.text.toLowerCase();
  const at = around.map((text) => lower.indexOf(text.toLowerCase())).find((position) => position >= 0);
  const text =
    at === undefined
      ? page.text.slice(0, MOST)
      : `${at > AROUND ? '… ' : ''}${page.text.slice(Math.max(0, at - AROUND), at + AROUND)} …`;
  const title = page.title === '' ? '' : `Page: ${page.title}\n`;
  return `${title}${complaints.length > 0 ? `Says: ${complaints.join(' · ')}\n` : ''}${text}`;
}
