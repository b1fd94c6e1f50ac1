import { defineRegister } from '../registers/define.ts';
import { instant } from '../registers/types/instant.type.ts';
import { json } from '../registers/types/json.type.ts';
import { whole } from '../registers/types/number.type.ts';
import { recordId } from '../registers/types/record-id.type.ts';
import { text } from '../registers/types/text.type.ts';

/**
 * 后台任务: long work that goes on without whoever asked for it, survives a killed server, and tells how far it is.
 * `createdBy` asked for it.
 */
export const job = defineRegister('job', {
  plural: 'jobs',
  label: { zh: '后台任务', en: 'Job' },
  fields: {
    kind: text({ label: { zh: '类别', en: 'Kind' }, required: true, max: 80 }),
    /** What it works on, in words: a file's name, a register. */
    detail: text({ label: { zh: '内容', en: 'What' }, max: 300 }),
    input: json({ label: { zh: '参数', en: 'Input' } }),
    /** Hat under which it was asked for. */
    hatId: recordId({ label: { zh: '身份', en: 'Hat' } }),
    subjectRegister: text({ label: { zh: '所属台账', en: 'Register' }, max: 60 }),
    subjectId: recordId({ label: { zh: '所属记录', en: 'Record' }, registerIn: 'subjectRegister' }),
    /** Of one lane one runs at a time. */
    lane: text({ label: { zh: '排队通道', en: 'Lane' }, max: 120 }),
    /** Of one kind and key one waits or runs at a time. */
    key: text({ label: { zh: '唯一键', en: 'Key' }, max: 120 }),
    dueAt: instant({ label: { zh: '不早于', en: 'Not before' }, required: true }),
    attempts: whole({ label: { zh: '已运行次数', en: 'Runs' }, required: true }),
    /** Until then it belongs to the server that runs it; afterwards to whoever takes it. */
    claimedUntil: instant({ label: { zh: '占用至', en: 'Claimed until' } }),
    startedAt: instant({ label: { zh: '开始时间', en: 'Started at' } }),
    endedAt: instant({ label: { zh: '结束时间', en: 'Ended at' } }),
    cancelAskedAt: instant({ label: { zh: '要求取消时间', en: 'Cancel asked at' } }),
    stage: json<{ zh: string; en: string }>({ label: { zh: '阶段', en: 'Stage' } }),
    doneCount: whole({ label: { zh: '已完成', en: 'Done' }, required: true }),
    totalCount: whole({ label: { zh: '共计', en: 'Of' } }),
    cursor: json({ label: { zh: '断点', en: 'Cursor' } }),
    result: json<Record<string, unknown>>({ label: { zh: '结果', en: 'Result' } }),
    trouble: json<{ zh: string; en: string }>({ label: { zh: '问题', en: 'Trouble' } }),
  },
  title: 'kind',
  list: ['kind', 'detail', 'doneCount', 'dueAt'],
  constraints: ["check (state in ('queued', 'running', 'done', 'failed', 'cancelled'))"],
});
