import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../foundation/api/context.ts';
import { command } from '../../foundation/api/define.ts';
import { meetClock, startClocks } from '../../foundation/clocks/index.ts';
import { addressedTo, type MessageInput, sendMessages, told, unitDuty } from '../../foundation/messaging/index.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { ruleUsed, ruleWord } from '../../foundation/rule-sets/define.ts';
import { dayText, localTime } from '../../kernel/calendar.ts';
import { problem } from '../../kernel/problems.ts';
import { zeroReportLifecycle } from './zero-report.lifecycle.ts';
import { askZeroReports, giveZeroReport } from './zero-report.permissions.ts';
import { zeroReport } from './zero-report.register.ts';
import { dueOn, ZERO_REPORT_OWED, ZERO_REPORTS } from './zero-report.rules.ts';

const { fields: of } = zeroReport;
const FUTURE = { zh: '还没有到这一天', en: 'lies in the future' };
const ASKED = { zh: '这一天的零报告已经部署', en: 'the reports of this day were asked for already' };
const ALL_TOLD = { zh: '各单位都已报', en: 'every unit has reported' };
const refOf = (id: string) => ({ register: 'zero_report', id });

/** 部署每日报告: every unit of the rule owes a report of the day. The system does so each morning. */
export const ask = command('zeroReports.ask', {
  label: { zh: '部署零报告', en: 'Ask for the zero reports of a day' },
  may: askZeroReports,
  input: z.object({ day: of.day.input }),
  output: z.object({ asked: z.number() }),
  records: ['zero_report.asked'],
  async run(ctx, { day }) {
    if (day > dayText(ctx.now)) throw problem('input.field', { label: of.day.label, reason: FUTURE }, 'day');
    const rules = ctx.rules(ZERO_REPORTS, ctx.now);
    const units = await ctx.rows<{ id: string; areaCode: string }>(sql`
      select u.id, u.area_code from unit u where u.kind = any(${[...rules.values.unitKinds]}::text[])
        and u.valid_from <= ${ctx.now} and (u.valid_to is null or u.valid_to > ${ctx.now})
        and not exists (select 1 from zero_report r where r.unit_id = u.id and r.day = ${day}::date)
      order by u.path`);
    if (units.length === 0) throw problem('state.guard', { reason: ASKED });
    const due = dueOn(day, rules.values.dueHour);
    const rows = await ctx.insertMany(
      zeroReport,
      units.map(({ id, areaCode }) => ({
        ...{ unitId: id, ownerUnitId: id, areaCode, day },
        ...{ dueAt: due, rule: ruleUsed(rules) },
      })),
    );
    const clocks = await startClocks(
      ctx,
      rows.map(({ id }) => ({
        subject: refOf(id),
        name: 'zero_report',
        label: { zh: `零报告 ${day}`, en: `Zero report ${day}` },
        from: ctx.now,
        limit: { dueAt: due },
        warnMinutesBefore: rules.values.warnMinutes,
        citation: rules.citation,
        ruleVersion: ruleWord(rules),
      })),
    );
    for (const [index, { id }] of rows.entries()) {
      const clock = clocks[index];
      ctx.fact({ kind: 'zero_report.asked', subject: refOf(id), concerns: clock ? [clock] : [], payload: { day } });
    }
    return { asked: rows.length };
  },
});

/** 报告: what there was, or that there was nothing (「无」). Given once; what comes later is a report of its own. */
export const report = command('zeroReports.report', {
  label: { zh: '报零报告', en: 'Give the zero report' },
  may: giveZeroReport,
  input: z.object({
    id: idInput,
    matters: z.number().int().min(0).max(999),
    text: z.string().trim().min(1).max(1000).default('无'),
  }),
  output: z.object({ id: z.string(), state: z.string(), version: z.number() }),
  records: ['zero_report.reported'],
  async run(ctx, { id, matters, text }) {
    const before = await ctx.load(zeroReport, id);
    const row = await ctx.transition(zeroReportLifecycle, before, 'report', {
      ...{ matters, text, reportedAt: ctx.now },
      ...(ctx.viewer.isSystem ? {} : { reporterId: ctx.viewer.personId }),
    });
    const clocks = await meetClock(ctx, refOf(id), 'zero_report');
    ctx.fact({
      kind: 'zero_report.reported',
      subject: refOf(id),
      concerns: clocks,
      payload: { day: row.day, matters, isLate: ctx.now > row.dueAt },
    });
    return row;
  },
});

/** 催报: the duty rooms of all that have not reported are told. */
export const remind = command('zeroReports.remind', {
  label: { zh: '催报零报告', en: 'Remind those that have not reported' },
  may: askZeroReports,
  input: z.object({ day: of.day.input }),
  output: z.object({ reminded: z.number() }),
  records: ['message.sent', 'zero_report.reminded'],
  async run(ctx, { day }) {
    const owed = await ctx.rows<Owed>(sql`select id, unit_id, day::text as day, due_at from ${ctx.visible(zeroReport)} r
      where r.day = ${day}::date and r.state = 'owed' order by r.id`);
    if (owed.length === 0) throw problem('state.guard', { reason: ALL_TOLD });
    await sendMessages(ctx, owed.map(reminderOf));
    for (const { id } of owed) ctx.fact({ kind: 'zero_report.reminded', subject: refOf(id), payload: { day } });
    return { reminded: owed.length };
  },
});

interface Owed {
  readonly id: string;
  readonly unitId: string;
  readonly day: string;
  readonly dueAt: Date;
}

function reminderOf({ id, unitId, day, dueAt }: Owed): MessageInput {
  const { hour, minute } = localTime(dueAt);
  return {
    to: [addressedTo(unitDuty, { unitId })],
    ...told(ZERO_REPORT_OWED, { day, time: `${hour}:${String(minute).padStart(2, '0')}` }),
    about: refOf(id),
  };
}

/** Before the limit: whoever has not reported hears of it. */
export async function remindOne(ctx: CommandContext, id: string): Promise<void> {
  const [owed] = await ctx.rows<Owed>(
    sql`select id, unit_id, day::text as day, due_at from zero_report where id = ${id} and state = 'owed'`,
  );
  if (owed) await sendMessages(ctx, [reminderOf(owed)]);
}
