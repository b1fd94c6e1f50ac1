import { sql } from 'kysely';
import { clock } from '../../foundation/clocks/clock.register.ts';
import { readClock } from '../../foundation/clocks/index.ts';
import { defineTryOut, TRY_OUT_RECORDS } from '../../foundation/rule-sets/define.ts';
import { readIntake } from './intake.permissions.ts';
import { intake } from './intake.register.ts';
import { isReportLate, REPORT_CLOCKS } from './intake.rules.ts';

interface Row {
  id: string;
  number: string;
  placeText: string;
  knownAt: Date;
  reportedAt: Date | null;
}

const WORDS = {
  late: { zh: '迟报', en: 'reported late' },
  inTime: { zh: '按时报告', en: 'reported in time' },
} as const;
const verdict = (isLate: boolean) => (isLate ? WORDS.late : WORDS.inTime);

/** How many of the last reports would have been late; false ones and those handed on owed nothing: their clock was cancelled. */
export const tryReportClocks = defineTryOut(REPORT_CLOCKS, async (ctx, { current, proposed }) => {
  const rows = await ctx.rows<Row>(sql`
    select i.id, i.number, i.place_text, i.known_at, c.ended_at as reported_at
    from ${ctx.visible(intake, readIntake)} i
    join ${ctx.visible(clock, readClock)} c on c.subject_register = 'intake' and c.subject_id = i.id
      and c.name = 'initial_report' and c.state <> 'cancelled'
    where i.mark = 'real' order by i.known_at desc limit ${TRY_OUT_RECORDS}`);
  const judged = rows.map((row) => ({
    ...row,
    current: isReportLate(row, ctx.now, current),
    proposed: isReportLate(row, ctx.now, proposed),
  }));
  const late = { current: judged.filter((one) => one.current), proposed: judged.filter((one) => one.proposed) };
  return {
    examined: rows.length,
    since: rows.at(-1)?.knownAt ?? null,
    figures: [
      { label: WORDS.late, current: late.current.length, proposed: late.proposed.length },
      {
        label: WORDS.inTime,
        current: rows.length - late.current.length,
        proposed: rows.length - late.proposed.length,
      },
    ],
    cases: judged
      .filter((one) => one.current !== one.proposed)
      .slice(0, 20)
      .map((one) => ({
        register: 'intake',
        id: one.id,
        title: `${one.number} ${one.placeText}`,
        current: verdict(one.current),
        proposed: verdict(one.proposed),
      })),
  };
});
