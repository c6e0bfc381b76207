/** Where a key leads in the table, as the ARIA pattern of a grid wants it; row -1 is the header. */
export interface Cell {
  row: number;
  column: number;
}

const PAGE = 15;

export function moved(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  { row, column }: Cell,
  { rows, columns }: { rows: number; columns: number },
): Cell | null {
  if (event.altKey) return null;
  const all = event.ctrlKey || event.metaKey;
  const to = (nextRow: number, nextColumn: number): Cell => ({
    row: Math.min(rows - 1, Math.max(-1, nextRow)),
    column: Math.min(columns - 1, Math.max(0, nextColumn)),
  });
  switch (event.key) {
    case 'ArrowDown':
      return to(all ? rows - 1 : row + 1, column);
    case 'ArrowUp':
      return to(all ? 0 : row - 1, column);
    case 'ArrowRight':
      return to(row, all ? columns - 1 : column + 1);
    case 'ArrowLeft':
      return to(row, all ? 0 : column - 1);
    case 'PageDown':
      return to(row + PAGE, column);
    case 'PageUp':
      return to(Math.max(0, row - PAGE), column);
    case 'Home':
      return to(all ? 0 : row, 0);
    case 'End':
      return to(all ? rows - 1 : row, columns - 1);
    default:
      return null;
  }
}
