import { defineRuleSet } from '../../foundation/rule-sets/define.ts';
import { group, whole } from '../../foundation/rule-sets/leaf.type.ts';

const MONTHS = { zh: '个月', en: 'months' };

/** How long a check and a training of an informant hold. */
export const INFORMANT_CHECKS = defineRuleSet('informant_checks', {
  label: { zh: '灾害信息员核查规则', en: 'Checks of informants' },
  about: {
    zh: '信息员多久核查一次、多久培训一次',
    en: 'How often informants are checked and trained',
  },
  citation: '突发事件应对法 第60条；应急〔2020〕19号 自然灾害情况统计调查制度',
  ownerRole: 'duty_leader',
  schema: group({
    checkMonths: whole({ label: { zh: '核查周期', en: 'Checked every' }, unit: MONTHS, min: 1, max: 60 }),
    trainingMonths: whole({ label: { zh: '培训周期', en: 'Trained every' }, unit: MONTHS, min: 1, max: 60 }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '每年核查、每年培训（暂定）',
    values: { checkMonths: 12, trainingMonths: 12 },
  },
});
