import { dayText, showTime } from '../../kernel/calendar.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { DUTY_KINDS, type DutyKind } from '../duty-posts/duty-post.register.ts';
import type { DutyRules } from './duty.rules.ts';
import {
  asksChief,
  daysInRota,
  daysOf,
  grouped,
  HOUR,
  isThere,
  type Member,
  NOTHING,
  type RosterBasis,
  type Sitting,
  slotsOf,
  tallyKey,
} from './roster.rules.ts';

/**
 * `refused`: never. `reason`: whoever publishes says why all the same. `note`: told, for the next plan.
 */
export type BreachWeight = 'refused' | 'reason' | 'note';
export type BreachKind = 'double' | 'rest' | 'gap' | 'away' | 'rank' | 'fairness';

export interface Breach {
  readonly kind: BreachKind;
  readonly weight: BreachWeight;
  readonly day: string;
  readonly shiftIds: readonly string[];
  readonly words: Phrase;
}

const LABELS = new Map<DutyKind, Phrase>(DUTY_KINDS.map(({ id, label }) => [id, label]));
const labelOf = (kind: DutyKind): Phrase => LABELS.get(kind) ?? { zh: kind, en: kind };
const at = (instant: number) => showTime(new Date(instant), new Date(instant - 86_400_000 * 2));

type Named = Pick<Sitting, 'id' | 'dutyKind' | 'startsAt' | 'endsAt' | 'personId'>;

/** Two posts at one time, and too little rest between two: of one person's shifts in whatever units, in any order. */
export function clashesOf(name: string, shifts: readonly Named[], rules: DutyRules): Breach[] {
  const breaches: Breach[] = [];
  const inOrder = [...shifts].sort((one, other) => one.startsAt - other.startsAt);
  for (const [index, one] of inOrder.entries()) {
    for (const next of inOrder.slice(index + 1)) {
      const pause = next.startsAt - one.endsAt;
      if (pause >= rules.restHours * HOUR && pause >= 0) break;
      const about = { day: dayText(new Date(next.startsAt)), shiftIds: [one.id, next.id], weight: 'refused' as const };
      if (pause < 0) {
        breaches.push({
          ...about,
          kind: 'double',
          words: {
            zh: `${name} ${at(next.startsAt)} 起同时在两个岗位：${labelOf(one.dutyKind).zh}、${labelOf(next.dutyKind).zh}`,
            en: `${name} has two posts at once from ${at(next.startsAt)}`,
          },
        });
        continue;
      }
      if (![one, next].every(({ dutyKind }) => (rules.restKinds as readonly string[]).includes(dutyKind))) continue;
      const hours = Math.floor(pause / HOUR);
      breaches.push({
        ...about,
        kind: 'rest',
        words: {
          zh: `${name} ${at(one.endsAt)} 交班、${at(next.startsAt)} 又接班，只休息 ${hours} 小时，应不少于 ${rules.restHours} 小时`,
          en: `${name} ends at ${at(one.endsAt)} and begins again at ${at(next.startsAt)}: ${hours} h of rest, ${rules.restHours} h are asked`,
        },
      });
    }
  }
  return breaches;
}

/**
 * Everything in a month's roster that the rules do not allow, the hardest first.
 * @param elsewhere shifts of its people in other units and months, near enough to matter
 */
export function breachesOf(
  basis: RosterBasis,
  shifts: readonly Sitting[],
  elsewhere: readonly Sitting[] = [],
): Breach[] {
  const names = new Map(basis.members.map(({ personId, name }) => [personId, name]));
  const nameOf = (id: string) => names.get(id) ?? '值班人员';
  const held = shifts.filter((one): one is Sitting & { personId: string } => one.personId !== null);
  const own = new Set(held.map(({ id }) => id));
  const isHere = new Set(held.map(({ personId }) => personId));
  const people = grouped(
    [...held, ...elsewhere.filter(({ personId }) => personId !== null && isHere.has(personId))],
    (one) => one.personId ?? '',
  );
  const clashes = [...people].flatMap(([personId, list]) =>
    clashesOf(nameOf(personId), list, basis.rules).filter(({ shiftIds }) => shiftIds.some((id) => own.has(id))),
  );
  const found = [...clashes, ...gaps(basis, shifts), ...absences(basis, held), ...ranks(basis, held)];
  return [...found, ...unfairness(basis, held)].sort(
    (one, other) => WEIGHTS.indexOf(one.weight) - WEIGHTS.indexOf(other.weight) || one.day.localeCompare(other.day),
  );
}

const WEIGHTS: readonly BreachWeight[] = ['refused', 'reason', 'note'];

