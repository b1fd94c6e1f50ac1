import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { person, unit } from '../../foundation/registers/types/reference.type.ts';
import { DUTY_KEEPERS, DUTY_KINDS, DUTY_READERS } from './duty-post.register.ts';

export const DUTY_RANKS = [
  { id: 'chief', label: { zh: '主要负责人', en: 'Head of the unit' } },
  { id: 'deputy', label: { zh: '班子成员', en: 'Of the leadership' } },
  { id: 'staff', label: { zh: '工作人员', en: 'Staff' } },
] as const;

export type DutyRank = (typeof DUTY_RANKS)[number]['id'];

/** 值班人员: who takes turns in a post of a unit, since when, and when they are away. */
export const dutyMember = defineRegister('duty_member', {
  plural: 'dutyMembers',
  label: { zh: '值班人员', en: 'Member of the rota' },
  purpose: { zh: '排班', en: 'Planning of duty' },
  fields: {
    unitId: unit({ label: { zh: '单位', en: 'Unit' }, required: true }),
    dutyKind: choice({ label: { zh: '岗位', en: 'Post' }, options: DUTY_KINDS, required: true }),
    personId: person({ label: { zh: '姓名', en: 'Name' }, required: true }),
    rank: choice({ label: { zh: '职级', en: 'Rank' }, options: DUTY_RANKS, required: true }),
    turn: whole({ label: { zh: '轮值次序', en: 'Place in the rota' }, min: 1, max: 500 }),
    joinedOn: day({ label: { zh: '自', en: 'Since' }, required: true }),
    leftOn: day({ label: { zh: '至', en: 'Until' } }),
    awayFrom: day({ label: { zh: '休假自', en: 'Away from' } }),
    awayTo: day({ label: { zh: '休假至', en: 'Away until' } }),
  },
  title: 'personId',
  list: ['unitId', 'dutyKind', 'personId', 'rank', 'turn', 'joinedOn', 'awayFrom', 'awayTo'],
});

const EARLY = { zh: '不应早于起始日', en: 'must not lie before the first day' };
const NO_END = { zh: '休假须写明起止', en: 'leave has a first and a last day' };

export const dutyMembers = defineFaces(dutyMember, {
  read: DUTY_READERS,
  keep: DUTY_KEEPERS,
  sections: [
    {
      title: { zh: '轮值', en: 'Rota' },
      fields: ['unitId', 'dutyKind', 'personId', 'rank', 'turn', 'joinedOn', 'leftOn'],
    },
    { title: { zh: '休假', en: 'Leave' }, fields: ['awayFrom', 'awayTo'] },
  ],
  filters: ['unitId', 'dutyKind', 'rank'],
  together: [['unitId', 'dutyKind', 'personId']],
  check: ({ joinedOn, leftOn, awayFrom, awayTo }) => {
    if (leftOn && String(leftOn) < String(joinedOn)) return { field: 'leftOn', reason: EARLY };
    if (Boolean(awayFrom) !== Boolean(awayTo)) return { field: awayFrom ? 'awayTo' : 'awayFrom', reason: NO_END };
    return awayFrom && String(awayTo) < String(awayFrom) ? { field: 'awayTo', reason: EARLY } : undefined;
  },
});
