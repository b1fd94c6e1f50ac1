import {
  asksChief,
  daysInRota,
  HOUR,
  isNight,
  isThere,
  type Member,
  NOTHING,
  type RosterBasis,
  type Sitting,
  type Slot,
  slotsOf,
  tallyKey,
} from './roster.rules.ts';

export interface Proposed extends Slot {
  /** Null where the rules leave nobody. */
  readonly personId: string | null;
  readonly substituteId: string | null;
}

interface Load {
  readonly member: Member;
  readonly place: number;
  readonly days: number;
  shifts: number;
  nights: number;
  restDays: number;
  last: number;
}

type Busy = Pick<Sitting, 'dutyKind' | 'startsAt' | 'endsAt'>;

/**
 * A month that keeps the rules: seat after seat in the order of time, each given to whoever may have it and has carried
 * least — on a day of rest by days of rest, at night by nights, else by shifts, each measured by the days in the rota.
 * What is fixed stays. It is the same for the same basis, so that a proposal can be made again and compared.
 */
export function propose(
  basis: RosterBasis,
  fixed: readonly Sitting[] = [],
  elsewhere: readonly Sitting[] = [],
): Proposed[] {
  const busy = new Map<string, Busy[]>(basis.members.map(({ personId }) => [personId, []]));
  // Of others of the district nothing is asked here.
  const occupy = (personId: string | null, shift: Busy) => busy.get(personId ?? '')?.push(shift);
  for (const shift of [...fixed, ...elsewhere]) occupy(shift.personId, shift);
  const loads = new Map<string, Load>();
  for (const [place, member] of basis.members.entries()) {
    const before = basis.history.get(tallyKey(member.dutyKind, member.personId)) ?? NOTHING;
    const days = Math.max(1, daysInRota(member, basis.month));
    const { shifts, nights, restDays } = before;
    loads.set(tallyKey(member.dutyKind, member.personId), { member, place, days, shifts, nights, restDays, last: 0 });
  }
  const carry = (slot: Slot, personId: string) => {
    const load = loads.get(tallyKey(slot.dutyKind, personId));
    if (!load) return;
    load.shifts += 1;
    if (isNight(slot, basis.rules.nightHour)) load.nights += 1;
    if (basis.restDays.has(slot.day)) load.restDays += 1;
    load.last = slot.endsAt;
  };
  return slotsOf(basis).flatMap((slot): Proposed[] => {
    const there = fixed.find(
      (one) =>
        one.dutyKind === slot.dutyKind &&
        one.seat === slot.seat &&
        one.startsAt < slot.endsAt &&
        one.endsAt > slot.startsAt,
    );
    if (there) {
      if (there.personId) carry(slot, there.personId);
      return [];
    }
    const candidates = [...loads.values()]
      .filter(({ member }) => member.dutyKind === slot.dutyKind && isThere(member, slot.day))
      .sort(byBurden(basis, slot));
    const may = candidates.filter(({ member }) => isFree(basis, slot, busy.get(member.personId) ?? []));
    const isChiefs = slot.dutyKind === 'leader' && asksChief(basis, slot.day);
    const chosen = may.find(({ member }) => !isChiefs || member.rank === 'chief');
    const personId = chosen?.member.personId ?? null;
    if (personId) {
      occupy(personId, slot);
      carry(slot, personId);
    }
    const substitute = candidates.find(
      ({ member }) => member.personId !== personId && !overlaps(slot, busy.get(member.personId) ?? []),
    );
    return [{ ...slot, personId, substituteId: personId ? (substitute?.member.personId ?? null) : null }];
  });
}

const overlaps = (slot: Slot, shifts: readonly Busy[]): boolean =>
  shifts.some((one) => one.startsAt < slot.endsAt && one.endsAt > slot.startsAt);

/** Nothing at the same time, and rest before and after where both posts ask for it. */
function isFree({ rules }: RosterBasis, slot: Slot, shifts: readonly Busy[]): boolean {
  const asksRest = ({ dutyKind }: Busy) => (rules.restKinds as readonly string[]).includes(dutyKind);
  return shifts.every((one) => {
    const rest = asksRest(slot) && asksRest(one) ? rules.restHours * HOUR : 0;
    return one.endsAt + rest <= slot.startsAt || slot.endsAt + rest <= one.startsAt;
  });
}

function byBurden({ restDays, rules }: RosterBasis, slot: Slot): (one: Load, other: Load) => number {
  const shares = (load: Load): number[] => [
    ...(restDays.has(slot.day) ? [(load.restDays + 1) / load.days] : []),
    ...(isNight(slot, rules.nightHour) ? [(load.nights + 1) / load.days] : []),
    (load.shifts + 1) / load.days,
    load.last,
    load.place,
  ];
  return (one, other) => {
    const theirs = shares(other);
    for (const [index, share] of shares(one).entries()) {
      const difference = share - (theirs[index] ?? 0);
      if (Math.abs(difference) > 1e-9) return difference;
    }
    return 0;
  };
}
