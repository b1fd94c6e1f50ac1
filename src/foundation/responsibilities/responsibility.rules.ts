import type { ResponsibilityCategory } from './responsibility.register.ts';

/** One belief, as far as judging it needs. Days as `2026-06-11`, both ends inclusive. */
export interface Belief {
  readonly areaCode: string;
  readonly category: ResponsibilityCategory;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly recordedAt: Date;
  readonly retractedAt: Date | null;
}

/** Does it hold on a day, as it was believed at an instant? */
export function holdsOn(belief: Belief, day: string, believedAt: Date): boolean {
  const isBelieved =
    belief.recordedAt <= believedAt && (belief.retractedAt === null || belief.retractedAt > believedAt);
  return isBelieved && belief.validFrom <= day && (belief.validTo === null || belief.validTo >= day);
}

/**
 * Who is asked first: whoever was named for the category in the smallest area around the place, then in the larger ones;
 * after them whoever answers for everything else, again from the smallest area outwards.
 */
export function byNearness(one: Belief, other: Belief): number {
  const general = (belief: Belief) => (belief.category === 'general' ? 1 : 0);
  return general(one) - general(other) || other.areaCode.length - one.areaCode.length;
}

/** Do two spans of days share a day? */
export function overlaps(
  one: Pick<Belief, 'validFrom' | 'validTo'>,
  other: Pick<Belief, 'validFrom' | 'validTo'>,
): boolean {
  return (
    (other.validTo === null || one.validFrom <= other.validTo) &&
    (one.validTo === null || other.validFrom <= one.validTo)
  );
}

/** The day before, for a handover: the predecessor's last day. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
