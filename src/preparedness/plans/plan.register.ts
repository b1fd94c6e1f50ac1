import { INCIDENT_KINDS } from '../../foundation/incident-kinds/define.ts';
import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { list, reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

export const PLAN_TYPES = [
  { id: 'overall', label: { zh: '总体预案', en: 'Overall plan' } },
  { id: 'special', label: { zh: '专项预案', en: 'Special plan' } },
  { id: 'department', label: { zh: '部门预案', en: 'Department plan' } },
  { id: 'street', label: { zh: '街道预案', en: 'Street plan' } },
] as const;

/** 预案: readable and executable in one object; its levels and actions are rows of their own registers. */
export const plan = defineRegister('plan', {
  plural: 'plans',
  label: { zh: '应急预案', en: 'Plan' },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, max: 200 }),
    /** The same key in every edition of one plan. */
    key: text({ label: { zh: '编号', en: 'Key' }, required: true, max: 60 }),
    edition: whole({ label: { zh: '版次', en: 'Edition' }, required: true, min: 1 }),
    type: choice({ label: { zh: '类型', en: 'Type' }, options: PLAN_TYPES, required: true }),
    incidentKind: choice({ label: { zh: '适用事件', en: 'For incidents' }, options: INCIDENT_KINDS, required: true }),
    /** What must be true before a response by this plan is ended; asked one by one (应对法 第86条). */
    endConditions: list({ label: { zh: '响应终止条件', en: 'Conditions for ending' }, max: 20 }),
    /** The text it was made from, as it was read from the paper. */
    textId: reference({ label: { zh: '来源文本', en: 'Source text' }, to: 'plan_text' }),
    /** 备案: when, with whom and under which number the issued text was filed; a late one says why. */
    filedAt: instant({ label: { zh: '备案时间', en: 'Filed at' } }),
    filedWith: text({ label: { zh: '备案单位', en: 'Filed with' }, max: 200 }),
    filingNumber: text({ label: { zh: '备案编号', en: 'Filing number' }, max: 100 }),
    filingReason: text({ label: { zh: '逾期理由', en: 'Reason for filing late' }, max: 500 }),
    issuedAt: instant({ label: { zh: '印发时间', en: 'Issued at' }, required: true }),
  },
  title: 'name',
  list: ['name', 'type', 'incidentKind', 'edition', 'issuedAt'],
  constraints: ['unique (key, edition)'],
});
