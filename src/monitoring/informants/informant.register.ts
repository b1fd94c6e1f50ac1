import { endsWhenWithdrawn } from '../../foundation/personal-data/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice, choices } from '../../foundation/registers/types/choice.type.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { phone } from '../../foundation/registers/types/phone.type.ts';
import { unit } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

export const INFORMANT_POSTS = [
  { id: 'a', label: { zh: 'A岗', en: 'A' } },
  { id: 'b', label: { zh: 'B岗', en: 'B' } },
] as const;

/** What keeps an informant from being relied on. */
export const INFORMANT_GAPS = [
  { id: 'check', label: { zh: '年度核查到期', en: 'Yearly check due' } },
  { id: 'training', label: { zh: '培训到期', en: 'Training due' } },
] as const;

/** 灾害信息员: one A and one B for every community, who tell what happened there before anybody else can. */
export const informant = defineRegister('informant', {
  plural: 'informants',
  label: { zh: '灾害信息员', en: 'Informant' },
  fields: {
    unitId: unit({ label: { zh: '社区（街道）', en: 'Community' }, required: true }),
    post: choice({ label: { zh: '岗位', en: 'Post' }, options: INFORMANT_POSTS, required: true }),
    name: text({ label: { zh: '姓名', en: 'Name' }, required: true, max: 40 }),
    phone: phone({ label: { zh: '手机', en: 'Phone' }, required: true }),
    appointedOn: day({ label: { zh: '任职日期', en: 'Appointed on' } }),
    checkedOn: day({ label: { zh: '年度核查', en: 'Checked on' } }),
    trainedOn: day({ label: { zh: '最近培训', en: 'Trained on' } }),
    certificate: text({ label: { zh: '职业资格', en: 'Certificate' }, max: 100 }),
  },
  processing: {
    subjects: { zh: '灾害信息员', en: 'Informants' },
    purpose: { zh: '核实和报告灾情', en: 'To verify and report disasters' },
    basis: ['duty', 'emergency'],
    keeping: 'service',
    ended: endsWhenWithdrawn('informant'),
  },
  title: 'name',
  list: ['unitId', 'post', 'name', 'phone', 'checkedOn', 'trainedOn'],
});

export const informants = defineFaces(informant, {
  read: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    department_officer: 'all',
    street_chief: 'area',
    street_officer: 'area',
    community_worker: 'area',
  },
  keep: { duty_officer: 'all', street_officer: 'area' },
  sections: [
    { title: { zh: '信息员', en: 'Informant' }, fields: ['unitId', 'post', 'name', 'phone', 'appointedOn'] },
    {
      title: { zh: '核查与培训', en: 'Check and training' },
      fields: ['gaps', 'checkedOn', 'trainedOn', 'certificate'],
    },
  ],
  filters: ['post', 'unitId', 'checkedOn', 'trainedOn'],
  search: ['name'],
  together: [['unitId', 'post']],
  computed: { gaps: choices({ label: { zh: '差距', en: 'Gaps' }, options: INFORMANT_GAPS }) },
});
