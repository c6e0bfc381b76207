/** Where an app takes files: in forms of its pages, and at endpoints of its API. */
import { type Endpoint, openParams } from '../bind/endpoint.ts';
import type { Exchanged } from '../checks/session.ts';
import { encodeBody, type FileValue } from '../html/fill.ts';
import { addressOfRow, rowsBehind } from './address.ts';
import type { AttackContext } from './attack.ts';
import { isTaken, isTyped, openForm, send } from './forms.ts';
import type { PersonName, SurfaceRow } from './surface.ts';

export interface Sent {
  answer: Exchanged;
  taken: boolean;
}

export interface SendOptions {
  /** what is typed into every text field beside the file */
  named?: string;
  as?: PersonName;
}

export interface Upload {
  /** as a reader would say it */
  where: string;
  path: string;
  /** null: the place to upload at is not there (for that one) */
  send(file: FileValue, options?: SendOptions): Promise<Sent | null>;
}

/** Every file field of every form. */
export function formUploads(context: AttackContext): Upload[] {
  return context.surface.forms.flatMap((target) =>
    target.form.controls
      .filter(({ type, name }) => type === 'file' && name !== '')
      .map(({ name }) => ({
        where: `"${name}" in the form ${target.form.action}`,
        path: target.form.action,
        send: async (file: FileValue, { named, as }: SendOptions = {}) => {
          const opened = await openForm(context, target, as);
          if (opened === null) return null;
          const beside =
            named === undefined
              ? []
              : opened.form.controls.filter((one) => isTyped(one) && one.type !== 'url');
          const texts = Object.fromEntries(beside.map((one) => [one.name, named ?? '']));
          const visit = await send(opened, { ...opened.values, ...texts, [name]: file });
          return { answer: visit.first, taken: isTaken(visit) };
        },
      })),
  );
}

const MOST_ROWS = 3;

/** Every file that an endpoint takes, for each of alice's rows: in some states of a row nothing can be added. */
export function apiUploads(context: AttackContext): Upload[] {
  const { surface, tools } = context;
  return surface.endpoints
    .filter(({ method }) => ['POST', 'PUT', 'PATCH'].includes(method))
    .flatMap((endpoint) => {
      const input = endpoint.handler.input ?? [];
      const files = input.filter(({ kind, readOnly }) => !readOnly && (kind === 'file' || kind === 'image'));
      return files.flatMap(({ name }) =>
        placesFor(context, endpoint).map(
          ({ path, row }): Upload => ({
            where: `"${name}" of ${endpoint.method} ${endpoint.path}`,
            path,
            send: async (file, { as = 'alice' } = {}) => {
              const { actor, api } = surface.people[as];
              const pairs = othersIn(context, endpoint, row);
              const { contentType, body } = encodeBody(
                { encoding: 'multipart', pairs, files: [[name, file]] },
                'milepost-part-of-a-form',
              );
              const answer = await tools.session.send(
                actor,
                { method: endpoint.method, path, raw: body, headers: { 'Content-Type': contentType } },
                { credentials: api },
              );
              return { answer, taken: (answer.reply.status ?? 500) < 300 };
            },
          }),
        ),
      );
    });
}

function placesFor(
  { surface, tools }: AttackContext,
  endpoint: Endpoint,
): { path: string; row: SurfaceRow | null }[] {
  if (openParams(endpoint).length === 0) return [{ path: endpoint.path, row: null }];
  return rowsBehind(endpoint, surface.rows, tools.facts)
    .filter(({ owner }) => owner === 'alice')
    .slice(0, MOST_ROWS)
    .flatMap((row) => {
      const path = addressOfRow(endpoint, row);
      return path === null ? [] : [{ path, row }];
    });
}

/** What else the endpoint requires beside the file. */
function othersIn(
  { surface }: AttackContext,
  { handler }: Endpoint,
  row: SurfaceRow | null,
): [string, string][] {
  return (handler.input ?? [])
    .filter(({ kind, readOnly, required }) => required && !readOnly && kind !== 'file' && kind !== 'image')
    .map(({ name, related, choices, kind }): [string, string] => {
      const other = surface.rows.find(({ model, owner }) => model.label === related && owner !== 'bob');
      const usual = kind === 'date' ? '2030-01-15' : kind === 'datetime' ? '2030-01-15T10:00:00Z' : '1';
      return [name, String(other?.id ?? choices?.[0] ?? row?.values[name] ?? usual)];
    });
}
