import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { person, reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

export const CHANGE_KINDS = [
  { id: 'swap', label: { zh: '换班', en: 'Swap' } },
  { id: 'take_over', label: { zh: '替班', en: 'Taken over' } },
  { id: 'on_behalf', label: { zh: '代班', en: 'On behalf' } },
] as const;

/**
 * 换班: a shift that somebody else sits, agreed between the two and approved. A swap gives another shift in return; 替班 hands the
 * shift over for good, 代班 leaves it counted to whom it belonged.
 */
export const dutyChange = defineRegister('duty_change', {
  plural: 'dutyChanges',
  label: { zh: '换班', en: 'Change of a shift' },
  purpose: { zh: '值班值守', en: 'Duty' },
  fields: {
    unitId: reference({ label: { zh: '单位', en: 'Unit' }, to: 'unit', required: true }),
    changeKind: choice({ label: { zh: '方式', en: 'Kind' }, options: CHANGE_KINDS, required: true }),
    shiftId: reference({ label: { zh: '班次', en: 'Shift' }, to: 'duty_shift', required: true }),
    otherShiftId: reference({ label: { zh: '对方班次', en: 'Their shift' }, to: 'duty_shift' }),
    fromId: person({ label: { zh: '申请人', en: 'Asked by' }, required: true }),
    toId: person({ label: { zh: '对方', en: 'Colleague' }, required: true }),
    reason: text({ label: { zh: '理由', en: 'Reason' }, required: true, max: 300 }),
    acceptedAt: instant({ label: { zh: '对方同意', en: 'Accepted at' } }),
    decidedAt: instant({ label: { zh: '批准时间', en: 'Decided at' } }),
    decidedById: person({ label: { zh: '批准人', en: 'Decided by' } }),
    refusal: text({ label: { zh: '不同意理由', en: 'Why not' }, max: 300 }),
  },
  title: 'reason',
  list: ['unitId', 'changeKind', 'fromId', 'toId', 'reason', 'acceptedAt', 'decidedAt'],
  numbered: { prefix: '换' },
  constraints: ['check (from_id <> to_id)'],
});
