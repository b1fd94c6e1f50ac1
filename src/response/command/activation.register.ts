import { RESPONSE_LEVELS } from '../../foundation/incident-kinds/define.ts';
import { defineRegister } from '../../foundation/registers/define.ts';

import { choice } from '../../foundation/registers/types/choice.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { boolean, whole } from '../../foundation/registers/types/number.type.ts';
import { list, reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { ruleUse } from '../../foundation/rule-sets/rule-use.type.ts';

/** 应急响应: one activation of a plan for an incident, with the four things 应对法 第72条 asks it to state. */
export const activation = defineRegister('activation', {
  plural: 'activations',
  label: { zh: '应急响应', en: 'Activation' },
  fields: {
    incidentId: reference({ label: { zh: '事件', en: 'Incident' }, to: 'incident', required: true }),
    planId: reference({ label: { zh: '预案', en: 'Plan' }, to: 'plan', required: true }),
    matter: text({ label: { zh: '响应事项', en: 'Matter' }, required: true, max: 200 }),
    level: choice({ label: { zh: '响应级别', en: 'Level' }, options: RESPONSE_LEVELS, required: true }),
    /** Suggestion and decision are both kept: what the rule of that day said, and in `level` what a person chose. */
    suggestedLevel: choice({ label: { zh: '建议级别', en: 'Suggested level' }, options: RESPONSE_LEVELS }),
    levelRule: ruleUse({ label: { zh: '级别建议规则', en: 'Rule of the suggestion' } }),
    expectedHours: whole({
      label: { zh: '预计期限（小时）', en: 'Expected hours' },
      required: true,
      min: 1,
      max: 8760,
    }),
    measures: text({ label: { zh: '应急处置措施', en: 'Measures' }, required: true, max: 4000 }),
    /** 上级指挥: whose level is followed, since when and by which paper; who took the command is told by `superiorCommands`. */
    superiorName: text({ label: { zh: '上级机构', en: 'Superior' }, max: 100 }),
    superiorLevel: choice({ label: { zh: '上级响应级别', en: "Superior's level" }, options: RESPONSE_LEVELS }),
    superiorReference: text({ label: { zh: '上级文号或通知', en: "Superior's paper" }, max: 200 }),
    superiorAt: instant({ label: { zh: '上级决定时间', en: "Time of the superior's decision" } }),
    superiorCommands: boolean({ label: { zh: '上级接管指挥', en: 'Superior commands' } }),
    endConditionsMet: list({ label: { zh: '已具备的终止条件', en: 'Conditions that are met' }, max: 20 }),
    endConditionsOpen: list({ label: { zh: '未具备的终止条件', en: 'Conditions that are not met' }, max: 20 }),
    startedAt: instant({ label: { zh: '启动时间（T0）', en: 'T0' }, required: true }),
    endedAt: instant({ label: { zh: '终止时间', en: 'Ended at' } }),
    endReason: text({ label: { zh: '终止理由', en: 'Reason for ending' }, max: 500 }),
  },
  title: 'matter',
  list: ['matter', 'level', 'startedAt', 'endedAt'],
  numbered: { prefix: '响' },
});
