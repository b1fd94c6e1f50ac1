import type { z } from 'zod';
import { definePaper, type PaperBlock } from '../../foundation/documents/define.ts';
import { assignmentLifecycle } from '../../foundation/orders/index.ts';
import { officialTime } from '../../kernel/calendar.ts';
import type { Assessment } from './assessment.views.ts';
import type { reviewOutput } from './reviews.views.ts';

export interface ReviewPaper {
  readonly review: z.output<typeof reviewOutput>;
  readonly assessment: Assessment;
  readonly incident: {
    readonly placeText: string;
    readonly casualties: string;
    readonly directLoss: number | null;
    readonly grade: string;
    readonly closingSummary: string | null;
  };
  readonly findings: readonly {
    readonly kind: string;
    readonly text: string;
    readonly measure: string;
    readonly unitName: string | null;
    readonly dueAt: Date | null;
    readonly planName: string | null;
    readonly clause: string | null;
  }[];
  readonly at: Date;
}

const heading = (text: string): PaperBlock => ({ kind: 'heading', level: 1, text });
const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text });
const table = (columns: string[], widths: number[], rows: string[][]): PaperBlock[] =>
  rows.length === 0 ? [paragraph('无。')] : [{ kind: 'table', columns, widths, rows }];

const STATES = { not_ordered: '未下达', called_off: '已取消', unfinished: '未完成', done: '已执行' } as const;
const stateOf = (state: string) =>
  assignmentLifecycle.states[state as keyof typeof assignmentLifecycle.states]?.zh ?? state;
const time = (at: Date | null) => (at ? officialTime(at) : '—');
const lateText = (minutes: number) => (minutes > 0 ? `迟 ${minutes} 分` : '按时');

/** 复盘评估报告 in the order 应对法 第92条 and the district's practice ask for; on the page of GB/T 9704. */
export const reviewPaper = definePaper<ReviewPaper>({
  name: 'review',
  label: { zh: '复盘评估报告', en: 'Review report' },
  compose: ({ review, assessment, incident, findings, at }) => {
    const { clocks, parts, partsTotal, clauses, steps } = assessment;
    const late = parts.filter((part) => part.receiptLate > 0 || part.finishLate > 0);
    const undone = clauses.filter(({ state }) => state !== 'done');
    return {
      mark: review.mark,
      redHeader: `${review.unitName}复盘评估报告`,
      number: review.state === 'finished' ? review.number : `${review.number}（未完成）`,
      title: review.title,
      body: [
        heading('基本情况'),
        paragraph(
          `事件编号：${review.incidentNumber}。地点：${incident.placeText}。等级：${incident.grade}。${incident.closingSummary ?? ''}`,
        ),
        heading('应对过程'),
        ...table(
          ['环节', '时间', '距上一环节', '距获悉'],
          [3, 4, 2, 2],
          steps.map((step) => [
            step.label.zh,
            time(step.at),
            step.minutes === null ? '—' : `${step.minutes} 分`,
            step.sinceKnown === null ? '—' : `${step.sinceKnown} 分`,
          ]),
        ),
        heading('时限执行'),
        paragraph(`按时 ${clocks.met} 项，逾期 ${clocks.late} 项。`),
        ...table(
          ['时限', '单位', '到期', '逾期', '原因'],
          [3, 2, 3, 2, 4],
          clocks.missed.map((one) => [
            one.label.zh,
            one.who,
            time(one.dueAt),
            `${one.minutesLate} 分`,
            one.reason ?? '未说明',
          ]),
        ),
        heading('指令执行'),
        paragraph(`共 ${partsTotal} 项任务，签收或办结逾期 ${late.length} 项。`),
        ...table(
          ['指令', '承办', '签收', '办结', '状态'],
          [4, 3, 2, 2, 2],
          late.map((part) => [
            `${part.number} ${part.title}`,
            [part.unitName, part.personName].filter(Boolean).join(' '),
            lateText(part.receiptLate),
            lateText(part.finishLate),
            stateOf(part.state),
          ]),
        ),
        heading('预案条款未执行'),
        ...table(
          ['预案', '条款', '内容', '情况'],
          [4, 2, 4, 2],
          undone.map((one) => [one.planName, one.clause, one.title, STATES[one.state]]),
        ),
        heading('损失'),
        paragraph(
          `${incident.casualties}${incident.directLoss === null ? '' : `；直接经济损失 ${incident.directLoss} 万元`}。`,
        ),
        heading('原因'),
        paragraph(review.causes ?? '（待撰写）'),
        heading('处置评价'),
        paragraph(`${review.score === null ? '' : `评分 ${review.score} 分。`}${review.assessment ?? '（待撰写）'}`),
        heading('经验教训'),
        paragraph(review.lessons ?? '（待撰写）'),
        heading('改进措施'),
        ...table(
          ['方面', '问题', '措施', '责任单位', '时限'],
          [2, 4, 4, 2, 3],
          findings.map((one) => [
            one.kind,
            one.text,
            one.planName ? `${one.measure}（修订《${one.planName}》${one.clause ?? ''}）` : one.measure,
            one.unitName ?? '—',
            time(one.dueAt),
          ]),
        ),
      ],
      signedBy: review.unitName,
      signedAt: review.finishedAt ?? at,
      sentTo: [],
      copiedTo: [],
      ...(review.reviewerName ? { handler: review.reviewerName } : {}),
      printedAt: review.finishedAt ?? at,
    };
  },
});
