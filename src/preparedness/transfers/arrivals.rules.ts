export interface Sent {
  readonly lineId: string;
  readonly lotId: string;
  readonly quantity: number;
}

const thousandths = (quantity: number) => Math.round(quantity * 1000);

/**
 * Which lots have arrived, when a line was counted: as many as came, in the order they left; never more than left of a
 * lot. What is missing is missing from the last.
 */
export function arrivals(sent: readonly Sent[], counted: ReadonlyMap<string, number>): Sent[] {
  const open = new Map([...counted].map(([lineId, quantity]) => [lineId, thousandths(quantity)]));
  return sent.flatMap(({ lineId, lotId, quantity }) => {
    const came = Math.min(open.get(lineId) ?? 0, thousandths(quantity));
    if (came <= 0) return [];
    open.set(lineId, (open.get(lineId) ?? 0) - came);
    return [{ lineId, lotId, quantity: came / 1000 }];
  });
}

/** What came above what was sent, as of the line's first lot; a line that nothing was sent for has no lot to belong to. */
export function surplusOf(
  lines: readonly { readonly id: string; readonly picked: number | null; readonly received: number | null }[],
  sent: readonly Sent[],
): Sent[] {
  return lines.flatMap((line) => {
    const more = thousandths(line.received ?? 0) - thousandths(line.picked ?? 0);
    const lot = sent.find(({ lineId }) => lineId === line.id);
    return more > 0 && lot ? [{ lineId: line.id, lotId: lot.lotId, quantity: more / 1000 }] : [];
  });
}
