import { sql } from 'kysely';
import type { Compute } from '../../foundation/registers/define.ts';

/** Days since the dam was last found safe; the day is Beijing's. */
export const daysSinceAppraisal: Compute = ({ now }) =>
  sql`((${now}::timestamptz at time zone 'Asia/Shanghai')::date - r.appraised_on)`;
