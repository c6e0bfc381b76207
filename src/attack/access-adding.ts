/**
 * What strangers add: something to a row that the app does not even show them, and, without an account, to a list of
 * things that members may not touch.
 */
import type { Model } from '../app/facts.ts';
import { type Endpoint, openParams } from '../bind/endpoint.ts';
import { placeOf } from '../bind/table.ts';
import type { Exchanged } from '../checks/session.ts';
import { bodyFor, repair } from './access-bodies.ts';
import { type Memory, type Operation, operationsOf, requestFor } from './access-operations.ts';
import { didSomething, type Tried } from './access-writing.ts';
import type { AttackContext, Weakness } from './attack.ts';
import { callApi, placeAt } from './requests.ts';
import { SAMPLES } from './samples.ts';
import { apiUploads } from './uploads.ts';
import { aOrAn } from './words.ts';

/** Bob adds to what is alice's, where nothing of hers is shown to him. */
export async function addedToClosed(
  context: AttackContext,
  closed: ReadonlySet<string>,
): Promise<Weakness[]> {
  const { surface } = context;
  const hers = surface.rows.filter(({ owner, model }) => owner === 'alice' && closed.has(model.label));
  const found: Weakness[] = [];
  const attempt = async (
    name: string,
    path: string,
    send: () => Promise<Exchanged | null>,
    place: Weakness['place'],
  ) => {
    const before = await newest(context);
    const answer = await send();
    const made = (await newest(context)).find(
      ({ model, id, values }, index) =>
        id !== null &&
        id !== before[index]?.id &&
        model.fields.some(({ related, name: field }) =>
          hers.some((row) => row.model.label === related && String(values[field]) === String(row.id)),
        ),
    );
    if (answer === null || made === undefined) return false;
    found.push({
      summary: `Any member adds ${aOrAn(made.model.name)} to what belongs to somebody else: ${name}.`,
      expected: '403 or 404, and nothing is added',
      actual: `${answer.reply.status} for bob at ${path}, and ${aOrAn(made.model.name)} hangs on a row of alice’s that the app does not show him`,
      danger: 'Whoever counts the number in the address up writes into the records of others.',
      fix: 'Look the row up among those of request.user before anything is added to it.',
      proof: answer,
      place,
    });
    return true;
  };
  for (const { path, where, send } of apiUploads(context)) {
    const place = await placeAt(context, path, 'POST');
    for (const { extension, type, content } of SAMPLES) {
      const file = { filename: `mp.${extension}`, type, content };
      if (await attempt(where, path, async () => (await send(file, { as: 'bob' }))?.answer ?? null, place))
        break;
    }
  }
  for (const operation of operationsOf(context).filter((one) => one.method === 'POST' && !one.override)) {
    const row = hers.find(({ model }) => model.label === operation.model.label);
    const memory: Memory = { repairs: new Map(), forms: new Map() };
    const request = row === undefined ? null : await requestFor(context, operation, row, 'alice', memory);
    if (request !== null)
      await attempt(operation.name, request.path, () => request.send('bob'), placeOf(operation.endpoint));
  }
  return found;
}

async function newest({
  tools,
}: AttackContext): Promise<{ model: Model; id: unknown; values: Record<string, unknown> }[]> {
  const found = [];
  for (const model of tools.facts.models.filter(({ learner }) => learner).slice(0, 30)) {
    const row = await tools.session.instance.call('rows.newest', { model: model.label }).catch(() => null);
    found.push({ model, id: row?.id ?? null, values: row?.values ?? {} });
  }
  return found;
}

/** Nobody adds to a list from which other rows choose, and which members are refused to change. */
export async function addedByNobody(context: AttackContext, all: readonly Tried[]): Promise<Weakness[]> {
  const { surface, tools } = context;
  const found: Weakness[] = [];
  const creates = surface.endpoints.filter((one) => one.method === 'POST' && openParams(one).length === 0);
  for (const { operation, attempts } of all.filter(({ owner }) => owner === 'staff')) {
    const { model } = operation;
    const isKept =
      attempts.bob?.answer.reply.status === 403 &&
      attempts.staff !== undefined &&
      didSomething(attempts.staff);
    const isChosen = tools.facts.models.some(({ label, fields }) =>
      fields.some(
        ({ related, kind }) => kind === 'relation' && related === model.label && label !== model.label,
      ),
    );
    if (
      !operation.api ||
      !isKept ||
      !isChosen ||
      found.some(({ summary }) => summary.includes(` ${model.name} `))
    )
      continue;
    for (const endpoint of creates.filter(({ route, handler }) =>
      [route.model, handler.inputModel].includes(model.label),
    )) {
      const answer = await create(context, endpoint, model);
      if (answer !== null)
        found.push({
          summary: `Anybody, without an account, adds ${aOrAn(model.name)} from which everybody chooses: POST ${endpoint.path}.`,
          expected: '401 or 403',
          actual: `${answer.reply.status} for nobody in particular, and the row is there; ${operation.name} is refused even to members`,
          danger: 'Programs fill the list with whatever they like.',
          fix: 'Ask for the same rights as for changing: IsAdminUser, or auth and a check of request.user.is_staff.',
          proof: answer,
          place: placeOf(endpoint),
        });
    }
  }
  return found;
}

async function create(context: AttackContext, endpoint: Endpoint, model: Model): Promise<Exchanged | null> {
  const { surface, tools } = context;
  const like = surface.rows.find((row) => row.model.label === model.label);
  if (like === undefined) return null;
  const operation: Operation = { name: '', method: 'POST', endpoint, model, api: true };
  const memory: Memory = { repairs: new Map(), forms: new Map() };
  const count = async (): Promise<number> =>
    (await tools.session.instance.call('rows.count', { model: model.label }).catch(() => ({ count: 0 })))
      .count;
  const before = await count();
  for (let round = 0; ; round++) {
    const answer = await callApi(
      context,
      'anonymous',
      'POST',
      endpoint.path,
      bodyFor(context, operation, like, memory.repairs),
    );
    if ((await count()) > before) return answer;
    if (round >= 3 || !repair(context, operation, answer, like, memory.repairs)) return null;
  }
}
