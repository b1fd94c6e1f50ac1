import type { ReadContext } from '../../foundation/api/context.ts';
import { dayText } from '../../kernel/calendar.ts';
import { specialPeriodsIn } from '../../preparedness/special-periods/index.ts';
import { type Owed, REPORT_RECIPIENTS, recipientsOf, type ToReport } from './report-recipients.rules.ts';

/**
 * Whom to tell of an incident, by the rule of the moment it became known: in a 特殊时期 that asks for a report every day (北京办法
 * 第38条) every incident is told as those of 较大 and above are.
 */
export async function owedOf(ctx: ReadContext, matter: ToReport): Promise<Owed[]> {
  const day = dayText(matter.knownAt);
  const periods = await specialPeriodsIn(ctx, day, day);
  const isSpecialPeriod = periods.some(({ asksDailyReport }) => asksDailyReport);
  return recipientsOf({ ...matter, isSpecialPeriod }, ctx.rules(REPORT_RECIPIENTS, matter.knownAt).values);
}
