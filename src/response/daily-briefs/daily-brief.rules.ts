import { defineRuleSet } from '../../foundation/rule-sets/define.ts';
import { group, MINUTES, whole, words } from '../../foundation/rule-sets/leaf.type.ts';
import { instantOf } from '../../kernel/calendar.ts';

const HOUR = { zh: '时', en: "o'clock" };

/** When the brief of a day is due on the next morning (domain facts §4, assumed), and to whom it goes. */
export const DAILY_BRIEFS = defineRuleSet('daily_briefs', {
  label: { zh: '每日要情', en: 'Daily brief' },
  about: {
    zh: '前一日要情次日几点前签发、到期前多久提醒、报给谁',
    en: 'By when the brief of the day before is signed, how long before it warns, and to whom it goes',
  },
  citation: '北京市实施《突发事件应对法》办法 第38条',
  ownerRole: 'duty_leader',
  schema: group({
    dueHour: whole({ label: { zh: '次日几点前', en: 'Due on the next day by' }, unit: HOUR, min: 0, max: 23 }),
    warnMinutes: whole({
      label: { zh: '到期前提醒', en: 'Warning before it is due' },
      unit: MINUTES,
      min: 0,
      max: 240,
    }),
    sentTo: words({ label: { zh: '报送（顿号隔开）', en: 'Sent to (separated by 、)' }, max: 300 }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '每日要情时点和报送对象（示例值，待区应急办确认）；北京市实施《突发事件应对法》办法 第38条',
    values: { dueHour: 8, warnMinutes: 60, sentTo: '区委办公室、区政府办公室、市应急指挥中心' },
  },
});

const DAY_MS = 86_400_000;

/** The day before or after a day, `2026-06-11`, as a calendar has it. */
export const dayFrom = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** First instant of a day in Beijing, with some hours. */
export function instantOn(day: string, hour = 0): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return instantOf(year, month, date, hour);
}

/** 「3 起，较前一日增加 1 起」; nothing is said as such (无), never left blank. */
export function counted(what: string, now: number, before: number): string {
  const change =
    now === before ? '与前一日持平' : `较前一日${now > before ? '增加' : '减少'} ${Math.abs(now - before)} 起`;
  return now === 0 && before === 0 ? `${what}：无。` : `${what} ${now} 起，${change}。`;
}
