import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { meetClock, startClock } from '../../foundation/clocks/index.ts';
import { ruleWord } from '../../foundation/rule-sets/define.ts';
import { dayText } from '../../kernel/calendar.ts';
import { problem } from '../../kernel/problems.ts';
import { openDailyBrief } from './daily-brief.permissions.ts';
import { dailyBrief } from './daily-brief.register.ts';
import { DAILY_BRIEFS, dayFrom, instantOn } from './daily-brief.rules.ts';

const OPENED = { zh: '这一天的要情已经在编制', en: 'the brief of this day is opened already' };
const NOT_OVER = { zh: '还没有到这一天', en: 'lies in the future' };

/** 编制: the brief of a day is owed by the next morning. */
export const open = command('dailyBriefs.open', {
  label: { zh: '编制每日要情', en: 'Open the brief of a day' },
  may: openDailyBrief,
  input: z.object({ day: dailyBrief.fields.day.input }),
  output: z.object({ id: z.string() }),
  records: ['daily_brief.opened'],
  async run(ctx, { day }) {
    if (day > dayText(ctx.now))
      throw problem('input.field', { label: dailyBrief.fields.day.label, reason: NOT_OVER }, 'day');
    const known = await ctx.row<{ id: string }>(sql`select id from daily_brief where day = ${day}::date`);
    if (known) throw problem('state.guard', { reason: OPENED });
    const rules = ctx.rules(DAILY_BRIEFS);
    const dueAt = instantOn(dayFrom(day, 1), rules.values.dueHour);
    const row = await ctx.insert(dailyBrief, { day, dueAt });
    const clock = await startClock(ctx, {
      subject: { register: 'daily_brief', id: row.id },
      name: 'daily_brief',
      label: { zh: `每日要情 ${day}`, en: `Daily brief ${day}` },
      from: instantOn(day),
      limit: { dueAt },
      warnMinutesBefore: rules.values.warnMinutes,
      citation: rules.citation,
      ruleVersion: ruleWord(rules),
    });
    ctx.fact({
      kind: 'daily_brief.opened',
      subject: { register: 'daily_brief', id: row.id },
      concerns: [clock],
      payload: { day },
    });
    return { id: row.id };
  },
});

/** Its paper was signed: the limit is met. */
export async function noteSigned(ctx: CommandContext, id: string): Promise<void> {
  const row = await ctx.load(dailyBrief, id);
  if (row.signedAt !== null) return;
  await ctx.update(dailyBrief, row, { signedAt: ctx.now });
  const clocks = await meetClock(ctx, { register: 'daily_brief', id }, 'daily_brief');
  ctx.fact({
    kind: 'daily_brief.signed',
    subject: { register: 'daily_brief', id },
    concerns: clocks,
    payload: { day: row.day, isLate: ctx.now > row.dueAt },
  });
}
