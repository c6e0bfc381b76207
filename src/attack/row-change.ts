/** What a request did to a row: compared from inside before and after it, traces of mere visits left out. */
import type { ModelField } from '../app/facts.ts';
import { mentions, splitWords } from '../bind/endpoint.ts';
import type { SiteTools } from '../bind/site/tools.ts';
import type { SurfaceRow } from './surface.ts';

export interface FieldChange {
  field: ModelField;
  before: unknown;
  after: unknown;
}

export interface RowChange {
  gone: boolean;
  fields: FieldChange[];
}

export type RowValues = Record<string, unknown> | null;

export const readRow = async (
  { session }: SiteTools,
  { model, id }: Pick<SurfaceRow, 'model' | 'id'>,
): Promise<RowValues> =>
  (await session.instance.call('rows.get', { model: model.label, id }).catch(() => null))?.values ?? null;

export function changeOf(
  { model }: Pick<SurfaceRow, 'model'>,
  before: RowValues,
  after: RowValues,
): RowChange {
  if (before === null || after === null) return { gone: before !== null && after === null, fields: [] };
  const fields = model.fields.flatMap((field) =>
    field.name in before &&
    before[field.name] !== after[field.name] &&
    !same(before[field.name], after[field.name])
      ? [{ field, before: before[field.name], after: after[field.name] }]
      : [],
  );
  return { gone: false, fields };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Fields that now hold what the request brought: a long text wherever it is, a short one under its own name. */
export const writtenBy = ({ fields }: RowChange, sent: Record<string, unknown>): FieldChange[] =>
  fields.filter(({ field, after }) =>
    Object.entries(sent).some(([name, value]) => {
      const [text, now] = [String(value), String(after)];
      if (text.length >= 8 && now.includes(text)) return true;
      const named = [name, name.replace(/_id$/, ''), name.split('-').at(-1)].includes(field.name);
      return named && text !== '' && (text === now || (Number(text) === Number(now) && now !== ''));
    }),
  );

/** What changed beyond counters and time stamps: a status, a flag, whom it belongs to, a password. */
export const turnedIn = ({ fields }: RowChange): FieldChange[] =>
  fields.filter(({ field }) => !isTrace(field));

/** Columns that change because somebody came by. */
export const isTrace = ({ kind, automatic, name, type }: ModelField): boolean =>
  automatic ||
  /^Auto/.test(type) ||
  ['integer', 'float', 'decimal', 'datetime', 'date', 'time', 'duration', 'json', 'list', 'object'].includes(
    kind,
  ) ||
  mentions(splitWords(name), TRACES);

const TRACES = [
  'read',
  'seen',
  'viewed',
  'view',
  'visited',
  'opened',
  'clicked',
  'click',
  'notified',
  'online',
];
