import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { defineDossierSection, dossierTable, MOST_ROWS } from '../../foundation/dossiers/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { officialTime } from '../../kernel/calendar.ts';
import { readEntry } from './incident-entry.permissions.ts';
import { incidentEntry } from './incident-entry.register.ts';

const item = z.object({
  id: z.string(),
  number: z.string(),
  text: z.string().nullable(),
  photos: z.array(z.string()),
  happenedAt: z.date(),
  personName: z.string(),
  unitName: z.string(),
});
type Item = z.input<typeof item>;

const ITEM = sql`e.id, coalesce(e.number, '') as number, e.text, e.photos, e.happened_at, coalesce(p.name, '') as person_name,
  coalesce(u.short_name, '') as unit_name, count(*) over ()::int as total`;

/** Notes on an incident, the newest first; so many at a time. */
export const list = view('incidentEntries.list', {
  label: { zh: '现场记录', en: 'Notes on an incident' },
  may: readEntry,
  input: z.object({ incidentId: idInput, limit: z.number().int().min(1).max(2000).default(50) }),
  output: z.object({ items: z.array(item), total: z.number() }),
  reads: [incidentEntry],
  async run(ctx, { incidentId, limit }) {
    const rows = await ctx.rows<Item & { total: number }>(sql`
      select ${ITEM} from ${ctx.visible(incidentEntry)} e left join person p on p.id = e.created_by
      left join unit u on u.id = e.owner_unit_id
      where e.incident_id = ${incidentId} order by e.happened_at desc, e.id desc limit ${limit}`);
    await ctx.openPersonal(incidentEntry, rows);
    return { items: rows.map(({ total, ...row }) => row), total: rows[0]?.total ?? 0 };
  },
});

export const entriesSection = defineDossierSection('incident.entries', {
  of: 'incident',
  label: { zh: '现场记录', en: 'Notes' },
  order: 80,
  may: readEntry,
  async run(ctx, id) {
    const rows = await ctx.rows<Item & { total: number }>(sql`
      select ${ITEM} from ${ctx.visible(incidentEntry, readEntry)} e left join person p on p.id = e.created_by
      left join unit u on u.id = e.owner_unit_id
      where e.incident_id = ${id} order by e.happened_at, e.id limit ${MOST_ROWS}`);
    await ctx.openPersonal(incidentEntry, rows);
    return dossierTable(
      ['时间', '内容', '记录人'],
      [2, 6, 2],
      rows.map((row) => [
        officialTime(row.happenedAt),
        [row.text, row.photos.length > 0 ? `照片 ${row.photos.length} 张` : ''].filter(Boolean).join('　'),
        `${row.unitName} ${row.personName}`,
      ]),
      rows[0]?.total,
    );
  },
});
