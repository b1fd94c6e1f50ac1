/** Periods are days of the Beijing calendar, `2026-06-11`, from included to until excluded; a week begins on Monday. */

export const PERIODS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof PERIODS)[number];

export interface Period {
  readonly from: string;
  readonly until: string;
}

const DAY = 86_400_000;
const text = (at: number) => new Date(at).toISOString().slice(0, 10);
const parse = (day: string) => new Date(`${day}T00:00:00Z`);

/** The period of a kind in which a day lies. */
export function periodOf(kind: PeriodKind, day: string): Period {
  const at = parse(day);
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  switch (kind) {
    case 'day':
      return { from: day, until: text(at.getTime() + DAY) };
    case 'week': {
      const from = at.getTime() - ((at.getUTCDay() + 6) % 7) * DAY;
      return { from: text(from), until: text(from + 7 * DAY) };
    }
    case 'month':
      return { from: text(Date.UTC(year, month)), until: text(Date.UTC(year, month + 1)) };
    case 'quarter': {
      const first = month - (month % 3);
      return { from: text(Date.UTC(year, first)), until: text(Date.UTC(year, first + 3)) };
    }
    case 'year':
      return { from: text(Date.UTC(year, 0)), until: text(Date.UTC(year + 1, 0)) };
  }
}

/** The last so many periods up to the one in which a day lies, oldest first. */
export function periodsUpTo(kind: PeriodKind, day: string, count: number): Period[] {
  const periods = [periodOf(kind, day)];
  while (periods.length < count) {
    const first = periods[0] as Period;
    periods.unshift(periodOf(kind, text(parse(first.from).getTime() - DAY)));
  }
  return periods;
}

export interface Reached {
  readonly value: number | null;
  readonly target: number;
  readonly better: 'more' | 'less';
}

/** Behind its target; what has no value yet is not. */
export function isBehind({ value, target, better }: Reached): boolean {
  if (value === null) return false;
  return better === 'more' ? value < target - 1e-9 : value > target + 1e-9;
}
