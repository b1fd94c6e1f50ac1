import type { z } from 'zod';
import { definePaper } from '../../foundation/documents/define.ts';
import { officialTime } from '../../kernel/calendar.ts';
import type { recordOutput } from './transfers.views.ts';

const figure = (value: number | null) => (value === null ? '' : String(value));

/** 应急物资调拨单: what leaves which warehouse for where, and room for the signatures of both ends. */
export const transferPaper = definePaper<z.output<typeof recordOutput>>({
  name: 'transfer',
  label: { zh: '应急物资调拨单', en: 'Transfer of supplies' },
  compose(row) {
    const to = row.toName ?? row.destination ?? '';
    const facts: (readonly [string, string])[] = [
      ['申请单位', row.unitName ?? ''],
      ['用途', [row.purpose, row.matter].filter(Boolean).join('；')],
      ['调出仓库', row.fromName ?? '待定'],
      ['到达地点', [to, row.toName && row.destination].filter(Boolean).join('，')],
      ['要求到达', row.neededBy ? officialTime(row.neededBy) : '尽快'],
      ['审批', approval(row)],
      ['运输', [row.vehiclePlate, row.driver].filter(Boolean).join('，') || '待定'],
      ['发运', row.dispatchedAt ? `${officialTime(row.dispatchedAt)}，${row.dispatchedBy ?? ''}` : ''],
      ['签收', row.receivedAt ? `${officialTime(row.receivedAt)}，${row.receivedBy ?? ''}` : ''],
      ...(row.settledAt ? [['差异核定', `${row.settledBy ?? ''}：${row.settlement ?? ''}`] as const] : []),
    ];
    return {
      mark: row.mark,
      redHeader: '石景山区应急物资调拨',
      number: row.number || '（草稿，未编号）',
      ...(row.isUrgent ? { urgency: '特急' as const } : {}),
      title: '应急物资调拨单',
      body: [
        { kind: 'table', columns: ['事项', '内容'], widths: [1, 4], rows: facts.map(([name, value]) => [name, value]) },
        { kind: 'heading', level: 1, text: `物资明细（${row.lineList.length} 项）` },
        {
          kind: 'table',
          columns: ['序号', '品名规格', '单位', '申请', '实发', '签收', '批号（有效期）'],
          widths: [1, 5, 1, 1.5, 1.5, 1.5, 4],
          rows: row.lineList.map((line) => [
            String(line.lineNo),
            [line.name, line.spec].filter(Boolean).join(' '),
            line.measure,
            figure(line.asked),
            figure(line.picked),
            figure(line.received),
            line.lots.map(({ batch, expiresOn }) => (expiresOn ? `${batch}（${expiresOn}）` : batch)).join('、'),
          ]),
        },
        { kind: 'paragraph', text: '发货人签字：　　　　　　　　承运人签字：　　　　　　　　收货人签字：' },
      ],
      signedBy: row.unitName ?? '石景山区应急指挥中心',
      signedAt: row.dispatchedAt ?? row.createdAt,
      sentTo: [],
      copiedTo: [],
      ...(row.requestedBy ? { handler: row.requestedBy } : {}),
      printedAt: row.dispatchedAt ?? row.createdAt,
    };
  },
});

function approval(row: z.output<typeof recordOutput>): string {
  if (row.approvedAt) return `${officialTime(row.approvedAt)}，${row.approvedBy ?? ''}`;
  return row.isPaperOwed ? '紧急调拨，手续待补办' : '待审批';
}
