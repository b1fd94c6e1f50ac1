import { sql } from 'kysely';
import { marked } from '../../foundation/messaging/index.ts';
import { defineNeeds, MOST_NEEDS } from '../../foundation/needs/define.ts';
import type { Mark } from '../../foundation/registers/define.ts';
import { reviewLinkage } from './linkage.permissions.ts';
import { linkage } from './linkage.register.ts';

const REVIEW = { zh: '复核', en: 'Review' };
const SECOND = { zh: '第二人复核', en: 'a second person' };

/** Very large sends that wait for a second person. */
export const heldLinkages = defineNeeds('linkage', {
  order: 15,
  may: reviewLinkage,
  topics: ['linkage'],
  async run(ctx) {
    const rows = await ctx.rows<{
      id: string;
      number: string;
      title: string;
      people: number;
      mark: Mark;
      startedAt: Date;
      matterId: string | null;
      isMine: boolean;
    }>(sql`
      select id, coalesce(number, '') as number, title, people, mark, started_at, matter_id,
        created_by <> ${ctx.viewer.personId}::uuid as is_mine
      from ${ctx.visible(linkage, reviewLinkage)} l where state = 'held' order by started_at, id limit ${MOST_NEEDS}`);
    return rows.map(({ id, number, title, people, mark, startedAt, matterId, isMine }) => ({
      id,
      about: `linkage/${id}`,
      title: marked(mark, {
        zh: `待复核 ${number}：${title}（${people} 人）`,
        en: `To be reviewed, ${number}: ${title} (${people} people)`,
      }),
      who: SECOND.zh,
      isMine,
      dueAt: startedAt,
      mark,
      matterId,
      place: null,
      to: `/linkages/${id}`,
      act: REVIEW,
    }));
  },
});
