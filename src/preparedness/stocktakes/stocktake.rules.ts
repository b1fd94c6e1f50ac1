const thousandths = (quantity: number) => Math.round(quantity * 1000);

export interface CountedLine {
  readonly booked: number | null;
  readonly counted: number | null;
  readonly reason: string | null;
}

/** Above the book is 盘盈, below it 盘亏; nothing while it is not counted. To three places, exactly. */
export const differenceOf = ({ booked, counted }: Omit<CountedLine, 'reason'>): number =>
  booked === null || counted === null ? 0 : (thousandths(counted) - thousandths(booked)) / 1000;

/** What keeps a stocktake from the next step. */
export function openPoints(lines: readonly CountedLine[]): { uncounted: number; unexplained: number } {
  return {
    uncounted: lines.filter((line) => line.counted === null).length,
    unexplained: lines.filter((line) => differenceOf(line) !== 0 && !line.reason).length,
  };
}

/** How exact the count was: lines without a difference among those counted, in per cent. */
export function accuracyOf(lines: readonly CountedLine[]): number | null {
  const counted = lines.filter((line) => line.counted !== null);
  if (counted.length === 0) return null;
  return (counted.filter((line) => differenceOf(line) === 0).length / counted.length) * 100;
}
