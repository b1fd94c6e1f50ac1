import { defineRegister } from '../registers/define.ts';
import { photos } from '../registers/types/files.type.ts';
import { recordId } from '../registers/types/record-id.type.ts';
import { reference } from '../registers/types/reference.type.ts';
import { text } from '../registers/types/text.type.ts';
import { ruleUse } from '../rule-sets/rule-use.type.ts';

/**
 * 更正意见: somebody reads a record, knows better, and may not keep it. What is asked stands in the order to the unit that
 * keeps the record; here stands which record and which field it speaks of.
 */
export const correction = defineRegister('correction', {
  plural: 'corrections',
  label: { zh: '更正意见', en: 'Correction asked' },
  fields: {
    recordRegister: text({ label: { zh: '台账', en: 'Register' }, required: true, max: 60 }),
    recordId: recordId({ label: { zh: '记录', en: 'Record' }, required: true, registerIn: 'recordRegister' }),
    /** Name of the field in question; empty where it is the record as a whole. */
    field: text({ label: { zh: '有误的栏目', en: 'Field in question' }, max: 60 }),
    orderId: reference({ label: { zh: '更正指令', en: 'Order' }, to: 'order', required: true }),
    finishRule: ruleUse({ label: { zh: '办结时限规则', en: 'Rule of the limit' } }),
    photos: photos({ label: { zh: '照片', en: 'Photos' } }),
  },
  title: 'field',
  list: ['recordRegister', 'field', 'orderId'],
  constraints: ['unique (order_id)'],
});
