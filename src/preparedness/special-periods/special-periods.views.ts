import { sql } from 'kysely';
import type { ReadContext } from '../../foundation/api/context.ts';
import type { SpecialPeriodKind } from './special-period.register.ts';

export interface SpecialPeriod {
  readonly id: string;
  readonly name: string;
  readonly periodKind: SpecialPeriodKind;
  /** Days in Beijing, both ends inclusive. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly extraOfficers: number;
  readonly needsChief: boolean;
  readonly asksDailyReport: boolean;
}

/** The 特殊时期 that touch a stretch of days (`2026-06-01`, inclusive), the earliest first; whoever asks, they hold for all. */
export function specialPeriodsIn(ctx: ReadContext, from: string, to: string): Promise<SpecialPeriod[]> {
  return ctx.rows<SpecialPeriod>(sql`
    select id, name, period_kind, starts_on, ends_on, coalesce(extra_officers, 0) as extra_officers, needs_chief, asks_daily_report
    from special_period where state = 'active' and starts_on <= ${to}::date and ends_on >= ${from}::date
    order by starts_on, name, id`);
}
