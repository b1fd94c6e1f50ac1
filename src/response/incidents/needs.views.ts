import { sql } from 'kysely';
import { defineNeeds, MOST_NEEDS } from '../../foundation/needs/define.ts';
import type { RowOf } from '../../foundation/registers/define.ts';
import { GRADE_RULES, isGradeOutdated, suggestedGrade } from './grade.rules.ts';
import { handleIncident, readIncident } from './incident.permissions.ts';
import { incident } from './incident.register.ts';

type Row = Pick<
  RowOf<typeof incident>,
  'id' | 'mark' | 'title' | 'kind' | 'grade' | 'knownAt' | 'deaths' | 'missing' | 'seriousInjuries' | 'directLoss'
>;

const GRADE = { zh: '定级', en: 'Grade' };

/** Incidents without a grade, or whose figures have reached another one: who commands and who is told hangs on it. */
export const toBeGraded = defineNeeds('grade', {
  order: 65,
  may: readIncident,
  topics: ['incident'],
  async run(ctx) {
    if (!ctx.holds(handleIncident)) return [];
    const rows = await ctx.rows<Row>(sql`
      select i.id, i.mark, i.title, i.kind, i.grade, i.known_at, i.deaths, i.missing, i.serious_injuries, i.direct_loss
      from ${ctx.visible(incident, readIncident)} i where i.state <> 'closed' order by i.known_at limit ${MOST_NEEDS}`);
    return rows.flatMap((row) => {
      const suggestion = suggestedGrade(row.kind, row, ctx.rules(GRADE_RULES, row.knownAt).values);
      if (row.grade && !isGradeOutdated(row.grade, suggestion)) return [];
      const why = suggestion?.criterion ?? { zh: '尚未定级', en: 'not graded yet' };
      return {
        id: row.id,
        about: `grade/${row.id}`,
        title: { zh: `${row.title}：${why.zh}`, en: `${row.title}: ${why.en}` },
        who: '',
        isMine: false,
        dueAt: null,
        mark: row.mark,
        matterId: row.id,
        place: null,
        to: `/incidents/${row.id}?act=grade`,
        act: GRADE,
      };
    });
  },
});
