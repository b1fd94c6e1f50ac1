import { sql } from 'kysely';
import { kebabCase } from '../../kernel/names.ts';
import { defineNeeds, MOST_NEEDS, type Need } from '../needs/define.ts';
import type { Mark } from '../registers/define.ts';
import { snakeCase } from '../registers/index.ts';
import { readClock } from './clock.permissions.ts';
import { clock } from './clock.register.ts';

interface Row {
  id: string;
  name: string;
  register: string;
  subjectId: string;
  labelZh: string;
  labelEn: string;
  mark: Mark;
  who: string;
  dueAt: Date;
}

const SEE_TO = { zh: '办理', en: 'See to it' };
/** So many limits of one name and instant are told one by one. */
const MOST_ALIKE = 3;
/** What falls due later than this is a matter of another shift. */
const AHEAD_MS = 24 * 60 * 60_000;

/**
 * Running and late limits of any record that has a page. The parts of an order speak for themselves: their clocks are left to
 * them.
 */
export const runningClocks = defineNeeds('clock', {
  order: 50,
  may: readClock,
  topics: ['clock'],
  async run(ctx) {
    const rows = await ctx.rows<Row>(sql`
      select c.id, c.name, c.subject_register as register, c.subject_id, c.label_zh, c.label_en, c.mark, c.due_at,
        coalesce(u.short_name, '') as who
      from ${ctx.visible(clock, readClock)} c left join unit u on u.id = c.owner_unit_id
      where c.ended_at is null and c.state in ('running', 'late') and c.subject_register <> 'assignment'
        and c.due_at < ${new Date(ctx.now.getTime() + AHEAD_MS)}
      order by c.due_at, c.id limit ${MOST_NEEDS}`);
    const titles = await titlesOf(rows);
    const pageOf = (register: string) => `/${kebabCase(ctx.catalogue.registers.get(register)?.plural ?? register)}`;
    // One limit of many records at one instant is one matter: forty units that owe their zero report would hide the incident below.
    return [
      ...Map.groupBy(rows, ({ register, name, dueAt }) => `${register} ${name} ${dueAt.getTime()}`).values(),
    ].flatMap((alike) => {
      const [first] = alike;
      if (!first || alike.length <= MOST_ALIKE) return alike.map(needOf);
      const { register, name: _, subjectId: __, labelZh, labelEn, ...row } = first;
      const count = alike.length;
      return [
        {
          ...row,
          about: `clock/${first.id}`,
          title: { zh: `${labelZh} 等 ${count} 项`, en: `${labelEn} and ${count - 1} more` },
          who: [...new Set(alike.map(({ who }) => who))].slice(0, 3).join('、'),
          isMine: false,
          matterId: null,
          place: null,
          to: pageOf(register),
          act: SEE_TO,
        },
      ];
    });

    function needOf({ register, name: _, subjectId, labelZh, labelEn, ...row }: Row): Need {
      const title = titles.get(subjectId) ?? '';
      // The limit of a day's paper has the day in its own name.
      const named = (label: string) => (title && !label.includes(title) ? `${label} · ${title}` : label);
      return {
        ...row,
        about: `${register}/${subjectId}`,
        title: { zh: named(labelZh), en: named(labelEn) },
        isMine: false,
        matterId: subjectId,
        place: null,
        to: `${pageOf(register)}/${subjectId}`,
        act: SEE_TO,
      };
    }

    /** What the records are called, as far as the viewer may read them; one query a register. */
    async function titlesOf(all: readonly Row[]): Promise<Map<string, string>> {
      const found = new Map<string, string>();
      for (const [name, own] of Map.groupBy(all, ({ register }) => register)) {
        const register = ctx.catalogue.registers.get(name);
        const field = register?.fields[register.title];
        const read = ctx.catalogue.permissions.get(`${name}.read`);
        if (!register || !read || !field || field.personal || field.refersTo) continue;
        const called = await ctx.rows<{ id: string; title: string | null }>(sql`
          select r.id, ${sql.ref(`r.${snakeCase(register.title)}`)}::text as title from ${ctx.visible(register, read)} r
          where r.id = any(${own.map(({ subjectId }) => subjectId)}::uuid[])`);
        for (const { id, title } of called) if (title) found.set(id, title);
      }
      return found;
    }
  },
});
