import { sql } from 'kysely';
import { defineFallbackSection } from '../../foundation/continuity/define.ts';
import { INCIDENT_KINDS } from '../../foundation/incident-kinds/define.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { officialTime } from '../../kernel/calendar.ts';
import { incidentLifecycle } from './incident.lifecycle.ts';
import { incident } from './incident.register.ts';

interface Open {
  number: string | null;
  kind: string;
  state: keyof typeof incidentLifecycle.states;
  title: string;
  placeText: string;
  grade: string | null;
  responseLevel: string | null;
  knownAt: Date;
}

/** Incidents that are not closed, for the room without power. */
export const openIncidents = defineFallbackSection('incidents', {
  label: { zh: '在办事件', en: 'Open incidents' },
  order: 10,
  async run(ctx) {
    const rows = await ctx.rows<Open>(sql`
      select number, kind, state, title, place_text, grade, response_level, known_at from ${ctx.visible(incident)} i
      where state <> 'closed' and mark = 'real' order by known_at`);
    const { grade, responseLevel } = incident.fields;
    return [
      {
        columns: ['编号', '类别', '标题与地点', '等级', '响应', '获悉时间', '状态'],
        widths: [2, 2, 4, 1.5, 1.5, 2.5, 1.5],
        rows: rows.map((one) => [
          one.number ?? '',
          labelOf(INCIDENT_KINDS, one.kind).zh,
          `${one.title}　${one.placeText}`,
          grade.show(one.grade as never, 'zh'),
          responseLevel.show(one.responseLevel as never, 'zh'),
          officialTime(one.knownAt),
          incidentLifecycle.states[one.state].zh,
        ]),
      },
    ];
  },
});
