import { defineSheet } from '../../exchange/define.ts';
import { ADMINISTRATOR_ROLES, ROLES } from '../../identity/define.ts';
import { choice } from '../../registers/types/choice.type.ts';
import { personalText, text } from '../../registers/types/text.type.ts';
import { maintainOrganisation } from '../organisation.permissions.ts';
import { person } from '../person.register.ts';
import { numbersOf, plainName } from './contact-numbers.rules.ts';
import { planContact } from './plan-contact.ts';

const ROLE_CHOICES = Object.entries(ROLES)
  .filter(([id]) => !(ADMINISTRATOR_ROLES as readonly string[]).includes(id))
  .map(([id, label]) => ({ id, label }));

const fields = {
  unit: text({ label: { zh: '单位', en: 'Unit' }, required: true, max: 120 }),
  department: text({ label: { zh: '内设部门', en: 'Department' }, max: 60 }),
  name: text({ label: { zh: '姓名', en: 'Name' }, required: true, max: 60 }),
  title: text({ label: { zh: '职务', en: 'Post' }, max: 60 }),
  officePhone: personalText({ label: person.fields.officePhone.label, max: 120, class: 'contact' }),
  mobile: personalText({ label: { zh: '手机', en: 'Mobile phone' }, max: 120, class: 'contact' }),
  email: personalText({ label: person.fields.email.label, max: 120, class: 'contact' }),
  note: personalText({ label: person.fields.note.label, max: 200, class: 'narrative' }),
  role: choice({ label: { zh: '角色', en: 'Role' }, options: ROLE_CHOICES }),
};

export type ContactFields = typeof fields;

/**
 * 通讯录: the sheet that units hand in, one line for a person. It registers people and their numbers, opens posts and appoints
 * to them. A new post has no rights unless the sheet names its role: a phone list must not make anybody an officer.
 */
export const contactSheet = defineSheet('contact_sheet', {
  label: { zh: '通讯录', en: 'Contact sheet' },
  fields,
  heads: {
    unit: ['单位/部门', '部门/单位', '单位部门', '单位名称', '工作单位', '所在单位', '所属单位', '机构'],
    department: ['部门', '部门名称', '所在部门', '科室', '处室', '内设机构'],
    name: ['联系人', '人员', '人员姓名'],
    title: ['岗位', '职位', '职务/岗位', '职务职级', '职务名称'],
    officePhone: ['办公室电话', '座机', '固定电话', '固话', '单位电话', '联系电话', '电话'],
    mobile: ['手机号', '手机号码', '移动电话', '联系方式', '联系手机', 'phone'],
    email: ['电子邮箱', '邮件'],
    note: ['说明'],
  },
  carried: ['unit', 'department'],
  keep: maintainOrganisation,
  about: 'person',
  path: '/people',
  knownBy: { zh: '单位和姓名', en: 'unit and name' },
  nameOf: ({ unit, department, name }) =>
    unit && name ? [unit, department ?? '', plainName(name)].join('\n') : undefined,
  marksOf: ({ mobile }) => ({ mobile: numbersOf(mobile ?? null).mobiles }),
  plan: planContact,
});
