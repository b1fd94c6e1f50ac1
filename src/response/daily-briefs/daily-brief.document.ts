import type { PaperBlock } from '../../foundation/documents/define.ts';
import { defineDocumentKind } from '../../foundation/official-documents/define.ts';
import { draftDailyBrief, signDailyBrief } from './daily-brief.permissions.ts';
import { dailyBrief } from './daily-brief.register.ts';
import { counted, DAILY_BRIEFS } from './daily-brief.rules.ts';
import { type DayOf, dayOf } from './day-of.views.ts';

/** 每日要情 (domain facts §4): drawn from the records of the day; what was not there is said to be none (无). */
export const dailyBriefPaper = defineDocumentKind('daily_brief', {
  label: { zh: '每日要情', en: 'Daily brief' },
  subject: dailyBrief,
  draft: draftDailyBrief,
  sign: signDailyBrief,
  async compose(ctx, { day }) {
    const [year, month, date] = day.split('-').map(Number);
    return {
      title: `${year}年${month}月${date}日要情`,
      body: bodyOf(await dayOf(ctx, day)),
      sentTo: ctx
        .rules(DAILY_BRIEFS)
        .values.sentTo.split(/[、，,]/)
        .map((one) => one.trim())
        .filter(Boolean),
    };
  },
});

function bodyOf(day: DayOf): PaperBlock[] {
  const { zero, instructions } = day;
  const section = (heading: string, ...lines: string[]): PaperBlock[] => [
    { kind: 'heading', level: 1, text: heading },
    ...lines.map((text): PaperBlock => ({ kind: 'paragraph', text })),
  ];
  const listed = (lines: readonly string[]) => (lines.length > 0 ? lines.map((line) => `${line}。`) : ['无。']);
  return [
    ...section(
      '突发事件',
      counted('当日突发事件', day.incidents, day.incidentsBefore),
      ...day.told.map((line) => `${line}。`),
    ),
    ...section('在办事件', ...listed(day.open)),
    ...section('应急响应', ...listed(day.responses)),
    ...section(
      '接报情况',
      counted('当日接报', day.reports, day.reportsBefore),
      ...(day.channels.length > 0 ? [`来源：${day.channels.join('，')}。`] : []),
      day.lateReports === 0 ? '书面初报均按时报出。' : `书面初报迟报 ${day.lateReports} 起。`,
    ),
    ...section(
      '各单位零报告',
      zero.all === 0
        ? '当日未部署零报告。'
        : `应报 ${zero.all} 个单位，已报 ${zero.reported} 个${zero.missing.length > 0 ? `；未报：${zero.missing.join('、')}` : ''}。`,
    ),
    ...section(
      '领导批示办理',
      instructions.given + instructions.open === 0
        ? '无。'
        : `当日批示 ${instructions.given} 件，正在办理 ${instructions.open} 件。`,
    ),
    ...section('今日关注', '（请填写）'),
  ];
}
