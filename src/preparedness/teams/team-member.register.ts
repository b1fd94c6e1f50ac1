import { endsWhenWithdrawn } from '../../foundation/personal-data/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { identityNumber } from '../../foundation/registers/types/identity-number.type.ts';
import { phone } from '../../foundation/registers/types/phone.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { KEEPERS, READERS } from './team-rights.rules.ts';

export const MEMBER_ROLES = [
  { id: 'captain', label: { zh: '队长', en: 'Captain' } },
  { id: 'deputy', label: { zh: '副队长', en: 'Deputy' } },
  { id: 'medic', label: { zh: '救护员', en: 'Medic' } },
  { id: 'driver', label: { zh: '驾驶员', en: 'Driver' } },
  { id: 'operator', label: { zh: '装备操作手', en: 'Operator' } },
  { id: 'member', label: { zh: '队员', en: 'Member' } },
] as const;

/** 队员: people of a team, whether or not they have an account here. */
export const teamMember = defineRegister('team_member', {
  plural: 'teamMembers',
  label: { zh: '队员', en: 'Team member' },
  fields: {
    teamId: reference({ label: { zh: '所在队伍', en: 'Team' }, to: 'team', required: true }),
    name: text({ label: { zh: '姓名', en: 'Name' }, required: true, max: 40 }),
    memberRole: choice({ label: { zh: '分工', en: 'Part' }, options: MEMBER_ROLES, required: true }),
    phone: phone({ label: { zh: '手机', en: 'Phone' } }),
    identityNumber: identityNumber({ label: { zh: '身份证号', en: 'Identity number' } }),
    certificate: text({ label: { zh: '职业资格', en: 'Certificate' }, max: 200 }),
    certificateValidTo: day({ label: { zh: '资格有效期至', en: 'Certificate valid to' } }),
    joinedOn: day({ label: { zh: '入队日期', en: 'Joined on' } }),
  },
  processing: {
    subjects: { zh: '应急队伍队员', en: 'Members of teams' },
    purpose: { zh: '集结出动、清点人员、办理保险', en: 'To call them out, to account for them, to insure them' },
    basis: ['employment', 'duty'],
    keeping: 'service',
    ended: endsWhenWithdrawn('team_member'),
  },
  title: 'name',
  list: ['name', 'memberRole', 'teamId', 'phone', 'certificate', 'certificateValidTo'],
});

export const teamMembers = defineFaces(teamMember, {
  read: READERS,
  keep: KEEPERS,
  sections: [
    {
      title: { zh: '队员', en: 'Team member' },
      fields: ['teamId', 'name', 'memberRole', 'phone', 'identityNumber', 'joinedOn'],
    },
    { title: { zh: '资格', en: 'Certificate' }, fields: ['certificate', 'certificateValidTo'] },
  ],
  filters: ['teamId', 'memberRole', 'certificateValidTo'],
  search: ['name', 'certificate'],
});
