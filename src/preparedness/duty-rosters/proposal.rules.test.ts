import days from 'chinese-days';
import { describe, expect, it } from 'vitest';
import type { DutyKind } from '../duty-posts/duty-post.register.ts';
import { breachesOf } from './breaches.rules.ts';
import { DUTY_RULES } from './duty.rules.ts';
import { propose } from './proposal.rules.ts';
import {
  daysOf,
  isNight,
  type Member,
  NOTHING,
  type Period,
  plusDays,
  type RosterBasis,
  type Sitting,
  type Tally,
  tallyKey,
} from './roster.rules.ts';

/** Every kind of shift and size of rota is among the first twelve. */
const UNITS = process.env.FULL ? 66 : 12;
const RULES = DUTY_RULES.initial.values;
const MONTHS = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);
const PERIODS: readonly Period[] = [
  { name: '春节', startsOn: '2026-02-15', endsOn: '2026-02-23', extraOfficers: 0, needsChief: true },
  { name: '汛期', startsOn: '2026-06-01', endsOn: '2026-09-15', extraOfficers: 1, needsChief: false },
  { name: '国庆', startsOn: '2026-10-01', endsOn: '2026-10-07', extraOfficers: 1, needsChief: true },
];

/** A unit of `seed`: other sizes, shifts and absences in each. */
function unitOf(seed: number): Pick<RosterBasis, 'posts' | 'members'> {
  const member = (dutyKind: DutyKind, index: number, rank: Member['rank']): Member => ({
    personId: `${seed}-${dutyKind}-${index}`,
    name: `甲${index}`,
    dutyKind,
    rank,
    joinedOn: index === 4 ? '2026-05-01' : '2020-01-01',
    leftOn: null,
    awayFrom: index === 2 ? `2026-0${(seed % 9) + 1}-10` : null,
    awayTo: index === 2 ? `2026-0${(seed % 9) + 1}-19` : null,
  });
  const officers = 5 + (seed % 6);
  return {
    posts: [
      { dutyKind: 'leader', seats: 1, shiftLength: 'h24', startsAt: '08:30' },
      {
        dutyKind: 'officer',
        seats: 1,
        shiftLength: (['h24', 'h12', 'h8'] as const)[seed % 3] ?? 'h24',
        startsAt: '08:30',
      },
    ],
    members: [
      ...[0, 1, 2].map((index) => member('leader', index, index === 0 ? 'chief' : 'deputy')),
      ...Array.from({ length: officers }, (_, index) => member('officer', index, 'staff')),
    ],
  };
}

const restDays = new Set(
  MONTHS.flatMap(daysOf)
    .concat('2027-01-01')
    .filter((day) => !days.isWorkday(day)),
);

/** The year of a unit, month after month, each knowing what came before. */
function yearOf(seed: number): { shifts: Sitting[]; breaches: number } {
  const unit = unitOf(seed);
  const history = new Map<string, Tally>();
  const shifts: Sitting[] = [];
  let breaches = 0;
  for (const month of MONTHS) {
    const basis: RosterBasis = { ...unit, month, periods: PERIODS, restDays, rules: RULES, history };
    const before = shifts.slice(-20);
    const made = propose(basis, [], before).map((one, index) => ({ ...one, id: `${month} ${index}` }));
    breaches += breachesOf(basis, made, before).filter(({ kind }) => kind !== 'fairness').length;
    shifts.push(...made);
    for (const { dutyKind, personId, day, startsAt, endsAt } of made) {
      const key = tallyKey(dutyKind, personId ?? '');
      const { shifts, nights, restDays: rests } = history.get(key) ?? NOTHING;
      const more = { nights: nights + (isNight({ startsAt, endsAt }, RULES.nightHour) ? 1 : 0), hours: 0 };
      history.set(key, { ...more, shifts: shifts + 1, restDays: rests + (restDays.has(day) ? 1 : 0) });
    }
  }
  return { shifts, breaches };
}

/**
 * A second judge that shares no line with the first: it walks the year minute by half hour and looks at who is there, and
 * reads rest, absence and rank off each person's own row of half hours.
 */
function judge(seed: number, shifts: readonly Sitting[]): string[] {
  const STEP = 30 * 60_000;
  const first = Date.UTC(2026, 0, 1, 0, 30);
  const steps = (Date.UTC(2027, 0, 1, 0, 30) - first) / STEP;
  const faults: string[] = [];
  const officers = new Uint8Array(steps);
  const leaders = new Uint8Array(steps);
  const rows = new Map<string, Uint8Array>();
  for (const { personId, dutyKind, startsAt, endsAt } of shifts) {
    if (!personId) continue;
    const row = rows.get(personId) ?? new Uint8Array(steps);
    rows.set(personId, row);
    for (let step = (startsAt - first) / STEP; step < (endsAt - first) / STEP; step += 1) {
      if (row[step]) faults.push(`${personId} twice at ${step}`);
      row[step] = 1;
      const post = dutyKind === 'leader' ? leaders : officers;
      post[step] = (post[step] ?? 0) + 1;
    }
  }
  for (let step = 0; step < steps; step += 1) {
    const instant = first + step * STEP;
    // The day of duty turns at half past eight in Beijing, half past midnight in UTC.
    const day = new Date(instant - 30 * 60_000).toISOString().slice(0, 10);
    const isRaised = (day >= '2026-06-01' && day <= '2026-09-15') || (day >= '2026-10-01' && day <= '2026-10-07');
    if (leaders[step] !== 1) faults.push(`${leaders[step]} leaders at ${day}`);
    // Eight-hour shifts belong to the Beijing day on which they begin.
    if (seed % 3 === 0 && officers[step] !== (isRaised ? 2 : 1)) faults.push(`${officers[step]} officers at ${day}`);
    if ((officers[step] ?? 0) < 1) faults.push(`nobody at ${day}`);
  }
  for (const [person, row] of rows) {
    if (person.includes('leader')) continue;
    let pause = 1000;
    for (let step = 0; step < steps; step += 1) {
      if (!row[step]) pause += 1;
      else {
        if (pause > 0 && pause < 16) faults.push(`${person} rested ${pause / 2} h before ${step}`);
        pause = 0;
      }
    }
  }
  for (const { personId, dutyKind, startsAt } of shifts) {
    const day = new Date(startsAt + 8 * 3_600_000).toISOString().slice(0, 10);
    const away = `2026-0${(seed % 9) + 1}`;
    if (personId?.endsWith('-2') && day >= `${away}-10` && day <= `${away}-19`) faults.push(`${personId} away ${day}`);
    if (personId?.endsWith('-4') && day < '2026-05-01') faults.push(`${personId} not yet ${day}`);
    const isChiefs = (day >= '2026-02-15' && day <= '2026-02-23') || (day >= '2026-10-01' && day <= '2026-10-07');
    if (dutyKind === 'leader' && isChiefs && personId !== `${seed}-leader-0`) faults.push(`no chief on ${day}`);
  }
  return faults;
}

