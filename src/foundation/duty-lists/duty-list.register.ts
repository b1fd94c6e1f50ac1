import { defineRegister } from '../registers/define.ts';
import { day } from '../registers/types/day.type.ts';
import { reference } from '../registers/types/reference.type.ts';
import { text } from '../registers/types/text.type.ts';

/** 三定职责: one duty of a unit as its 三定 document words it, from which day to which. A changed duty is a new entry. */
export const dutyList = defineRegister('duty_list', {
  plural: 'dutyLists',
  label: { zh: '三定职责', en: 'Duty of a unit' },
  fields: {
    unitId: reference({ label: { zh: '单位', en: 'Unit' }, to: 'unit', required: true }),
    duty: text({ label: { zh: '职责', en: 'Duty' }, required: true, max: 1000 }),
    source: text({ label: { zh: '依据文件', en: 'Source' }, required: true, max: 200 }),
    validFrom: day({ label: { zh: '自', en: 'From' }, required: true }),
    validTo: day({ label: { zh: '至（含当日）', en: 'Until (inclusive)' } }),
    previousId: reference({ label: { zh: '原条目', en: 'Replaces' }, to: 'duty_list' }),
  },
  title: 'duty',
  list: ['unitId', 'duty', 'source', 'validFrom', 'validTo'],
  constraints: ['check (valid_to is null or valid_to >= valid_from)', 'unique (previous_id)'],
  isPublicInside: true,
});
