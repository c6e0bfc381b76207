/** A session that answers from a list and keeps what it was asked. */
import type { Exchanged, Outgoing, SendOptions, Session } from '../../src/checks/session.ts';

export interface Answer {
  status?: number | null;
  headers?: Record<string, string>;
  cookies?: string[];
  body?: string;
}

export const exchanged = (
  outgoing: Outgoing,
  { status = 200, headers = {}, cookies = [], body = '' }: Answer,
): Exchanged => ({
  request: 'r1',
  reply: {
    status,
    headers: { ...(body === '' ? {} : { 'content-type': 'text/html' }), ...headers },
    setCookies: cookies,
    body,
    cut: false,
    failure: status === null ? 'the app does not listen any more' : null,
    milliseconds: 1,
  },
  json: undefined,
  exchange: {
    as: 'alice',
    method: outgoing.method,
    url: outgoing.path,
    requestHeaders: outgoing.headers ?? {},
    requestBody: outgoing.raw?.toString() ?? null,
    status,
    responseHeaders: headers,
    responseBody: body,
    failure: null,
    milliseconds: 1,
  },
  exception: null,
  place: null,
});

/** Answers one after the other; the last one again and again. */
export function fakeSession(
  ...answers: Answer[]
): Session & { asked: Outgoing[]; options: (SendOptions | undefined)[] } {
  const asked: Outgoing[] = [];
  const options: (SendOptions | undefined)[] = [];
  const never = (): never => {
    throw new Error('a browser asks for pages only');
  };
  return {
    asked,
    options,
    get instance(): never {
      return never();
    },
    renew: never,
    close: never,
    async send(_, outgoing, how) {
      const answer = answers[Math.min(asked.length, answers.length - 1)] ?? {};
      asked.push(outgoing);
      options.push(how);
      return exchanged(outgoing, answer);
    },
  };
}
