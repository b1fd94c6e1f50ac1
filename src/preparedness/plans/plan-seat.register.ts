import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { reference, unit } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { ROLE_CHOICES } from './plan-action.register.ts';

/** 指挥岗位 of a plan (总指挥, 执行总指挥, 新闻发言人 …): whoever holds the role in the unit on the day takes the seat. */
export const planSeat = defineRegister('plan_seat', {
  plural: 'planSeats',
  label: { zh: '预案指挥岗位', en: 'Seat of the command' },
  fields: {
    planId: reference({ label: { zh: '预案', en: 'Plan' }, to: 'plan', required: true }),
    position: whole({ label: { zh: '顺序', en: 'Position' }, required: true }),
    name: text({ label: { zh: '指挥岗位', en: 'Seat' }, required: true, max: 60 }),
    unitId: unit({ label: { zh: '单位', en: 'Unit' }, required: true }),
    role: choice({ label: { zh: '岗位', en: 'Role' }, options: ROLE_CHOICES, required: true }),
  },
  title: 'name',
  list: ['name', 'unitId', 'role'],
  constraints: ['unique (plan_id, name)'],
});
