import { defineRegister } from '../registers/define.ts';
import { instant } from '../registers/types/instant.type.ts';
import { boolean } from '../registers/types/number.type.ts';
import { recordId } from '../registers/types/record-id.type.ts';
import { list } from '../registers/types/reference.type.ts';
import { personalText, text } from '../registers/types/text.type.ts';

/**
 * 时限: a time limit bound to a record. It starts at a recorded moment (known at, issued at), never at the moment
 * somebody typed it in, and carries the rule it comes from, so that «late» can be explained years later.
 * States: running · suspended · met · late (still late until `endedAt` is there) · cancelled.
 */
export const clock = defineRegister('clock', {
  plural: 'clocks',
  label: { zh: '时限', en: 'Clock' },
  fields: {
    subjectRegister: text({ label: { zh: '所属台账', en: 'Register' }, required: true }),
    subjectId: recordId({ label: { zh: '所属记录', en: 'Record' }, registerIn: 'subjectRegister', required: true }),
    name: text({ label: { zh: '名称', en: 'Name' }, required: true }),
    labelZh: text({ label: { zh: '中文说明', en: 'Label in Chinese' }, required: true }),
    labelEn: text({ label: { zh: '英文说明', en: 'Label in English' }, required: true }),
    citation: text({ label: { zh: '依据', en: 'Citation' }, required: true, max: 500 }),
    ruleVersion: text({ label: { zh: '规则版本', en: 'Rule version' }, required: true }),
    startedAt: instant({ label: { zh: '起算时间', en: 'Started at' }, required: true }),
    dueAt: instant({ label: { zh: '到期时间', en: 'Due at' }, required: true }),
    warnAt: instant({ label: { zh: '提醒时间', en: 'Warn at' } }),
    /** Warnings after the next one, as ISO instants. */
    laterWarnings: list({ label: { zh: '后续提醒', en: 'Later warnings' } }),
    warnedAt: instant({ label: { zh: '已提醒时间', en: 'Warned at' } }),
    /** A working day in it belongs to a year that is not published yet. */
    isProvisional: boolean({ label: { zh: '日历未公布', en: 'Calendar provisional' } }),
    suspendedAt: instant({ label: { zh: '中止时间', en: 'Suspended at' } }),
    /** The law by which its time does not count now. */
    suspendedBy: text({ label: { zh: '中止依据', en: 'Suspended by' }, max: 500 }),
    /** Why it was late, in the words of whoever was. */
    lateReason: personalText({ label: { zh: '逾期原因', en: 'Why late' }, class: 'narrative', max: 500 }),
    explainedAt: instant({ label: { zh: '说明时间', en: 'Explained at' } }),
    firedAt: instant({ label: { zh: '到期处置时间', en: 'Fired at' } }),
    endedAt: instant({ label: { zh: '结束时间', en: 'Ended at' } }),
    /** `register/id` of the records on whose timeline the clock's facts appear, e.g. the incident of an order. */
    concerns: list({ label: { zh: '相关记录', en: 'Concerns' } }),
  },
  processing: {
    subjects: { zh: '逾期说明中提到的人', en: 'People whom a reason for lateness speaks of' },
    purpose: { zh: '说明时限逾期的原因，改进工作', en: 'To say why a limit was missed' },
    basis: ['duty'],
    keeping: 'work',
    ended: `select id, explained_at as ended_at from clock where explained_at is not null`,
  },
  title: 'labelZh',
  list: ['labelZh', 'dueAt', 'startedAt', 'citation'],
  constraints: [
    "check (state in ('running', 'suspended', 'met', 'late', 'cancelled'))",
    'unique (subject_register, subject_id, name, started_at)',
  ],
});
