/** A lot as picking sees it. Days are ISO days in Beijing; quantities have at most three places. */
export interface PickableLot {
  readonly id: string;
  readonly batch: string;
  readonly expiresOn: string | null;
  readonly inboundAt: Date;
  readonly state: string;
  readonly quantity: number;
  readonly reservedQuantity: number;
}

export interface Picked {
  readonly lotId: string;
  readonly quantity: number;
}

/** Quantities are reckoned in thousandths, so that 0.1 + 0.2 is 0.3. */
export const thousandths = (quantity: number): number => Math.round(quantity * 1000);
export const sum = (quantities: readonly number[]): number =>
  quantities.reduce((total, one) => total + thousandths(one), 0) / 1000;

/** A lot is good through the day it expires on. */
export const isExpired = ({ expiresOn }: Pick<PickableLot, 'expiresOn'>, today: string): boolean =>
  expiresOn !== null && expiresOn < today;

/** What may be taken of a lot: nothing of an expired or locked one, nothing that is reserved. */
export function availableOf(lot: PickableLot, today: string): number {
  if (lot.state !== 'usable' || isExpired(lot, today)) return 0;
  return sum([lot.quantity, -lot.reservedQuantity]);
}

const NEVER = '9999-12-31';

/** 先到期先出: expiry, then the day it came in, then the batch; what never expires goes last, first in first out. */
export function inPickingOrder<L extends PickableLot>(lots: readonly L[]): L[] {
  return [...lots].sort(
    (one, other) =>
      compare(one.expiresOn ?? NEVER, other.expiresOn ?? NEVER) ||
      one.inboundAt.getTime() - other.inboundAt.getTime() ||
      compare(one.batch, other.batch) ||
      compare(one.id, other.id),
  );
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** Which lots give `quantity`, first expired first; `missing` is what they cannot give. */
export function pick(
  lots: readonly PickableLot[],
  quantity: number,
  today: string,
): { picks: Picked[]; missing: number } {
  const picks: Picked[] = [];
  let open = thousandths(quantity);
  for (const lot of inPickingOrder(lots)) {
    const taken = Math.min(open, thousandths(availableOf(lot, today)));
    if (taken <= 0) continue;
    picks.push({ lotId: lot.id, quantity: taken / 1000 });
    open -= taken;
  }
  return { picks, missing: open / 1000 };
}

/** Are these the lots the rule would have taken? Otherwise somebody must say why. */
export function isInOrder(lots: readonly PickableLot[], chosen: readonly Picked[], today: string): boolean {
  const { picks } = pick(lots, sum(chosen.map((one) => one.quantity)), today);
  const byLot = new Map(picks.map((one) => [one.lotId, thousandths(one.quantity)]));
  return picks.length === chosen.length && chosen.every((one) => byLot.get(one.lotId) === thousandths(one.quantity));
}
