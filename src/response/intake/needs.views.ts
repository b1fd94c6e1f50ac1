import { sql } from 'kysely';
import { defineNeeds, MOST_NEEDS, type Need } from '../../foundation/needs/define.ts';
import { readIntake } from './intake.permissions.ts';
import { intake } from './intake.register.ts';

type Row = Pick<Need, 'id' | 'who' | 'mark' | 'place'> & { placeText: string; dueAt: Date | null };

const DECIDE = { zh: '研判', en: 'Decide' };

/** Calls on which nobody has decided; the limit of their written report says how long that may take. */
export const undecided = defineNeeds('intake', {
  order: 10,
  may: readIntake,
  topics: ['intake'],
  async run(ctx) {
    const rows = await ctx.rows<Row>(sql`
      select i.id, i.mark, i.place_text, coalesce(u.short_name, '') as who,
        case when i.place is null then null else jsonb_build_object('lng', st_x(i.place), 'lat', st_y(i.place)) end as place,
        (select c.due_at from clock c where c.subject_register = 'intake' and c.subject_id = i.id
          and c.name = 'initial_report' and c.ended_at is null limit 1) as due_at
      from ${ctx.visible(intake, readIntake)} i left join unit u on u.id = i.owner_unit_id
      where i.state in ('received', 'verifying') order by i.known_at limit ${MOST_NEEDS}`);
    return rows.map(({ placeText, ...row }) => ({
      ...row,
      about: `intake/${row.id}`,
      title: { zh: `研判接报 ${placeText}`, en: `Decide on report ${placeText}` },
      isMine: false,
      matterId: row.id,
      to: `/intake/${row.id}`,
      act: DECIDE,
    }));
  },
});
