import { sql } from 'kysely';
import { defineDossierSection, dossierTable, MOST_ROWS } from '../../foundation/dossiers/define.ts';
import { RESPONSE_LEVELS } from '../../foundation/incident-kinds/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { officialTime } from '../../kernel/calendar.ts';
import { readActivation } from './activation.permissions.ts';
import { activation } from './activation.register.ts';

type Row = Record<'number' | 'matter' | 'level' | 'measures' | 'plan', string> & {
  expectedHours: number;
  startedAt: Date;
  endedAt: Date | null;
};

/** 应对法 第72条: matter, level, expected time and measures of each response. */
export const activationsSection = defineDossierSection('incident.activations', {
  of: 'incident',
  label: { zh: '应急响应', en: 'Responses' },
  order: 50,
  may: readActivation,
  async run(ctx, id) {
    const rows = await ctx.rows<Row>(sql`
      select coalesce(a.number, '') as number, a.matter, a.level, a.measures, a.expected_hours, a.started_at, a.ended_at, p.name as plan
      from ${ctx.visible(activation, readActivation)} a join plan p on p.id = a.plan_id
      where a.incident_id = ${id} order by a.started_at limit ${MOST_ROWS}`);
    return dossierTable(
      ['编号、事项', '级别', '预案', '启动至终止', '预计', '措施'],
      [3, 2, 3, 4, 2, 5],
      rows.map((row) => [
        `${row.number} ${row.matter}`,
        labelOf(RESPONSE_LEVELS, row.level).zh,
        row.plan,
        `${officialTime(row.startedAt)}至${row.endedAt ? officialTime(row.endedAt) : '今'}`,
        `${row.expectedHours} 小时`,
        row.measures,
      ]),
    );
  },
});
