/** `throttle`: where a limit may apply, what the code declares there, and how such a request is sent. */

import type { Throttle } from '../app/facts.ts';
import { submit } from '../bind/accounts.ts';
import type { Endpoint } from '../bind/endpoint.ts';
import { fill } from '../bind/payload.ts';
import { makeMarker, makePerson } from '../bind/random.ts';
import { collectionPath, type Row, rowPath } from '../bind/rows.ts';
import type { Actor } from '../checks/actor.ts';
import type { Exchanged, Session } from '../checks/session.ts';
import type { Operation } from '../spec/schema.ts';
import type { ThrottleStep } from '../spec/steps.ts';
import type { CheckContext } from './probe.ts';

export interface Target {
  endpoint: Endpoint;
  operation: string;
  declared: Throttle | null;
  /** nobody signed in: the limit counts addresses of anonymous clients only */
  asNobody: boolean;
  send(session: Session, actor: Actor): Promise<Exchanged>;
}

/** The refusal is what is to be seen. */
const AS_IT_COMES = { renewOnLimit: false };

/** Where a limit is declared first, in the order of the spec; then the first endpoint, declared or not. */
export function targetsOf(step: ThrottleStep, context: CheckContext): Target[] {
  const all = step.calls.flatMap((name) => targetFor(name, context));
  const declared = all.filter((target) => target.declared?.limit);
  const first = all
    .filter((target) => target.declared?.limit === undefined || target.declared.limit === null)
    .slice(0, 1);
  return [...declared.slice(0, 2), ...first];
}

function targetFor(name: string, context: CheckContext): Target[] {
  const { bound } = context;
  const [role = '', operation] = name.split('.');
  if (operation === undefined) {
    const found = role === 'register' ? bound.register : bound.token;
    if (found === null) return [];
    const declared = effective(found.endpoint.route.throttles.filter(isOfItsOwn), false);
    const wrong = makePerson('guest', context.random);
    return [
      {
        endpoint: found.endpoint,
        operation: name,
        declared,
        asNobody: true,
        send: (session, actor) => submit(session, found.endpoint, found.payload, wrong, actor, AS_IT_COMES),
      },
    ];
  }
  const resource = bound.resources[role];
  const endpoint = resource?.operations[operation as Operation][0];
  if (resource === undefined || endpoint === undefined) return [];
  const declared = effective(endpoint.route.throttles, true);
  const send = async (session: Session, actor: Actor): Promise<Exchanged> => {
    const row = [...context.rows.values()][0] as Row | undefined;
    const onRow = operation !== 'list' && operation !== 'create';
    const path =
      onRow && row !== undefined
        ? await rowPath(session, resource, endpoint, row)
        : await collectionPath(session, resource, endpoint, actor, null);
    const body =
      operation === 'create' && resource.create
        ? await fill(resource.create.payload, { session, actor, marker: makeMarker(context.random) })
        : undefined;
    return session.send(
      actor,
      { method: endpoint.method, path, body, encoding: resource.create?.payload.encoding },
      AS_IT_COMES,
    );
  };
  return [{ endpoint, operation: name, declared, asNobody: false, send }];
}

/** Signing in is limited on purpose, and not because it happens to stand among all that is: those have DRF's own scopes. */
const isOfItsOwn = ({ scope }: Throttle): boolean => scope !== 'anon' && scope !== 'user';

/** What the rate says counts, also where the code makes something else of it: "60/min" promises 60. */
function declaredLimit(throttle: Throttle): Throttle {
  const written = /^\s*(\d+)\s*\/\s*[a-z]/i.exec(throttle.rate ?? '')?.[1];
  return written === undefined ? throttle : { ...throttle, limit: Number(written) };
}

/** The tightest limit that counts this kind of client. */
function effective(throttles: Throttle[], signedIn: boolean): Throttle | null {
  const counting = throttles
    .map(declaredLimit)
    .filter((one) => one.limit !== null && (signedIn ? one.counts !== 'anonymous' : one.counts !== 'user'));
  return (
    counting
      .toSorted(
        (a, b) =>
          (a.limit ?? 0) / (a.window ?? 1) - (b.limit ?? 0) / (b.window ?? 1) ||
          (a.limit ?? 0) - (b.limit ?? 0),
      )
      .toSorted((a, b) => (a.limit ?? 0) - (b.limit ?? 0))[0] ?? null
  );
}