describe('a proposal', () => {
  it(`of a year for ${UNITS} units keeps every rule, by a judge of its own`, { timeout: 120_000 }, () => {
    for (let seed = 0; seed < UNITS; seed += 1) {
      const { shifts, breaches } = yearOf(seed);
      expect([seed, breaches, judge(seed, shifts).slice(0, 3)]).toEqual([seed, 0, []]);
    }
  });

  it('shares shifts and days of rest among those who were there all year, to within a few', () => {
    for (const seed of [0, 1, 2, 9]) {
      const { shifts } = yearOf(seed);
      const there = unitOf(seed).members.filter((one) => one.dutyKind === 'officer' && one.joinedOn < '2026-01-01');
      const counts = (filter: (shift: Sitting) => boolean) =>
        there.map(({ personId }) => shifts.filter((one) => one.personId === personId && filter(one)).length);
      const spread = (list: number[]) => Math.max(...list) - Math.min(...list);
      expect(spread(counts(() => true))).toBeLessThanOrEqual(6);
      const isRest = ({ startsAt }: Sitting) =>
        restDays.has(new Date(startsAt + 8 * 3_600_000).toISOString().slice(0, 10));
      expect(spread(counts(isRest))).toBeLessThanOrEqual(5);
    }
  });

  it('leaves what is fixed, and says in words where nobody is left', () => {
    const unit = unitOf(0);
    const month = '2026-03';
    const basis: RosterBasis = { ...unit, month, periods: [], restDays, rules: RULES, history: new Map() };
    const [some] = propose(basis).filter(({ dutyKind }) => dutyKind === 'officer');
    const kept = { ...(some as NonNullable<typeof some>), id: 'kept', personId: '0-officer-3' };
    const again = propose(basis, [kept]);
    expect(again.some(({ dutyKind, startsAt }) => dutyKind === 'officer' && startsAt === kept.startsAt)).toBe(false);
    // Two officers at 24 h each may follow one another; one alone cannot.
    const alone = unit.members.filter(({ personId }) => ['0-officer-0', '0-leader-0'].includes(personId));
    const lone = { ...basis, members: alone };
    const made = propose(lone).map((one, index) => ({ ...one, id: String(index) }));
    const words = breachesOf(lone, made).map((one) => one.words.zh);
    expect(words[0]).toMatch(/^值班员 03-02 08:30 至 03-03 08:30 缺 1 人$/);
    expect(words).toHaveLength(15);
  });
});

describe('breaches', () => {
  const basis: RosterBasis = {
    ...unitOf(0),
    month: '2026-10',
    periods: PERIODS,
    restDays,
    rules: RULES,
    history: new Map(),
  };
  const at = (day: string, hour: number) => Date.parse(`${day}T00:00:00Z`) + (hour - 8) * 3_600_000;
  const shift = (id: string, personId: string, from: number, hours: number, dutyKind: DutyKind = 'officer') => ({
    id,
    personId,
    dutyKind,
    seat: 1,
    startsAt: from,
    endsAt: from + hours * 3_600_000,
  });
  const kinds = (shifts: Sitting[]) => breachesOf(basis, shifts).filter(({ kind }) => kind !== 'gap');

  it('tells two posts at once, short rest, leave and a leader of the wrong rank, each in words', () => {
    const double = kinds([
      shift('a', '0-officer-0', at('2026-10-12', 8), 12),
      shift('b', '0-officer-0', at('2026-10-12', 18), 12),
    ]);
    expect(double.map(({ kind }) => kind)).toEqual(['double']);
    const [rest] = kinds([
      shift('a', '0-officer-0', at('2026-10-12', 8), 12),
      shift('b', '0-officer-0', at('2026-10-13', 2), 8),
    ]);
    expect(rest?.words.zh).toBe('甲0 10-12 20:00 交班、10-13 02:00 又接班，只休息 6 小时，应不少于 8 小时');
    // A leader is on call and needs no rest between two days.
    expect(
      kinds([
        shift('a', '0-leader-1', at('2026-10-12', 8), 24, 'leader'),
        shift('b', '0-leader-1', at('2026-10-13', 8), 24, 'leader'),
      ]),
    ).toEqual([]);
    const [rank] = kinds([shift('a', '0-leader-1', at('2026-10-02', 8.5), 24, 'leader')]);
    expect([rank?.kind, rank?.weight]).toEqual(['rank', 'reason']);
    expect(kinds([shift('a', 'stranger', at('2026-10-12', 8), 24)]).map(({ kind }) => kind)).toEqual(['away']);
    expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
  });
});
