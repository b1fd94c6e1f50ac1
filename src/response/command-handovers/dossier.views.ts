import { sql } from 'kysely';
import { defineDossierSection, dossierTable, MOST_ROWS } from '../../foundation/dossiers/define.ts';
import { officialTime } from '../../kernel/calendar.ts';
import { readHandover } from './command-handover.permissions.ts';
import { commandHandover } from './command-handover.register.ts';

type Row = Record<'number' | 'fromBody' | 'fromName' | 'toBody' | 'toName' | 'matters', string> & { handedAt: Date };

export const handoversSection = defineDossierSection('incident.handovers', {
  of: 'incident',
  label: { zh: '指挥权移交', en: 'Hand-overs of command' },
  order: 40,
  may: readHandover,
  async run(ctx, id) {
    const rows = await ctx.rows<Row>(sql`
      select coalesce(h.number, '') as number, h.from_body, h.from_name, h.to_body, h.to_name, h.matters, h.handed_at
      from ${ctx.visible(commandHandover, readHandover)} h where h.incident_id = ${id} order by h.created_at limit ${MOST_ROWS}`);
    return dossierTable(
      ['时间', '移交', '接收', '移交内容'],
      [2, 3, 3, 5],
      rows.map((row) => [
        officialTime(row.handedAt),
        `${row.fromBody} ${row.fromName}`,
        `${row.toBody} ${row.toName}`,
        row.matters,
      ]),
    );
  },
});
