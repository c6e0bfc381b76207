import { attribute } from './dom.ts';
import { groupBy } from './group-by.ts';
import { nearest, type Place, type Survey, textIn } from './survey.ts';
import type { PageLink, Table, TableRow } from './types.ts';

/** Tables in layouts nest; a link belongs to the rows directly around it, not to a thousand. */
const NESTING = 3;

export function readTables(from: Survey, links: [Place, PageLink][]): Table[] {
  const tables = new Map<Place, Table>();
  const rows = new Map<Place, TableRow>();
  const nearestRow = nearest(from.places, ({ tag }) => tag === 'tr');
  const nearestTable = nearest(from.places, ({ tag }) => tag === 'table');
  const cellsOf = groupBy(
    from.places.filter(({ tag }) => tag === 'td' || tag === 'th'),
    ({ parent }) => parent,
  );

  for (const place of from.places) {
    if (place.tag === 'table') {
      const { element } = place;
      tables.set(place, {
        id: attribute(element, 'id'),
        className: attribute(element, 'class') ?? '',
        headers: [],
        rows: [],
      });
    }
    const table = tables.get(nearestTable[place.index] as Place);
    if (place.tag !== 'tr' || !table) continue;
    const cells = cellsOf.get(place) ?? [];
    const texts = cells.map((cell) => textIn(from, cell));
    const heads = cells.length > 0 && cells.every(({ tag }) => tag === 'th') && table.rows.length === 0;
    if (place.parent?.tag === 'thead' || heads) {
      if (texts.length > 0) table.headers = texts;
      continue;
    }
    const row = { text: textIn(from, place), cells: texts, links: [] };
    rows.set(place, row);
    table.rows.push(row);
  }
  for (const [place, link] of links) {
    let row = nearestRow[place.index] ?? null;
    for (let level = 0; row && level < NESTING; level += 1) {
      rows.get(row)?.links.push(link);
      row = row.parent ? (nearestRow[row.parent.index] ?? null) : null;
    }
  }
  return [...tables.values()];
}
