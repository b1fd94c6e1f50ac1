import { defineRegister } from '../registers/define.ts';
import { instant } from '../registers/types/instant.type.ts';
import { boolean, whole } from '../registers/types/number.type.ts';
import { recordId } from '../registers/types/record-id.type.ts';
import { text } from '../registers/types/text.type.ts';
import { ruleValues } from './rule-use.type.ts';

/**
 * 规则版本: one set of figures of one kind of rule. A version that was approved never changes: other figures are the
 * next version. Everybody inside may read by what rules the house works.
 */
export const ruleSetVersion = defineRegister('rule_set_version', {
  plural: 'ruleSetVersions',
  label: { zh: '规则版本', en: 'Version of a rule' },
  fields: {
    kind: text({ label: { zh: '规则', en: 'Rule' }, required: true, max: 60 }),
    versionNumber: whole({ label: { zh: '版本', en: 'Version' }, required: true, min: 1 }),
    values: ruleValues({ label: { zh: '规则值', en: 'Values' } }),
    effectiveFrom: instant({ label: { zh: '拟生效时间', en: 'To take effect' }, required: true }),
    /** The later of the day asked for and the approval: a rule never judges what happened before it was approved. */
    inForceFrom: instant({ label: { zh: '生效时间', en: 'In force from' } }),
    citation: text({ label: { zh: '依据', en: 'Citation' }, required: true, max: 500 }),
    note: text({ label: { zh: '修改说明', en: 'Why' }, max: 1000 }),
    isAssumed: boolean({ label: { zh: '假定值', en: 'Assumed' } }),
    /** Version in force when it was written: what the proposer compared with. */
    basedOn: whole({ label: { zh: '修改自版本', en: 'Based on version' } }),
    proposedBy: recordId({ label: { zh: '提出人', en: 'Proposed by' } }),
    submittedAt: instant({ label: { zh: '提交时间', en: 'Submitted at' } }),
    decidedBy: recordId({ label: { zh: '审批人', en: 'Decided by' } }),
    decidedAt: instant({ label: { zh: '审批时间', en: 'Decided at' } }),
    decisionReason: text({ label: { zh: '审批意见', en: 'Reason of the decision' }, max: 500 }),
  },
  title: 'kind',
  list: ['kind', 'versionNumber', 'effectiveFrom', 'citation'],
  constraints: ['unique (kind, version_number)'],
  isPublicInside: true,
});
