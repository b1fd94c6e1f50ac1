import { defineRegister } from '../../foundation/registers/define.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { list, reference, unit } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

/** 工作组 of a plan: who leads it, which units belong to it and what it is there for. */
export const planGroup = defineRegister('plan_group', {
  plural: 'planGroups',
  label: { zh: '预案工作组', en: 'Working group of a plan' },
  fields: {
    planId: reference({ label: { zh: '预案', en: 'Plan' }, to: 'plan', required: true }),
    position: whole({ label: { zh: '顺序', en: 'Position' }, required: true }),
    name: text({ label: { zh: '工作组', en: 'Working group' }, required: true, max: 60 }),
    duties: text({ label: { zh: '职责', en: 'Duties' }, max: 1000 }),
    leadUnitId: unit({ label: { zh: '牵头单位', en: 'Lead unit' }, required: true }),
    /** Ids of units. */
    memberUnitIds: list({ label: { zh: '成员单位', en: 'Member units' } }),
  },
  title: 'name',
  list: ['name', 'leadUnitId'],
  constraints: ['unique (plan_id, name)'],
});
