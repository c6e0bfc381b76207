/** The whole table as it is on the screen, row by row, scrolled from top to bottom. */
import type { Page } from 'playwright-core';

export interface SeenRow {
  name: string;
  /** What a screen reader says of each cell, by the title of its column. */
  cells: Record<string, string>;
}

export interface SeenTable {
  /** What each column header says. */
  headers: string[];
  rows: SeenRow[];
  /** What `aria-rowcount` promises, without the header. */
  promised: number;
}

export async function readTable(page: Page): Promise<SeenTable> {
  await page.locator('.scroller').evaluate(async (scroller) => {
    scroller.scrollTo(0, 0);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
  const seen = new Map<number, SeenRow>();
  for (;;) {
    for (const [index, row] of await page.evaluate(visibleRows)) seen.set(index, row);
    const moved = await page.locator('.scroller').evaluate(async (scroller) => {
      const before = scroller.scrollTop;
      scroller.scrollTop += scroller.clientHeight - 250;
      // Two frames: one for the scroll event, one for what is drawn because of it.
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return scroller.scrollTop > before;
    });
    if (!moved) break;
  }
  for (const [index, row] of await page.evaluate(visibleRows)) seen.set(index, row);
  const headers = await page
    .getByRole('columnheader')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label') ?? ''));
  const promised = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;
  return { headers, rows: [...seen].sort(([a], [b]) => a - b).map(([, row]) => row), promised };
}

function visibleRows(): [number, SeenRow][] {
  const titles = [...document.querySelectorAll('[role=columnheader]')].map((cell) =>
    (cell.getAttribute('aria-label') ?? '').replace(/: (\d+ of \d+ passed|not known).*$/, ''),
  );
  return [...document.querySelectorAll('.body [role=row]')].map((row) => {
    const cells = [...row.querySelectorAll('[role=gridcell], [role=rowheader]')].map(
      (cell, index) =>
        [titles[index] ?? '', cell.getAttribute('aria-label') ?? cell.textContent ?? ''] as const,
    );
    return [
      Number(row.getAttribute('aria-rowindex')) - 2,
      { name: cells[0]?.[1] ?? '', cells: Object.fromEntries(cells) },
    ];
  });
}
