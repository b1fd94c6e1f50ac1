import { contactsOf } from '../../foundation/personal-data/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { choice, choices } from '../../foundation/registers/types/choice.type.ts';
import { creditCode } from '../../foundation/registers/types/credit-code.type.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { boolean, money, whole } from '../../foundation/registers/types/number.type.ts';
import { phone } from '../../foundation/registers/types/phone.type.ts';
import { place } from '../../foundation/registers/types/place.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { INDUSTRIES } from './industries.rules.ts';

/** A and B are the libraries of the district's plan; C and D complete the scale and are assumed. */
export const LIBRARIES = [
  { id: 'a', label: { zh: 'A 库', en: 'Library A' } },
  { id: 'b', label: { zh: 'B 库', en: 'Library B' } },
  { id: 'c', label: { zh: 'C 库（假定）', en: 'Library C (assumed)' } },
  { id: 'd', label: { zh: 'D 库（假定）', en: 'Library D (assumed)' } },
] as const;

/** 安全生产标准化: what was reached, the first being the highest. */
export const STANDARDIZATION_GRADES = [
  { id: 'first', label: { zh: '一级', en: 'Grade 1' } },
  { id: 'second', label: { zh: '二级', en: 'Grade 2' } },
  { id: 'third', label: { zh: '三级', en: 'Grade 3' } },
  { id: 'small', label: { zh: '小微企业达标', en: 'Small enterprise' } },
  { id: 'none', label: { zh: '未达标', en: 'Not reached' } },
] as const;

/** What an enterprise lacks of what the law or the plan asks of it; reckoned by the day of the question. */
export const SHORTCOMINGS = [
  { id: 'no_insurance', label: { zh: '未投保安责险', en: 'No liability insurance' } },
  { id: 'insurance_expired', label: { zh: '安责险过期', en: 'Insurance expired' } },
  { id: 'standardization_below', label: { zh: '标准化未达三级', en: 'Standardisation below grade 3' } },
  { id: 'standardization_expired', label: { zh: '标准化证书过期', en: 'Standardisation expired' } },
  { id: 'no_safety_director', label: { zh: '未设安全负责人', en: 'Nobody in charge of safety' } },
  { id: 'no_standard', label: { zh: '未编制一企一标准', en: 'No enterprise standard' } },
] as const;

/** 生产经营单位: whom inspections visit and hidden dangers belong to (京安条例 第27条、第52条). */
export const enterprise = defineRegister('enterprise', {
  plural: 'enterprises',
  label: { zh: '生产经营单位', en: 'Enterprise' },
  fields: {
    name: text({ label: { zh: '单位名称', en: 'Name' }, required: true, max: 120 }),
    creditCode: creditCode({ label: { zh: '统一社会信用代码', en: 'Credit code' } }),
    industry: choice({ label: { zh: '行业门类', en: 'Industry' }, options: INDUSTRIES, required: true }),
    isHighRisk: boolean({ label: { zh: '高危行业', en: 'High-risk sector' } }),
    isChemical: boolean({ label: { zh: '化工医药', en: 'Chemical or pharmaceutical' } }),
    library: choice({ label: { zh: '分级库', en: 'Library' }, options: LIBRARIES }),
    staffCount: whole({ label: { zh: '从业人数', en: 'Staff' }, unit: { zh: '人', en: 'people' }, max: 1_000_000 }),
    address: text({ label: { zh: '经营地址', en: 'Address' }, required: true, max: 200 }),
    place: place({ label: { zh: '位置', en: 'Position' } }),
    legalRepresentative: text({ label: { zh: '主要负责人', en: 'Person in charge' }, max: 40 }),
    phone: phone({ label: { zh: '联系电话', en: 'Phone' } }),
    safetyDirector: text({ label: { zh: '安全总监（负责人）', en: 'Safety director' }, max: 40 }),
    safetyDirectorPhone: phone({ label: { zh: '安全总监电话', en: 'Safety director’s phone' } }),
    certificateHolders: whole({
      label: { zh: '持证人数', en: 'Certificate holders' },
      unit: { zh: '人', en: 'people' },
    }),
    hasEnterpriseStandard: boolean({
      label: { zh: '已编制一企一标准、一岗一清单', en: 'Has its standard and post lists' },
    }),
    standardizationGrade: choice({
      label: { zh: '标准化等级', en: 'Standardisation' },
      options: STANDARDIZATION_GRADES,
    }),
    standardizationValidTo: day({ label: { zh: '标准化有效期至', en: 'Standardisation valid to' } }),
    insurer: text({ label: { zh: '安责险承保机构', en: 'Insurer' }, max: 100 }),
    policyNumber: text({ label: { zh: '保单号', en: 'Policy number' }, max: 60 }),
    insuredAmount: money({ label: { zh: '保险金额', en: 'Insured amount' } }),
    insuredTo: day({ label: { zh: '保险期至', en: 'Insured to' } }),
  },
  processing: contactsOf('enterprise'),
  title: 'name',
  list: ['name', 'industry', 'library', 'standardizationGrade', 'insuredTo', 'staffCount', 'address'],
  map: { shape: 'square', colourBy: 'library' },
});

export const enterprises = defineFaces(enterprise, {
  read: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    department_officer: 'all',
    street_chief: 'area',
    street_officer: 'area',
    community_worker: 'area',
    wall: 'all',
  },
  keep: { duty_officer: 'all', department_officer: 'all', street_chief: 'area', street_officer: 'area' },
  sections: [
    {
      title: { zh: '单位', en: 'Enterprise' },
      fields: ['name', 'creditCode', 'industry', 'isHighRisk', 'isChemical', 'library', 'staffCount'],
    },
    { title: { zh: '现状', en: 'Where it stands' }, fields: ['shortcomings'] },
    {
      title: { zh: '地址与联系', en: 'Address and people' },
      fields: ['address', 'place', 'legalRepresentative', 'phone', 'safetyDirector', 'safetyDirectorPhone'],
    },
    {
      title: { zh: '标准化与培训', en: 'Standardisation and training' },
      fields: ['hasEnterpriseStandard', 'standardizationGrade', 'standardizationValidTo', 'certificateHolders'],
    },
    {
      title: { zh: '安全生产责任保险', en: 'Liability insurance' },
      fields: ['insurer', 'policyNumber', 'insuredAmount', 'insuredTo'],
    },
  ],
  filters: ['industry', 'library', 'standardizationGrade', 'isHighRisk', 'isChemical', 'insuredTo'],
  search: ['name', 'creditCode', 'address', 'legalRepresentative'],
  keys: ['creditCode'],
  computed: { shortcomings: choices({ label: { zh: '缺项', en: 'Lacks' }, options: SHORTCOMINGS }) },
  check: ({ insuredTo, insurer }) =>
    insuredTo && !insurer
      ? { field: 'insurer', reason: { zh: '填了保险期，请写明承保机构', en: 'insured to a day, but by whom?' } }
      : undefined,
});
