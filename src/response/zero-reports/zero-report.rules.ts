import { defineTemplate } from '../../foundation/messaging/define.ts';
import { UNIT_KINDS } from '../../foundation/organisation/unit.register.ts';
import { defineRuleSet } from '../../foundation/rule-sets/define.ts';
import { group, MINUTES, someOf, whole, yesOrNo } from '../../foundation/rule-sets/leaf.type.ts';
import { instantOf } from '../../kernel/calendar.ts';

const HOUR = { zh: '时', en: "o'clock" };

/** 北京办法 第38条 asks for a report every day on holidays, at important meetings and events; hour and units are in no text that could be read. */
export const ZERO_REPORTS = defineRuleSet('zero_reports', {
  label: { zh: '每日报告（零报告）', en: 'Daily zero reports' },
  about: {
    zh: '哪些单位每日报告、几点前报、到期前多久提醒；只在特殊时期还是每天',
    en: 'Which units report every day, by when, how long before it warns; every day or in special periods only',
  },
  citation: '北京市实施《突发事件应对法》办法 第38条',
  ownerRole: 'duty_leader',
  schema: group({
    isEveryDay: yesOrNo({ label: { zh: '每天（否则仅特殊时期）', en: 'Every day (else in special periods only)' } }),
    unitKinds: someOf({ label: { zh: '报告单位', en: 'Units' }, options: UNIT_KINDS }),
    dueHour: whole({ label: { zh: '几点前报', en: 'Due by' }, unit: HOUR, min: 1, max: 23 }),
    warnMinutes: whole({
      label: { zh: '到期前提醒', en: 'Warning before it is due' },
      unit: MINUTES,
      min: 0,
      max: 240,
    }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '每日报告时点（示例值，待区应急办确认）；北京市实施《突发事件应对法》办法 第38条',
    values: { isEveryDay: true, unitKinds: ['street_office', 'department'], dueHour: 16, warnMinutes: 60 },
  },
});

/** The instant in Beijing by which the report of a day, `2026-06-11`, is due. */
export function dueOn(day: string, hour: number): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return instantOf(year, month, date, hour);
}

/** Somebody of the unit is to give the report; on the record it is given. */
export const ZERO_REPORT_OWED = defineTemplate('zero_report.owed', {
  label: { zh: '催报零报告', en: 'A zero report is asked for' },
  heading: {
    zh: '请于 {time} 前报 {day} 每日情况，没有情况也要报「无」',
    en: 'Report your day of {day} by {time}; that nothing happened is a report',
  },
});
