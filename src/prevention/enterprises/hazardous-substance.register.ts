import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { casNumber } from '../../foundation/registers/types/cas-number.type.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { code } from '../../foundation/registers/types/code.type.ts';
import { decimal } from '../../foundation/registers/types/number.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

/** How it is kept: what those who come to a fire ask first. */
const KEPT_AS = [
  { id: 'tank', label: { zh: '储罐', en: 'Tank' } },
  { id: 'cylinder', label: { zh: '气瓶', en: 'Cylinders' } },
  { id: 'drum', label: { zh: '桶装', en: 'Drums' } },
  { id: 'bag', label: { zh: '袋装', en: 'Bags' } },
  { id: 'plant', label: { zh: '在生产装置中', en: 'In the plant' } },
  { id: 'pipe', label: { zh: '管道', en: 'Pipes' } },
] as const;

/** 危险化学品: what an enterprise makes, keeps or uses, and how much of it at most (危险化学品安全管理条例 第23条、第67条). */
export const hazardousSubstance = defineRegister('hazardous_substance', {
  plural: 'hazardousSubstances',
  label: { zh: '危险化学品', en: 'Hazardous substance' },
  fields: {
    enterpriseId: reference({ label: { zh: '单位', en: 'Enterprise' }, to: 'enterprise', required: true }),
    name: text({ label: { zh: '品名', en: 'Name' }, required: true, max: 120 }),
    casNumber: casNumber({ label: { zh: 'CAS 登记号', en: 'CAS number' } }),
    unNumber: code({ label: { zh: 'UN 编号', en: 'UN number' }, pattern: /^\d{4}$/, example: '1005' }),
    keptAs: choice({ label: { zh: '储存方式', en: 'Kept as' }, options: KEPT_AS, required: true }),
    mostTonnes: decimal({
      label: { zh: '设计最大量', en: 'Most by design' },
      unit: { zh: '吨', en: 't' },
      required: true,
      max: 1_000_000,
    }),
    keptAt: text({ label: { zh: '存放部位', en: 'Where' }, max: 200 }),
    firstAid: text({ label: { zh: '处置要点', en: 'First measures' }, max: 500 }),
  },
  title: 'name',
  list: ['name', 'casNumber', 'unNumber', 'enterpriseId', 'keptAs', 'mostTonnes', 'keptAt'],
});

export const hazardousSubstances = defineFaces(hazardousSubstance, {
  read: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    department_officer: 'all',
    street_chief: 'area',
    street_officer: 'area',
    community_worker: 'area',
  },
  keep: { duty_officer: 'all', department_officer: 'all', street_chief: 'area', street_officer: 'area' },
  sections: [
    { title: { zh: '化学品', en: 'Substance' }, fields: ['enterpriseId', 'name', 'casNumber', 'unNumber'] },
    { title: { zh: '储存', en: 'Storage' }, fields: ['keptAs', 'mostTonnes', 'keptAt', 'firstAid'] },
  ],
  filters: ['enterpriseId', 'keptAs', 'mostTonnes'],
  search: ['name', 'casNumber', 'unNumber', 'keptAt'],
  together: [['enterpriseId', 'name']],
});
