import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { code } from '../../foundation/registers/types/code.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { unit } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

/** Kinds of post in a duty room: 24 h with two people, a leader in charge. */
export const DUTY_KINDS = [
  { id: 'leader', label: { zh: '带班领导', en: 'Duty leader' } },
  { id: 'chief', label: { zh: '值班长', en: 'Chief of the shift' } },
  { id: 'officer', label: { zh: '值班员', en: 'Duty officer' } },
  { id: 'driver', label: { zh: '司机', en: 'Driver' } },
  { id: 'expert_standby', label: { zh: '备勤专家', en: 'Expert on call' } },
] as const;

export type DutyKind = (typeof DUTY_KINDS)[number]['id'];

export const SHIFT_LENGTHS = [
  { id: 'h24', label: { zh: '24 小时一班', en: 'One shift of 24 h' } },
  { id: 'h12', label: { zh: '12 小时两班', en: 'Two shifts of 12 h' } },
  { id: 'h8', label: { zh: '8 小时三班', en: 'Three shifts of 8 h' } },
] as const;

export type ShiftLength = (typeof SHIFT_LENGTHS)[number]['id'];

/** Everybody who works sees who is on duty anywhere; a unit keeps its own and those below it. */
export const DUTY_READERS = {
  duty_leader: 'all',
  duty_officer: 'all',
  commander: 'all',
  department_officer: 'all',
  street_chief: 'all',
  street_officer: 'all',
  community_worker: 'all',
  grid_worker: 'all',
  team_leader: 'all',
  team_member: 'all',
  utility_contact: 'all',
  wall: 'all',
} as const;

export const DUTY_KEEPERS = {
  duty_leader: 'all',
  duty_officer: 'all',
  department_officer: 'unit',
  street_chief: 'unit',
  street_officer: 'unit',
  community_worker: 'unit',
  team_leader: 'unit',
  utility_contact: 'unit',
} as const;

/** 值班岗位: what a unit must have on duty at every minute: how many, in shifts of what length, from what time of the day. */
export const dutyPost = defineRegister('duty_post', {
  plural: 'dutyPosts',
  label: { zh: '值班岗位', en: 'Duty post' },
  purpose: { zh: '排班', en: 'Planning of duty' },
  fields: {
    unitId: unit({ label: { zh: '单位', en: 'Unit' }, required: true }),
    dutyKind: choice({ label: { zh: '岗位', en: 'Post' }, options: DUTY_KINDS, required: true }),
    seats: whole({
      label: { zh: '每班人数', en: 'Persons per shift' },
      unit: { zh: '人', en: 'persons' },
      required: true,
      min: 1,
      max: 20,
    }),
    shiftLength: choice({ label: { zh: '班制', en: 'Shifts' }, options: SHIFT_LENGTHS, required: true }),
    startsAt: code({
      label: { zh: '接班时刻', en: 'Time of hand-over' },
      required: true,
      pattern: /^([01]\d|2[0-3]):[0-5]\d$/,
      example: '08:30',
    }),
    /** The room's own number, of an office and not of a person. */
    dutyPhone: text({ label: { zh: '值班电话', en: 'Duty phone' }, max: 40 }),
  },
  title: 'dutyKind',
  list: ['unitId', 'dutyKind', 'seats', 'shiftLength', 'startsAt', 'dutyPhone'],
});

export const dutyPosts = defineFaces(dutyPost, {
  read: DUTY_READERS,
  keep: DUTY_KEEPERS,
  sections: [
    {
      title: { zh: '岗位', en: 'Post' },
      fields: ['unitId', 'dutyKind', 'seats', 'shiftLength', 'startsAt', 'dutyPhone'],
    },
  ],
  filters: ['unitId', 'dutyKind'],
  together: [['unitId', 'dutyKind']],
});
