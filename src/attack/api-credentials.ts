/** How the API recognises a member: by its own login where that works, else by what is made inside. */

import { tokenCandidates } from '../bind/account-candidates.ts';
import { confirmToken, cookiesOf, submit, tokensIn } from '../bind/accounts.ts';
import { type Endpoint, endpointsOf, fillPath, openParams } from '../bind/endpoint.ts';
import type { SiteTools } from '../bind/site/tools.ts';
import {
  findTransport,
  isRefused,
  mintCredentials,
  type Probe,
  type TransportHints,
} from '../bind/transport.ts';
import type { Actor, Credentials } from '../checks/actor.ts';
import { anonymous } from '../checks/actor.ts';
import { splitTokens } from '../http/answer.ts';
import { isApi } from './api-views.ts';

/** Where the app has no API that refuses anybody, the session will do. */
export async function apiCredentials(
  tools: SiteTools,
  actor: Actor,
  hints: TransportHints,
): Promise<Credentials> {
  const probe = await guardedEndpoint(tools);
  if (probe === null || actor.person === null) return actor.credentials;
  const { session, facts, random } = tools;
  const candidates = tokenCandidates(facts).filter(({ endpoint }) => isApi(endpoint));
  const login = await confirmToken(candidates, session, facts, random, actor.person);
  if (login?.confirmed) {
    const answer = await submit(session, login.endpoint, login.payload, actor.person, actor);
    const tokens = tokensIn(answer);
    const { access } = splitTokens(tokens);
    const way = await findTransport(probe, actor, tokens, cookiesOf(answer), hints);
    if (way !== null && access !== null) return way(access.token);
  }
  return (await mintCredentials(session, actor, probe, hints))?.credentials ?? actor.credentials;
}

const known = new WeakMap<SiteTools, Promise<Probe | null>>();

/** An endpoint that lets nobody in who has not signed in: a member is told by it. */
function guardedEndpoint(tools: SiteTools): Promise<Probe | null> {
  const found = known.get(tools) ?? findGuarded(tools);
  known.set(tools, found);
  return found;
}

async function findGuarded({ session, facts }: SiteTools): Promise<Probe | null> {
  const plain = endpointsOf(facts).filter((one) => isApi(one) && openParams(one).length === 0);
  const order = (one: Endpoint): number => ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].indexOf(one.method);
  for (const endpoint of plain.toSorted((a, b) => order(a) - order(b)).slice(0, 30)) {
    if (endpoint.method === 'DELETE') continue;
    const probe: Probe = (actor, credentials) =>
      session.send(
        actor,
        {
          method: endpoint.method,
          path: fillPath(endpoint, {}),
          ...(endpoint.method === 'GET' ? {} : { body: {} }),
        },
        { credentials },
      );
    const answer = await probe(anonymous(), { kind: 'none' });
    // A login that refuses an empty body guards nothing.
    if (isRefused(answer) && !tokenCandidates(facts).some((one) => one.endpoint.path === endpoint.path))
      return probe;
  }
  return null;
}
