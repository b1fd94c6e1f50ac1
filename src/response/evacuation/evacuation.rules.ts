import { defineTemplate } from '../../foundation/messaging/define.ts';
import type { Outcome } from './evacuation-household.register.ts';

/**
 * 应对法 第11条: whom a door is opened for first. Whoever cannot walk or lives by a device needs time and hands, so before the others
 * who are protected first; who is in relief is known to the house and needs no hand.
 */
const CLASSES: readonly (readonly string[])[] = [
  ['dependent', 'powered_device', 'patient'],
  ['lone_elderly', 'disabled', 'pregnant', 'minor'],
  ['low_income'],
];

/** 0 is first; a household without anybody vulnerable is last. */
export function classOf(vulnerabilities: readonly string[]): number {
  const found = CLASSES.findIndex((one) => one.some((each) => vulnerabilities.includes(each)));
  return found < 0 ? CLASSES.length : found;
}

export interface Door {
  readonly householdId: string;
  readonly communityCode: string;
  readonly address: string;
  readonly door: string | null;
  readonly people: number;
  readonly vulnerable: number;
  readonly vulnerabilities: readonly string[];
  /** The helper whom the register names for somebody behind this door. */
  readonly ownHelper: string | null;
}

/** The order in which doors are asked: the vulnerable first, the more of them the sooner, then house by house. */
export function inTurn<D extends Door>(doors: readonly D[]): D[] {
  return doors.toSorted(
    (one, other) =>
      classOf(one.vulnerabilities) - classOf(other.vulnerabilities) ||
      other.vulnerable - one.vulnerable ||
      one.address.localeCompare(other.address, 'zh', { numeric: true }) ||
      (one.door ?? '').localeCompare(other.door ?? '', 'zh', { numeric: true }),
  );
}

/**
 * Who knocks at which door: the helper that the register names; else one of the community, a whole house each, whoever has fewest
 * people so far. A door for which nobody is found has none, and is shown as such.
 */
export function sharedOut(
  doors: readonly Door[],
  helpers: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, string> {
  const of = new Map<string, string>();
  const load = new Map<string, number>();
  const take = (door: Door, helper: string) => {
    of.set(door.householdId, helper);
    load.set(helper, (load.get(helper) ?? 0) + door.people);
  };
  for (const door of doors) if (door.ownHelper) take(door, door.ownHelper);
  const houses = new Map<string, Door[]>();
  for (const door of doors) {
    if (door.ownHelper) continue;
    const house = `${door.communityCode} ${door.address}`;
    houses.set(house, [...(houses.get(house) ?? []), door]);
  }
  for (const own of houses.values()) {
    const known = helpers.get(own[0]?.communityCode ?? '') ?? [];
    const [first] = known.toSorted((one, other) => (load.get(one) ?? 0) - (load.get(other) ?? 0));
    if (first) for (const door of own) take(door, first);
  }
  return of;
}

export interface Result {
  readonly outcome: Outcome;
  readonly people: number;
  readonly movedPeople: number | null;
}

export interface Progress {
  readonly households: number;
  readonly people: number;
  readonly moved: number;
  readonly away: number;
  readonly pending: number;
  readonly notHome: number;
  readonly refused: number;
  /** People of whom nobody knows that they are out: not asked, not met, refused. */
  readonly remaining: number;
}

/** Progress in people; of a household in which only some left, the others remain. */
export function progressOf(results: readonly Result[]): Progress {
  const sum = (of: (one: Result) => number) => results.reduce((total, one) => total + of(one), 0);
  const by = (outcome: Outcome, of: (one: Result) => number) => sum((one) => (one.outcome === outcome ? of(one) : 0));
  const left = ({ movedPeople, people }: Result) => movedPeople ?? people;
  const stayed = (one: Result) => Math.max(0, one.people - left(one));
  const [pending, notHome] = [by('pending', ({ people }) => people), by('not_home', ({ people }) => people)];
  const refused = by('refused', ({ people }) => people) + by('moved', stayed);
  return {
    households: results.length,
    people: sum(({ people }) => people),
    moved: by('moved', left),
    away: by('away', ({ people }) => people),
    pending,
    notHome,
    refused,
    remaining: pending + notHome + refused,
  };
}

export const HOME_ALLOWED = defineTemplate('evacuation.home_allowed', {
  label: { zh: '允许返家', en: 'People may go home' },
  heading: { zh: '{number} 允许返家，请逐户登记', en: '{number}: people may go home; note each household' },
});

export const EVACUATION_MESSAGES = [HOME_ALLOWED];