export interface Gap {
  readonly dutyKind: DutyKind;
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Every minute of the month in every post: who is asked and who is there, between all moments at which one comes or goes. */
export function gapsOf(
  basis: Pick<RosterBasis, 'month' | 'posts' | 'periods'>,
  shifts: readonly Pick<Sitting, 'dutyKind' | 'personId' | 'startsAt' | 'endsAt'>[],
): Gap[] {
  const slots = slotsOf(basis);
  return basis.posts.flatMap(({ dutyKind }) => {
    const isOfPost = (one: { dutyKind: DutyKind }) => one.dutyKind === dutyKind;
    const missing = new Map<number, number>();
    const begins = new Set<number>();
    const add = (instant: number, count: number) => missing.set(instant, (missing.get(instant) ?? 0) + count);
    for (const slot of slots.filter(isOfPost)) {
      begins.add(slot.startsAt);
      add(slot.startsAt, 1);
      add(slot.endsAt, -1);
    }
    for (const shift of shifts.filter((one) => isOfPost(one) && one.personId !== null)) {
      add(shift.startsAt, -1);
      add(shift.endsAt, 1);
    }
    const empty: { dutyKind: DutyKind; from: number; to: number; count: number }[] = [];
    const edges = [...missing.keys()].sort((one, other) => one - other);
    let count = 0;
    for (const [index, from] of edges.entries()) {
      const to = edges[index + 1] ?? from;
      count += missing.get(from) ?? 0;
      const before = empty.at(-1);
      if (count <= 0) continue;
      // Told shift by shift: whoever fills it looks for one of them.
      if (before?.to === from && before.count === count && !begins.has(from)) before.to = to;
      else empty.push({ dutyKind, from, to, count });
    }
    return empty;
  });
}

const gaps = (basis: RosterBasis, shifts: readonly Sitting[]): Breach[] =>
  gapsOf(basis, shifts).map(({ dutyKind, from, to, count }) => ({
    kind: 'gap',
    weight: 'reason',
    day: dayText(new Date(from)),
    shiftIds: [],
    words: {
      zh: `${labelOf(dutyKind).zh} ${at(from)} 至 ${at(to)} 缺 ${count} 人`,
      en: `${labelOf(dutyKind).en}: ${count} missing from ${at(from)} to ${at(to)}`,
    },
  }));

function absences(basis: RosterBasis, held: readonly (Sitting & { personId: string })[]): Breach[] {
  return held.flatMap(({ id, dutyKind, personId, startsAt }) => {
    const day = dayText(new Date(startsAt));
    const member = basis.members.find((one) => one.personId === personId && one.dutyKind === dutyKind);
    const name = member?.name ?? basis.members.find((one) => one.personId === personId)?.name;
    if (member && isThere(member, day)) return [];
    // A unit that keeps no rota of the post writes its roster by hand.
    if (!basis.members.some((one) => one.dutyKind === dutyKind)) return [];
    const words = member
      ? { zh: `${member.name} ${day} 休假或不在轮值期内`, en: `${member.name} is away or out of the rota on ${day}` }
      : {
          zh: `${name ?? '所排人员'}不在${labelOf(dutyKind).zh}轮值名单内（${day}）`,
          en: `${name ?? 'Somebody'} is not in the rota of ${labelOf(dutyKind).en} (${day})`,
        };
    return [{ kind: 'away' as const, weight: 'reason' as const, day, shiftIds: [id], words }];
  });
}

function ranks(basis: RosterBasis, held: readonly (Sitting & { personId: string })[]): Breach[] {
  return held.flatMap(({ id, dutyKind, personId, startsAt }) => {
    const day = dayText(new Date(startsAt));
    if (dutyKind !== 'leader' || !asksChief(basis, day)) return [];
    const member = basis.members.find((one) => one.personId === personId && one.dutyKind === 'leader');
    if (member?.rank === 'chief') return [];
    const words = {
      zh: `${day} 特殊时期应由主要负责人带班，现为${member?.name ?? '他人'}`,
      en: `${day}: in this period the head of the unit must lead, not ${member?.name ?? 'another'}`,
    };
    return [{ kind: 'rank' as const, weight: 'reason' as const, day, shiftIds: [id], words }];
  });
}

/** More than a fair share of the year's shifts, by the days that each has been in the rota. */
function unfairness(basis: RosterBasis, held: readonly (Sitting & { personId: string })[]): Breach[] {
  const kinds = grouped(basis.members, ({ dutyKind }) => dutyKind);
  return [...kinds].flatMap(([dutyKind, members]) => {
    const counts = members.map((member) => ({ member, count: countOf(basis, held, member) }));
    const days = counts.reduce((sum, { member }) => sum + daysInRota(member, basis.month), 0);
    const total = counts.reduce((sum, { count }) => sum + count, 0);
    if (days === 0) return [];
    return counts.flatMap(({ member, count }) => {
      const fair = (total * daysInRota(member, basis.month)) / days;
      if (count - fair <= basis.rules.fairnessSpread) return [];
      const words = {
        zh: `${member.name} 今年${labelOf(dutyKind).zh} ${count} 班，比应值 ${Math.round(fair)} 班多`,
        en: `${member.name} has ${count} shifts as ${labelOf(dutyKind).en} this year, a fair share is ${Math.round(fair)}`,
      };
      return [
        {
          kind: 'fairness' as const,
          weight: 'note' as const,
          day: daysOf(basis.month)[0] ?? '',
          shiftIds: [],
          words,
        },
      ];
    });
  });
}

const countOf = (basis: RosterBasis, held: readonly Sitting[], { dutyKind, personId }: Member): number =>
  (basis.history.get(tallyKey(dutyKind, personId)) ?? NOTHING).shifts +
  held.filter((one) => one.dutyKind === dutyKind && one.personId === personId).length;
