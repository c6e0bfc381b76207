/** How long an answer is waited for. An endpoint that hung once is not waited for as long again, and neither is an app in which everything hangs. */
import type { App } from '../app/start.ts';
import type { Reply } from '../http/client.ts';

const FIRST_MS = 10_000;
const AGAIN_MS = 2_000;
/** After so many endpoints that hang the others get less time, too. */
const MANY = 3;
const HURRIED_MS = 3_000;

const hanging = new WeakMap<App, Set<string>>();

export interface Patience {
  milliseconds: number;
  /** Remembers that there was no answer, and says that an earlier request had more time. */
  took(reply: Reply): Reply;
}

export function patienceFor(app: App, method: string, path: string): Patience {
  const known = hanging.get(app) ?? new Set<string>();
  hanging.set(app, known);
  const endpoint = `${method} ${withoutKeys(path)}`;
  const again = known.has(endpoint);
  const milliseconds = again ? AGAIN_MS : known.size >= MANY ? HURRIED_MS : FIRST_MS;
  return {
    milliseconds,
    took(reply) {
      if (reply.failure === null || reply.milliseconds < milliseconds * 0.95) return reply;
      known.add(endpoint);
      return again ? { ...reply, failure: `${reply.failure}, and an earlier request waited longer` } : reply;
    },
  };
}

/** `/items/12/?page=2` and `/items/13/` are one endpoint. */
const withoutKeys = (path: string): string => (path.split('?')[0] ?? '').replace(/[^/]*\d[^/]*/g, '#');
