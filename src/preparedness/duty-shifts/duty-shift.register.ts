import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { boolean, whole } from '../../foundation/registers/types/number.type.ts';
import { person, reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { DUTY_KINDS } from '../duty-posts/duty-post.register.ts';

/** 班次: one seat of a unit's duty from one hand-over to the next, and who sits on it. */
export const dutyShift = defineRegister('duty_shift', {
  plural: 'dutyShifts',
  label: { zh: '班次', en: 'Shift' },
  purpose: { zh: '值班值守', en: 'Duty' },
  fields: {
    unitId: reference({ label: { zh: '单位', en: 'Unit' }, to: 'unit', required: true }),
    /** The roster it belongs to, by the month in which it begins in Beijing: `2026-12`. */
    month: text({ label: { zh: '月份', en: 'Month' }, required: true, max: 7 }),
    dutyKind: choice({ label: { zh: '岗位', en: 'Post' }, options: DUTY_KINDS, required: true }),
    seat: whole({ label: { zh: '席位', en: 'Seat' }, required: true, min: 1, max: 40 }),
    startsAt: instant({ label: { zh: '接班', en: 'From' }, required: true }),
    endsAt: instant({ label: { zh: '交班', en: 'Until' }, required: true }),
    personId: person({ label: { zh: '值班人员', en: 'On duty' } }),
    substituteId: person({ label: { zh: '备班人员', en: 'Substitute' } }),
    /** Agreed between colleagues or set by hand: planning the month again leaves it as it is. */
    isFixed: boolean({ label: { zh: '已调整', en: 'Changed by hand' } }),
    /** Who had it before an approved change. */
    formerPersonId: person({ label: { zh: '原值班人员', en: 'Formerly' } }),
    note: text({ label: { zh: '备注', en: 'Note' }, max: 200 }),
  },
  title: 'dutyKind',
  list: ['unitId', 'dutyKind', 'startsAt', 'endsAt', 'personId', 'substituteId'],
  constraints: ['check (ends_at > starts_at)', 'check (substitute_id is null or substitute_id <> person_id)'],
});
