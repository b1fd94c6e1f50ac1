import { defineRegister } from '../../foundation/registers/define.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { boolean } from '../../foundation/registers/types/number.type.ts';
import { person, reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

/** 点名应答: one unit, or one person, of a roll call. */
export const rollCallAnswer = defineRegister('roll_call_answer', {
  plural: 'rollCallAnswers',
  label: { zh: '点名应答', en: 'Answer to a roll call' },
  purpose: { zh: '值班值守检查', en: 'To see that duty is kept' },
  fields: {
    rollCallId: reference({ label: { zh: '点名', en: 'Roll call' }, to: 'roll_call', required: true }),
    unitId: reference({ label: { zh: '单位', en: 'Unit' }, to: 'unit', required: true }),
    /** Who should answer by the roster, or the person who is called by name. */
    personId: person({ label: { zh: '应答人', en: 'Called' } }),
    calledAt: instant({ label: { zh: '点名时间', en: 'Called at' }, required: true }),
    answeredAt: instant({ label: { zh: '应答时间', en: 'Answered at' } }),
    answeredById: person({ label: { zh: '实际应答', en: 'Answered by' } }),
    /** Whoever answered is on duty by the roster. */
    isOnDuty: boolean({ label: { zh: '当班人员应答', en: 'By who is on duty' } }),
    note: text({ label: { zh: '备注', en: 'Note' }, max: 200 }),
    orderId: reference({ label: { zh: '核查指令', en: 'Order to look into it' }, to: 'order' }),
  },
  title: 'unitId',
  list: ['rollCallId', 'unitId', 'personId', 'answeredAt'],
  constraints: ['unique nulls not distinct (roll_call_id, unit_id, person_id)'],
});
