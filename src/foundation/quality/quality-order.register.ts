import { defineRegister } from '../registers/define.ts';
import { reference, unit } from '../registers/types/reference.type.ts';
import { text } from '../registers/types/text.type.ts';

/** 台账整改: of which register, to which unit, by which order. What is wrong stands in the order. */
export const qualityOrder = defineRegister('quality_order', {
  plural: 'qualityOrders',
  label: { zh: '台账整改', en: 'Order about quality' },
  fields: {
    recordRegister: text({ label: { zh: '台账', en: 'Register' }, required: true, max: 60 }),
    unitId: unit({ label: { zh: '归属单位', en: 'Unit' }, required: true }),
    orderId: reference({ label: { zh: '整改指令', en: 'Order' }, to: 'order', required: true }),
  },
  title: 'recordRegister',
  list: ['recordRegister', 'unitId', 'orderId'],
  constraints: ['unique (order_id)'],
});
