/**
 * Views without a form on any page that take requests in the name of whoever is signed in: those that Django's check
 * leaves out. What takes the same request from nobody in particular (a webhook, a login that gives out tokens) is
 * meant for programs, and what asks for a token in a header cannot be forged.
 */
import { type Endpoint, endpointsOf, endsSession, openParams } from '../bind/endpoint.ts';
import { placeOf } from '../bind/table.ts';
import { anonymous } from '../checks/actor.ts';
import type { Exchanged } from '../checks/session.ts';
import { addressOfRow, rowsBehind } from './address.ts';
import type { AttackContext, Weakness } from './attack.ts';
import { ELSEWHERE, type Forgeries } from './csrf-forgery.ts';
import { fingerprint } from './fingerprint.ts';
import { browserOf } from './forms.ts';
import { isRefusal } from './requests.ts';
import { changeOf, readRow, turnedIn, writtenBy } from './row-change.ts';
import { giveRow, parentsFor } from './rows.ts';
import { NAMES_ROW, rowsMeant } from './rows-meant.ts';
import type { SurfaceRow } from './surface.ts';

const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE'];

export async function forgedViews(context: AttackContext): Promise<Forgeries> {
  const open = endpointsOf(context.tools.facts).filter(
    (one) => one.route.csrfExempt && WRITES.includes(one.method) && !endsSession(one),
  );
  const weaknesses: Weakness[] = [];
  for (const endpoint of open.slice(0, 60)) {
    const proof = await forged(context, endpoint);
    if (proof !== null) weaknesses.push(weakness(endpoint, proof));
  }
  return { tried: open.length, weaknesses };
}

async function forged(context: AttackContext, endpoint: Endpoint): Promise<Exchanged | null> {
  const { surface, tools } = context;
  if (openParams(endpoint).length === 0) return forgedPlain(context, endpoint);
  const rows = rowsBehind(endpoint, surface.rows, tools.facts).filter(({ owner }) => owner !== 'bob');
  for (const known of rows.slice(0, 3)) {
    const row = await fresh(context, known);
    const path = row === null ? null : addressOfRow(endpoint, row);
    if (row === null || path === null) continue;
    if (!isRefusal(context, await request(context, endpoint, path, row, false))) continue;
    const before = await readRow(tools, row);
    const total = await fingerprint(context);
    const answer = await request(context, endpoint, path, row, true);
    if (isRefusal(context, answer)) continue;
    const change = changeOf(row, before, await readRow(tools, row));
    if (change.gone || turnedIn(change).length > 0 || writtenBy(change, { any: MARK }).length > 0)
      return answer;
    if ((await fingerprint(context)) !== total) return answer;
  }
  return null;
}

async function forgedPlain(context: AttackContext, endpoint: Endpoint): Promise<Exchanged | null> {
  if (!isRefusal(context, await request(context, endpoint, endpoint.path, null, false))) return null;
  const meant = namesOf(endpoint).some((name) => NAMES_ROW.test(name))
    ? rowsMeant(context, endpoint.path)
    : [];
  for (const known of [...meant.slice(0, 3), null]) {
    const row = known === null ? null : await fresh(context, known);
    const before = await fingerprint(context);
    const answer = await request(context, endpoint, endpoint.path, row, true);
    if (!isRefusal(context, answer) && (await fingerprint(context)) !== before) return answer;
  }
  return null;
}

const namesOf = ({ handler: { input, keys } }: Endpoint): string[] =>
  input === null ? keys : input.filter(({ readOnly }) => !readOnly).map(({ name }) => name);

const MARK = 'mpforged';

/** As a form on another site would send it: the session comes along, a token does not. */
async function request(
  context: AttackContext,
  endpoint: Endpoint,
  path: string,
  row: SurfaceRow | null,
  signedIn: boolean,
): Promise<Exchanged> {
  const cookies = signedIn ? [...(await browserOf(context, 'alice')).cookies] : [];
  const valueFor = (name: string): unknown =>
    (NAMES_ROW.test(name) ? row?.id : undefined) ?? row?.values[name] ?? MARK;
  const pairs = namesOf(endpoint).map((name): [string, string] => [name, String(valueFor(name))]);
  const ask = (contentType: string, raw: string): Promise<Exchanged> =>
    context.tools.session.send(
      signedIn ? context.surface.people.alice.actor : anonymous(),
      {
        method: endpoint.method,
        path,
        raw,
        headers: {
          ...ELSEWHERE,
          'Content-Type': contentType,
          Cookie: cookies.map(([name, value]) => `${name}=${value}`).join('; '),
        },
      },
      { credentials: { kind: 'none' } },
    );
  const answer = await ask('application/x-www-form-urlencoded', new URLSearchParams(pairs).toString());
  // Plain text crosses sites without asking, too, and many views read JSON whatever it is called.
  return (answer.reply.status ?? 500) < 400
    ? answer
    : await better(answer, () => ask('text/plain', JSON.stringify(Object.fromEntries(pairs))));
}

async function better(first: Exchanged, other: () => Promise<Exchanged>): Promise<Exchanged> {
  if ([401, 403, 404, 405].includes(first.reply.status ?? 0)) return first;
  const second = await other();
  return (second.reply.status ?? 500) < 400 ? second : first;
}

const fresh = (
  { tools, surface }: AttackContext,
  { model, owner, hidden }: SurfaceRow,
): Promise<SurfaceRow | null> =>
  giveRow(tools, surface.people, model, owner, hidden, parentsFor(model, owner, surface.rows));

const weakness = (endpoint: Endpoint, proof: Exchanged): Weakness => ({
  summary: `${endpoint.method} ${endpoint.path} changes things for whoever is signed in, without a CSRF token.`,
  expected: '403 Forbidden for a request from another site',
  actual: `${proof.reply.status}, and something changed; without the session the same request is refused`,
  danger: 'Another site can make the browser of whoever is signed in send this request unnoticed.',
  fix: 'Remove @csrf_exempt (or the authentication class that skips the check) and let the page send the token in X-CSRFToken.',
  proof,
  place: placeOf(endpoint),
});
