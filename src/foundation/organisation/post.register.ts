import { ROLES } from '../identity/define.ts';
import { type Choice, defineRegister } from '../registers/define.ts';
import { choice } from '../registers/types/choice.type.ts';
import { reference } from '../registers/types/reference.type.ts';
import { text } from '../registers/types/text.type.ts';

const ROLE_CHOICES: readonly Choice[] = Object.entries(ROLES).map(([id, label]) => ({ id, label }));

/** 岗位: what a unit needs somebody for; its role says what its holders may do. */
export const post = defineRegister('post', {
  plural: 'posts',
  label: { zh: '岗位', en: 'Post' },
  fields: {
    unitId: reference({ label: { zh: '单位', en: 'Unit' }, to: 'unit', required: true }),
    name: text({ label: { zh: '岗位名称', en: 'Name' }, required: true, max: 60 }),
    role: choice({ label: { zh: '角色', en: 'Role' }, options: ROLE_CHOICES, required: true }),
  },
  title: 'name',
  list: ['name', 'role'],
  constraints: ['unique (unit_id, name)'],
  isPublicInside: true,
});
