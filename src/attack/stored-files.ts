/** Where the app keeps its files, as its rows say: what is there after an upload and was not before is what was uploaded. */
import type { AttackContext } from './attack.ts';
import type { SurfaceRow } from './surface.ts';

export interface Stored {
  /** below MEDIA_ROOT */
  path: string;
  row: SurfaceRow;
}

/** Of the rows that the grader made, and of the newest one of every model with files. */
export async function storedFiles({ tools, surface }: AttackContext): Promise<Stored[]> {
  const { instance } = tools.session;
  const found: Stored[] = [];
  for (const model of tools.facts.models) {
    const files = model.fields.filter(({ kind }) => kind === 'file' || kind === 'image');
    if (files.length === 0) continue;
    const { label } = model;
    const ids = surface.rows.filter((row) => row.model.label === label).map(({ id }) => id);
    const known = await Promise.all(
      ids.map((id) => instance.call('rows.get', { model: label, id }).catch(() => null)),
    );
    const newest = await instance.call('rows.newest', { model: label }).catch(() => null);
    for (const kept of [...known, newest])
      for (const { name } of files) {
        const path = kept?.values[name];
        if (kept === null || typeof path !== 'string' || path === '') continue;
        const row = {
          model,
          id: kept.id,
          owner: null,
          ownerName: null,
          marks: {},
          values: kept.values,
          hidden: false,
          url: null,
        };
        found.push({ path, row });
      }
  }
  return found;
}

export const newFile = (before: Stored[], after: Stored[]): Stored | null =>
  after.find(({ path }) => !before.some((one) => one.path === path)) ?? null;
