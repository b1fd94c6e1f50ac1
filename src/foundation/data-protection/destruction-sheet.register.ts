import { defineRegister } from '../registers/define.ts';
import { instant } from '../registers/types/instant.type.ts';
import { json } from '../registers/types/json.type.ts';
import { whole } from '../registers/types/number.type.ts';
import { recordId } from '../registers/types/record-id.type.ts';
import { reference } from '../registers/types/reference.type.ts';
import { text } from '../registers/types/text.type.ts';
import { ruleUse } from '../rule-sets/rule-use.type.ts';

/** The records of one register on a sheet. */
export interface SheetPart {
  readonly register: string;
  readonly ids: readonly string[];
}

/**
 * 销毁单: which records lose their personal texts, prepared by one person, decided by another; afterwards the proof: what,
 * how many keys, the digest over them, when, by whom. It holds ids and digests, nothing of the persons.
 */
export const destructionSheet = defineRegister('destruction_sheet', {
  plural: 'destructionSheets',
  label: { zh: '个人信息销毁单', en: 'Destruction sheet' },
  fields: {
    causeRegister: text({ label: { zh: '事由台账', en: 'Register of the cause' } }),
    causeId: recordId({ label: { zh: '所涉事项', en: 'Cause' } }),
    title: text({ label: { zh: '销毁范围', en: 'What' }, required: true, max: 300 }),
    reason: text({ label: { zh: '销毁事由', en: 'Reason' }, required: true, max: 500 }),
    parts: json<SheetPart[]>({ label: { zh: '记录', en: 'Records' } }),
    recordCount: whole({ label: { zh: '记录数', en: 'Records' }, required: true }),
    rule: ruleUse({ label: { zh: '保存期限规则', en: 'Rule of retention' } }),
    preparedBy: reference({ label: { zh: '编制人', en: 'Prepared by' }, to: 'person', required: true }),
    decidedBy: reference({ label: { zh: '批准人', en: 'Decided by' }, to: 'person' }),
    decidedAt: instant({ label: { zh: '批准时间', en: 'Decided at' } }),
    decision: text({ label: { zh: '审批意见', en: 'Decision' }, max: 500 }),
    keyCount: whole({ label: { zh: '销毁密钥数', en: 'Keys destroyed' } }),
    keysDigest: text({ label: { zh: '密钥校验值（SM3）', en: 'Digest of the keys (SM3)' } }),
  },
  title: 'title',
  list: ['title', 'recordCount', 'keyCount', 'decidedAt'],
  numbered: { prefix: '销' },
});
