import { sql } from 'kysely';
import { defineIndicator } from '../../foundation/indicators/define.ts';
import { expert } from './expert.register.ts';

/** How many of the pool may still be called: a term that has run out is a person who need not come. */
export const validTerms = defineIndicator('expert_terms_valid', {
  label: { zh: '专家聘期有效率', en: 'Experts whose term runs' },
  register: expert,
  measure: 'level',
  rules: {
    reading: '在册且聘期未截止的专家，以统计期末（本期为当日）为准。',
    denominator: '在册专家。',
    target: 100,
    baseYear: 2026,
    baseValue: 0,
    citation: '区级自定，待主责部门确认',
    isAssumed: true,
  },
  counted: ({ records, today }) => sql`
    select e.id as record_id, null::timestamptz as at, (e.term_ends_on >= ${today}::date)::int as part, 1 as whole,
      e.owner_unit_path, e.area_code, 'expert' as link_register, e.id as link_id
    from ${records} e where e.state = 'active'`,
});
