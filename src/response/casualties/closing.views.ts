import { sql } from 'kysely';
import { defineCheck } from '../../foundation/lifecycle/define.ts';
import { incident } from '../incidents/incident.register.ts';
import { readIncident } from '../incidents/index.ts';
import { reconcile } from './casualties.rules.ts';

/** Where people are listed by name, the list and the released figures say the same. */
export const casualtiesReconciled = defineCheck('casualties_reconciled', {
  before: { register: 'incident', transition: 'close' },
  label: { zh: '伤亡名单与口径一致', en: 'Named casualties agree with the released figures' },
  weight: 'asked',
  order: 35,
  async run(ctx, id) {
    const rows = await ctx.rows<{ condition: string; count: number }>(sql`
      select condition, count(*)::int as count from casualty where incident_id = ${id} and state = 'active' group by condition`);
    if (rows.length === 0) return [];
    const matter = await ctx.record(incident, id, readIncident);
    const differing = reconcile(Object.fromEntries(rows.map((row) => [row.condition, row.count])), matter).filter(
      ({ isEqual }) => !isEqual,
    );
    return differing.map(({ figure, listed, released }) => {
      const { zh, en } = incident.fields[figure].label;
      return {
        text: {
          zh: `${zh}：名单 ${listed} 人，口径 ${released ?? '不详'}`,
          en: `${en}: ${listed} listed, ${released ?? 'unknown'} released`,
        },
        mend: { label: { zh: '去核对', en: 'Reconcile' }, to: `/incidents/${id}#casualties` },
      };
    });
  },
});
