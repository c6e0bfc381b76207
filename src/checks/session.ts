/**
 * A session: one fresh instance of the app for one check, and the requests that actors send to it. A 429 that a check
 * did not ask for is answered by going on with a fresh instance over the same data, so that no limit spoils a verdict.
 */
import type { Instance } from '../app/instance.ts';
import type { App } from '../app/start.ts';
import { type Json, parseJson } from '../http/answer.ts';
import { type Reply, send } from '../http/client.ts';
import type { Exchange, Place } from '../report/schema.ts';
import type { Actor, Credentials } from './actor.ts';
import { patienceFor } from './patience.ts';

export interface Outgoing {
  method: string;
  path: string;
  body?: Record<string, unknown>;
  encoding?: 'json' | 'form';
  /** sent as it is, instead of `body` */
  raw?: string | Buffer;
  /** beside, or instead of, the usual ones */
  headers?: Record<string, string>;
}

export interface Exchanged {
  /** the id under which the app's process remembers the request */
  request: string;
  reply: Reply;
  json: Json | undefined;
  exchange: Exchange;
  /** the exception that the learner's code raised while it answered */
  exception: string | null;
  place: Place | null;
}

export interface SendOptions {
  /** false: a 429 is what the check wants to see */
  renewOnLimit?: boolean;
  credentials?: Credentials;
}

export interface Session {
  readonly instance: Instance;
  send(actor: Actor, outgoing: Outgoing, options?: SendOptions): Promise<Exchanged>;
  /** Goes on with a new process over the same database: caches, counters and memory are fresh. */
  renew(): Promise<void>;
  close(): Promise<void>;
}

const MAX_RENEWALS = 20;
const SHOWN_BODY = 4_000;
const SHOWN_REQUEST = 20_000;

export async function openSession(app: App): Promise<Session> {
  let instance = await app.fork();
  let requests = 0;
  let renewals = 0;

  const renew = async (): Promise<void> => {
    const before = instance;
    const database = { kind: 'share', with: before.name } as const;
    try {
      instance = await app.fork(database);
      await before.stop().catch(() => {});
    } catch {
      // It may hold all the processes and memory that there are.
      await before.stop().catch(() => {});
      instance = await app.fork(database);
    }
  };

  const once = async (actor: Actor, outgoing: Outgoing, credentials: Credentials): Promise<Exchanged> => {
    const id = `r${++requests}`;
    const { headers, body } = prepare(actor, outgoing, credentials);
    const request = {
      method: outgoing.method,
      url: outgoing.path,
      body,
      headers: { ...headers, 'X-Milepost-Request': id },
    };
    const patience = patienceFor(app, outgoing.method, outgoing.path);
    const reply = patience.took(await send(instance.address(actor.client), request, patience.milliseconds));
    const raised = reply.status === null || reply.status >= 500 ? await exceptionOf(instance, id) : null;
    return {
      request: id,
      reply,
      // What was cut is no JSON, and large.
      json: reply.cut ? undefined : parseJson(reply.body),
      exchange: {
        as: actor.name,
        method: outgoing.method,
        url: outgoing.path,
        requestHeaders: headers,
        requestBody: shown(body),
        status: reply.status,
        responseHeaders: reply.headers,
        responseBody: reply.body.slice(0, SHOWN_BODY),
        failure: reply.failure,
        milliseconds: Math.round(reply.milliseconds),
      },
      exception: raised?.text ?? null,
      place: raised?.place ?? null,
    };
  };

  return {
    get instance() {
      return instance;
    },
    async send(actor, outgoing, options = {}) {
      const credentials = options.credentials ?? actor.credentials;
      const first = await once(actor, outgoing, credentials);
      const dead = first.reply.status === null;
      const limited = first.reply.status === 429 && options.renewOnLimit !== false;
      if ((!dead && !limited) || renewals >= MAX_RENEWALS) return first;
      renewals += 1;
      await renew();
      // A request that killed its process is not sent again: it would do so again.
      return dead ? first : once(actor, outgoing, credentials);
    },
    renew,
    close: async () => {
      await instance.stop().catch(() => {});
    },
  };
}

/** As much of a body as a reader may want to see. */
const shown = (body: string | Buffer | null): string | null =>
  body === null ? null : body.slice(0, SHOWN_REQUEST).toString();

function prepare(actor: Actor, outgoing: Outgoing, credentials: Credentials) {
  const headers: Record<string, string> = {
    Host: 'localhost',
    Accept: 'application/json',
    'X-Forwarded-For': `10.77.0.${actor.client}`,
  };
  if (credentials.kind === 'header')
    headers[credentials.name] = `${credentials.prefix} ${credentials.token}`.trim();
  if (credentials.kind === 'cookies') {
    // Django compares cookie and header only: any 32 letters that agree are a valid pair.
    const csrf = 'milepostmilepostmilepostmilepost';
    headers.Cookie = Object.entries({ csrftoken: csrf, ...credentials.cookies })
      .map(([k, v]) => `${k}=${v}`)
      .join('; ');
    headers['X-CSRFToken'] = credentials.cookies.csrftoken ?? csrf;
  }
  let body: string | Buffer | null = null;
  if (outgoing.raw !== undefined || outgoing.body !== undefined) {
    const form = outgoing.encoding === 'form';
    headers['Content-Type'] = form ? 'application/x-www-form-urlencoded' : 'application/json';
    body = outgoing.raw ?? (form ? encodeForm(outgoing.body ?? {}) : JSON.stringify(outgoing.body));
  }
  return { headers: { ...headers, ...outgoing.headers }, body };
}

const encodeForm = (body: Record<string, unknown>): string =>
  new URLSearchParams(
    Object.entries(body).map(([key, value]): [string, string] => [
      key,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  ).toString();

async function exceptionOf(
  instance: Instance,
  id: string,
): Promise<{ text: string; place: Place | null } | null> {
  const all = await instance.call('exceptions', { since: 0 }).catch(() => []);
  const found = all.findLast((one) => one.request === id);
  if (found === undefined) return null;
  const frame = found.frames.findLast((one) => one.learner && one.line > 0);
  return {
    text: `${found.type}: ${found.message}`.slice(0, 500),
    place: frame === undefined ? null : { file: frame.file, line: frame.line, code: frame.code },
  };
}
