import { z } from 'zod';
import { dayText, instantOf } from '../../kernel/calendar.ts';
import type { DutyRank } from '../duty-posts/duty-member.register.ts';
import type { DutyKind, ShiftLength } from '../duty-posts/duty-post.register.ts';
import type { DutyRules } from './duty.rules.ts';

/** A day in Asia/Shanghai, `2026-12-01`. */
export type Day = string;

export interface Post {
  readonly dutyKind: DutyKind;
  readonly seats: number;
  readonly shiftLength: ShiftLength;
  /** Wall-clock time in Beijing, `08:30`. */
  readonly startsAt: string;
}

export interface Member {
  readonly personId: string;
  readonly name: string;
  readonly dutyKind: DutyKind;
  readonly rank: DutyRank;
  readonly joinedOn: Day;
  readonly leftOn: Day | null;
  readonly awayFrom: Day | null;
  readonly awayTo: Day | null;
}

export interface Period {
  readonly name: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly extraOfficers: number;
  readonly needsChief: boolean;
}

/** What somebody has had of a post in the year before the month that is planned. */
export interface Tally {
  readonly shifts: number;
  readonly nights: number;
  readonly restDays: number;
  readonly hours: number;
}

export const NOTHING: Tally = { shifts: 0, nights: 0, restDays: 0, hours: 0 };

/** What a month of one unit is planned from. */
export interface RosterBasis {
  /** `2026-12` */
  readonly month: string;
  readonly posts: readonly Post[];
  /** In the order of the rota. */
  readonly members: readonly Member[];
  readonly periods: readonly Period[];
  /** Days of rest of the month and the day after it: weekends and holidays with their 调休. */
  readonly restDays: ReadonlySet<Day>;
  readonly rules: DutyRules;
  /** By `tallyKey`. */
  readonly history: ReadonlyMap<string, Tally>;
}

/** One seat from one hand-over to the next; instants in milliseconds. */
export interface Slot {
  readonly dutyKind: DutyKind;
  readonly seat: number;
  /** The day in Beijing on which it begins: the third of three shifts begins after midnight. */
  readonly day: Day;
  readonly startsAt: number;
  readonly endsAt: number;
}

export interface Sitting extends Omit<Slot, 'day'> {
  readonly id: string;
  readonly personId: string | null;
}

export const monthInput = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);

/** The members of a list by what they have in common, in the order of the list. */
export function grouped<Key, One>(list: readonly One[], keyOf: (one: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

export const HOUR = 3_600_000;
const LENGTHS = { h24: 24, h12: 12, h8: 8 } as const satisfies Record<ShiftLength, number>;

export const tallyKey = (dutyKind: DutyKind, personId: string) => `${dutyKind} ${personId}`;

export const plusDays = (day: Day, count: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);

export function daysOf(month: string): Day[] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
}

export const monthOf = (at: Date): string => dayText(at).slice(0, 7);

export function atTime(day: Day, time: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return instantOf(year, month, date, hour, minute).getTime();
}

export const periodsOn = <P extends Period>(periods: readonly P[], day: Day): P[] =>
  periods.filter(({ startsOn, endsOn }) => startsOn <= day && endsOn >= day);

/** How many sit in a post on a day: more officers where a special period asks for them. */
export function seatsOn({ dutyKind, seats }: Post, periods: readonly Period[], day: Day): number {
  if (dutyKind !== 'officer') return seats;
  return seats + Math.max(0, ...periodsOn(periods, day).map(({ extraOfficers }) => extraOfficers));
}

/** Every seat of the month in the order of its beginning: what must be filled. */
export function slotsOf({ month, posts, periods }: Pick<RosterBasis, 'month' | 'posts' | 'periods'>): Slot[] {
  const slots: Slot[] = [];
  for (const day of daysOf(month)) {
    for (const post of posts) {
      const hours = LENGTHS[post.shiftLength];
      const first = atTime(day, post.startsAt);
      for (let at = 0; at < 24; at += hours) {
        for (let seat = 1; seat <= seatsOn(post, periods, day); seat += 1) {
          const startsAt = first + at * HOUR;
          const begins = dayText(new Date(startsAt));
          slots.push({ dutyKind: post.dutyKind, seat, day: begins, startsAt, endsAt: startsAt + hours * HOUR });
        }
      }
    }
  }
  return slots.sort((one, other) => one.startsAt - other.startsAt);
}

export const slotKey = ({ dutyKind, seat, startsAt }: Pick<Slot, 'dutyKind' | 'seat' | 'startsAt'>) =>
  `${dutyKind} ${seat} ${startsAt}`;

/** May this member be on duty on the day at all? */
export const isThere = ({ joinedOn, leftOn, awayFrom, awayTo }: Member, day: Day): boolean =>
  joinedOn <= day && (!leftOn || leftOn >= day) && !(awayFrom && awayTo && awayFrom <= day && awayTo >= day);

/** Days of the year up to the end of the month on which somebody took turns. */
export function daysInRota({ joinedOn, leftOn }: Member, month: string): number {
  const first = `${month.slice(0, 4)}-01-01`;
  const last = daysOf(month).at(-1) ?? first;
  const from = joinedOn > first ? joinedOn : first;
  const to = leftOn && leftOn < last ? leftOn : last;
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1);
}

/** Must the head of the unit lead on this day? */
export const asksChief = (basis: Pick<RosterBasis, 'rules' | 'periods'>, day: Day): boolean =>
  basis.rules.chiefLeads && periodsOn(basis.periods, day).some(({ needsChief }) => needsChief);

/** Does the shift reach over the hour of the night? */
export function isNight({ startsAt, endsAt }: Pick<Slot, 'startsAt' | 'endsAt'>, nightHour: number): boolean {
  return [startsAt, endsAt].some((edge) => {
    const at = atTime(dayText(new Date(edge)), `${String(nightHour).padStart(2, '0')}:00`);
    return startsAt <= at && endsAt > at;
  });
}
