import { sql } from 'kysely';
import { defineDossierSection, dossierTable, MOST_ROWS } from '../../foundation/dossiers/define.ts';
import { officialTime } from '../../kernel/calendar.ts';
import { readInstruction } from './leader-instruction.permissions.ts';
import { leaderInstruction } from './leader-instruction.register.ts';

type Row = Record<'number' | 'leader' | 'text' | 'answer', string> & { givenAt: Date };

export const instructionsSection = defineDossierSection('incident.instructions', {
  of: 'incident',
  label: { zh: '领导批示', en: "Leaders' instructions" },
  order: 75,
  may: readInstruction,
  async run(ctx, id) {
    const rows = await ctx.rows<Row>(sql`
      select coalesce(l.number, '') as number, coalesce(p.name, '') as leader, coalesce(l.text, '见批示原件') as text,
        coalesce(l.answer, '未反馈') as answer, l.given_at
      from ${ctx.visible(leaderInstruction, readInstruction)} l left join person p on p.id = l.leader_id
      where l.incident_id = ${id} order by l.given_at limit ${MOST_ROWS}`);
    return dossierTable(
      ['编号', '领导', '时间', '批示', '反馈'],
      [2, 2, 3, 5, 5],
      rows.map((row) => [row.number, row.leader, officialTime(row.givenAt), row.text, row.answer]),
    );
  },
});
