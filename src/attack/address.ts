/** Addresses: a URL pattern filled for the rows that it is about. */
import type { Facts } from '../app/facts.ts';
import { type Endpoint, fillPath, openParams } from '../bind/endpoint.ts';
import type { SurfaceRow } from './surface.ts';

/** The addresses under which an endpoint has the rows; its path alone where it names none. */
export function addressOf(endpoint: Endpoint, rows: readonly SurfaceRow[], facts: Facts): string[] {
  if (openParams(endpoint).length === 0) return [fillPath(endpoint, {})];
  return rowsBehind(endpoint, rows, facts).flatMap((row) => addressOfRow(endpoint, row) ?? []);
}

/** The rows that an endpoint is about: those of its model; those of every model where it does not say. */
export function rowsBehind(endpoint: Endpoint, rows: readonly SurfaceRow[], facts: Facts): SurfaceRow[] {
  const { route, handler } = endpoint;
  const served = [route.model, handler.inputModel];
  // Nearly every view names the user model; only what serves its rows is about people.
  const others = handler.models.filter((label) => label !== facts.user.model);
  const known = [...served, ...(others.length > 0 ? others : handler.models)];
  const named = namedModel(endpoint, rows);
  // A view that names no model at all is often about an account, as where passwords are changed.
  const meant = known.some((label) => label !== null) ? known : [facts.user.model];
  const wanted = named !== null ? [named] : meant;
  return rows.filter(({ model }) => wanted.includes(model.label));
}

/** `/books/{book_id}/reviews/` is about a book, whatever its view writes; with an `{id}` behind, it is about a review. */
function namedModel(endpoint: Endpoint, rows: readonly SurfaceRow[]): string | null {
  const word = openParams(endpoint)
    .at(-1)
    ?.name.replace(/_?(id|pk|slug|uuid)$/i, '')
    .replaceAll('_', '')
    .toLowerCase();
  return rows.find(({ model }) => model.name.toLowerCase() === word)?.model.label ?? null;
}

/** The address of one row; null where a parameter asks for what the row does not have. */
export function addressOfRow(endpoint: Endpoint, row: SurfaceRow): string | null {
  const values = valuesOfRow(endpoint, row);
  return values === null ? null : fillPath(endpoint, values);
}

export function valuesOfRow(endpoint: Endpoint, row: SurfaceRow): Record<string, string> | null {
  const values: Record<string, string> = {};
  for (const { name } of openParams(endpoint)) {
    const value = valueFor(name, row);
    if (value === null || value === undefined || value === '') return null;
    values[name] = String(value);
  }
  return values;
}

function valueFor(name: string, { model, values, id, ownerName }: SurfaceRow): unknown {
  const plain = model.fields.find(
    (field) => field.name === name && field.related === null && !field.primaryKey,
  );
  if (plain !== undefined) return values[name];
  // `/books/{book_id}/reviews/{id}/` of a review
  const parent = model.fields.find(
    (field) =>
      field.kind === 'relation' && field.name === name.replace(/_?(id|pk)$/i, '') && name !== field.name,
  );
  if (parent !== undefined) return values[parent.name];
  const ofKind = (kind: string): unknown =>
    values[
      model.fields.find((field) => field.kind === kind && typeof values[field.name] === 'string')?.name ?? ''
    ];
  const date = String(ofKind('datetime') ?? ofKind('date') ?? '');
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  if (/slug/i.test(name)) return ofKind('slug');
  if (/^year$/i.test(name)) return year;
  if (/^month$/i.test(name)) return month;
  if (/^day$/i.test(name)) return day;
  return /user(name)?$|author|owner/i.test(name) ? (ownerName ?? id) : id;
}
