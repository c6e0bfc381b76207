/** Where an API takes files: sent as forms with parts, as browsers and programs do. */
import { openParams } from '../bind/endpoint.ts';
import type { Exchanged } from '../checks/session.ts';
import { encodeBody, type FileValue } from '../html/fill.ts';
import { addressOfRow, rowsBehind } from './address.ts';
import type { AttackContext } from './attack.ts';

export interface Upload {
  /** as a reader would say it */
  where: string;
  path: string;
  /** null: the place to upload at is not there any more */
  send(file: FileValue): Promise<{ answer: Exchanged; taken: boolean; pages: string[] } | null>;
}

export function apiUploads(context: AttackContext): Upload[] {
  const { surface, tools } = context;
  const { actor, api } = surface.people.alice;
  return surface.endpoints
    .filter(({ method }) => ['POST', 'PUT', 'PATCH'].includes(method))
    .flatMap((endpoint) => {
      const [row] = rowsBehind(endpoint, surface.rows, tools.facts).filter(
        ({ owner, hidden }) => owner === 'alice' && !hidden,
      );
      const path =
        openParams(endpoint).length === 0
          ? endpoint.path
          : row === undefined
            ? null
            : addressOfRow(endpoint, row);
      if (path === null) return [];
      const input = endpoint.handler.input ?? [];
      const others = input.filter(
        ({ kind, readOnly, required }) => required && !readOnly && kind !== 'file' && kind !== 'image',
      );
      const pairs = others.map(({ name, related, choices, kind }): [string, string] => [
        name,
        String(
          related !== null
            ? (surface.rows.find(({ model, owner }) => model.label === related && owner !== 'bob')?.id ?? 1)
            : (choices?.[0] ??
                row?.values[name] ??
                (kind === 'date' ? '2030-01-15' : kind === 'datetime' ? '2030-01-15T10:00:00Z' : '1')),
        ),
      ]);
      return input
        .filter(({ kind, readOnly }) => !readOnly && (kind === 'file' || kind === 'image'))
        .map(
          ({ name }): Upload => ({
            where: `"${name}" of ${endpoint.method} ${path}`,
            path,
            send: async (file) => {
              const { contentType, body } = encodeBody(
                { encoding: 'multipart', pairs, files: [[name, file]] },
                'milepost-part-of-a-form',
              );
              const answer = await tools.session.send(
                actor,
                { method: endpoint.method, path, raw: body, headers: { 'Content-Type': contentType } },
                { credentials: api },
              );
              return { answer, taken: (answer.reply.status ?? 500) < 300, pages: [] };
            },
          }),
        );
    });
}
