export interface DifferenceRow {
  readonly change: 'same' | 'changed' | 'removed' | 'added';
  readonly before: string | null;
  readonly after: string | null;
}

/** Paragraphs compared one with another, at most; what is beyond stands as replaced whole. */
const MOST_COMPARISONS = 4_000_000;

/**
 * Two texts side by side, paragraph by paragraph: the longest run of paragraphs they share stays, and what was taken out
 * stands beside what came in its place.
 */
export function difference(before: readonly string[], after: readonly string[]): DifferenceRow[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return [
    ...before.slice(0, start).map(same),
    ...middle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...before.slice(before.length - end).map(same),
  ];
}

function middle(before: readonly string[], after: readonly string[]): DifferenceRow[] {
  const rows: DifferenceRow[] = [];
  let left = 0;
  let right = 0;
  for (const [from, to] of [...shared(before, after), [before.length, after.length] as const]) {
    rows.push(...replaced(before.slice(left, from), after.slice(right, to)));
    const kept = before[from];
    if (kept !== undefined) rows.push(same(kept));
    left = from + 1;
    right = to + 1;
  }
  return rows;
}

/** Positions of the longest common subsequence, in both. */
function shared(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  if (before.length * after.length > MOST_COMPARISONS) return [];
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let row = 0, column = 0; row < before.length && column < after.length; ) {
    if (before[row] === after[column]) {
      pairs.push([row, column]);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

function replaced(before: readonly string[], after: readonly string[]): DifferenceRow[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => {
    const left = before[index] ?? null;
    const right = after[index] ?? null;
    return { change: left === null ? 'added' : right === null ? 'removed' : 'changed', before: left, after: right };
  });
}

const same = (text: string): DifferenceRow => ({ change: 'same', before: text, after: text });
