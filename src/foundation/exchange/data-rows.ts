import type { SourceCell, SourceRow } from './readers/define.ts';

/**
 * The rows below the head that say something. Columns that are carried down keep their last cell for the rows that leave them
 * empty, as merged cells do; a row that fills only such columns is a heading: it says where the rows below belong.
 */
export async function* dataRows(
  pieces: AsyncIterable<readonly SourceRow[]>,
  { headerRow, mapping, carried }: { headerRow: number; mapping: readonly string[]; carried: readonly string[] },
): AsyncGenerator<SourceRow[]> {
  const columns = mapping.flatMap((target, index) => (carried.includes(target) ? [index] : []));
  const isCarried = new Set(columns);
  const last = new Map<number, SourceCell>();
  for await (const piece of pieces) {
    const rows: SourceRow[] = [];
    for (const { row, cells } of piece) {
      if (row <= headerRow || cells.every((cell) => cell === null)) continue;
      // A new cell of an outer column ends what was carried in those to its right: another unit has other departments.
      for (const index of columns) {
        const cell = cells[index] ?? null;
        if (cell === null) continue;
        for (const inner of columns) if (inner > index) last.delete(inner);
        last.set(index, cell);
      }
      const isHeading = columns.length > 0 && cells.every((cell, index) => cell === null || isCarried.has(index));
      if (isHeading) continue;
      const whole = [...cells];
      for (const [index, cell] of last) whole[index] = cell;
      rows.push({ row, cells: whole });
    }
    if (rows.length > 0) yield rows;
  }
}
