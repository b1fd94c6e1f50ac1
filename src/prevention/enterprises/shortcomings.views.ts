import { sql } from 'kysely';
import type { Compute } from '../../foundation/registers/define.ts';

/**
 * Insurance is compulsory in high-risk sectors (安全生产法 第51条); chemical and pharmaceutical firms reach at least grade
 * three by the district's plan; above a hundred people somebody is in charge of safety (安全生产法 第24条; 京安条例 第20条); libraries A
 * and B have their enterprise standard. A certificate holds to the end of its day in Beijing.
 */
export const shortcomings: Compute = (ctx) => {
  const today = sql`(${ctx.now}::timestamptz at time zone 'Asia/Shanghai')::date`;
  return sql`array_remove(array[
    case when r.is_high_risk and r.insured_to is null then 'no_insurance' end,
    case when r.insured_to < ${today} then 'insurance_expired' end,
    case when r.is_chemical and coalesce(r.standardization_grade, 'none') not in ('first', 'second', 'third')
      then 'standardization_below' end,
    case when r.standardization_valid_to < ${today} then 'standardization_expired' end,
    case when r.safety_director is null and (r.is_high_risk or r.staff_count > 100) then 'no_safety_director' end,
    case when r.library in ('a', 'b') and not r.has_enterprise_standard then 'no_standard' end]::text[], null)`;
};
