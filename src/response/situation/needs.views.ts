import { sql } from 'kysely';
import { defineNeeds, MOST_NEEDS, type Need } from '../../foundation/needs/define.ts';
import { activatePlan } from '../command/index.ts';
import { readHandover, recordHandover } from '../command-handovers/index.ts';
import { incident } from '../incidents/incident.register.ts';
import { readIncident } from '../incidents/index.ts';

/** Sources that ask for somebody's word, not for somebody's hands: what the leaders' page shows. */
export const DECISIONS: readonly string[] = ['grade', 'activation', 'handover'];

type Row = Pick<Need, 'id' | 'mark'> & { title: string };

const asked = (rows: readonly Row[], word: Need['title'], act: Need['act'], to: (id: string) => string): Need[] =>
  rows.map(({ id, mark, title }) => ({
    id,
    about: `${word.en}/${id}`,
    title: { zh: `${word.zh} · ${title}`, en: `${word.en} · ${title}` },
    who: '',
    isMine: false,
    dueAt: null,
    mark,
    matterId: id,
    place: null,
    to: to(id),
    act,
  }));

/** Incidents under way without any response: whether and at which level one is started, somebody says (应对法 第71条). */
export const withoutResponse = defineNeeds('activation', {
  order: 70,
  may: readIncident,
  topics: ['incident', 'activation'],
  async run(ctx) {
    if (!ctx.holds(activatePlan)) return [];
    const rows = await ctx.rows<Row>(sql`
      select i.id, i.mark, i.title from ${ctx.visible(incident, readIncident)} i
      where i.state = 'handling' and i.grade is not null and i.response_level is null
        and not exists (select 1 from activation a where a.incident_id = i.id)
      order by i.known_at limit ${MOST_NEEDS}`);
    return asked(
      rows,
      { zh: '是否启动响应', en: 'Activate a plan?' },
      { zh: '研判', en: 'Decide' },
      (id) => `/incidents/${id}/activation`,
    );
  },
});

/** Incidents that are the city's by rule while nobody has handed them over (北京办法 第46条). */
export const notHandedOver = defineNeeds('handover', {
  order: 60,
  may: readHandover,
  topics: ['incident', 'command_handover'],
  async run(ctx) {
    if (!ctx.holds(recordHandover)) return [];
    const rows = await ctx.rows<Row>(sql`
      select i.id, i.mark, i.title from ${ctx.visible(incident, readIncident)} i
      where i.state <> 'closed' and i.command_authority <> 'district_committee'
        and coalesce((select h.target from command_handover h where h.incident_id = i.id
          order by h.created_at desc, h.id desc limit 1), '') <> 'city'
      order by i.known_at limit ${MOST_NEEDS}`);
    return asked(
      rows,
      { zh: '应由市级指挥，尚未移交', en: 'The city is to command, not handed over' },
      { zh: '移交', en: 'Hand over' },
      (id) => `/incidents/${id}?act=hand-over`,
    );
  },
});
