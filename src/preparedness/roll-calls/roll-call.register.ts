import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { ruleUse } from '../../foundation/rule-sets/rule-use.type.ts';

export const ROLL_CALL_MODES = [
  { id: 'app', label: { zh: '应用', en: 'App' } },
  { id: 'voice', label: { zh: '电话', en: 'Telephone' } },
  { id: 'radio', label: { zh: '800 兆', en: 'Radio' } },
  { id: 'video', label: { zh: '视频', en: 'Video' } },
] as const;

export const ROLL_CALL_KINDS = [
  { id: 'scheduled', label: { zh: '例行', en: 'Scheduled' } },
  { id: 'random', label: { zh: '抽查', en: 'Random' } },
  { id: 'drill', label: { zh: '演练', en: 'Drill' } },
] as const;

/** Who of a unit answers for it. */
export const ROLL_CALL_SUBJECTS = [
  { id: 'duty', label: { zh: '当班人员', en: 'On duty' } },
  { id: 'leader', label: { zh: '带班领导', en: 'Duty leader' } },
  { id: 'grid_worker', label: { zh: '网格员', en: 'Grid workers' } },
] as const;

/** 点名: whether those who should be at their posts are there, asked of many at once. */
export const rollCall = defineRegister('roll_call', {
  plural: 'rollCalls',
  label: { zh: '点名', en: 'Roll call' },
  purpose: { zh: '值班值守检查', en: 'To see that duty is kept' },
  fields: {
    title: text({ label: { zh: '名称', en: 'Title' }, required: true, max: 80 }),
    callKind: choice({ label: { zh: '类别', en: 'Kind' }, options: ROLL_CALL_KINDS, required: true }),
    callMode: choice({ label: { zh: '方式', en: 'By' }, options: ROLL_CALL_MODES, required: true }),
    subject: choice({ label: { zh: '点谁', en: 'Who' }, options: ROLL_CALL_SUBJECTS, required: true }),
    calledAt: instant({ label: { zh: '开始', en: 'Called at' }, required: true }),
    /** Until then an answer is in time: the window of one try times the tries. */
    closesAt: instant({ label: { zh: '截止', en: 'In time until' }, required: true }),
    tries: whole({ label: { zh: '次数', en: 'Tries' }, required: true, min: 1 }),
    closedAt: instant({ label: { zh: '结束', en: 'Closed at' } }),
    planId: reference({ label: { zh: '点名计划', en: 'Plan' }, to: 'roll_call_plan' }),
    ruleUsed: ruleUse({ label: { zh: '点名规则', en: 'Rules of roll calls' } }),
  },
  title: 'title',
  list: ['title', 'callKind', 'callMode', 'calledAt', 'closedAt'],
  numbered: { prefix: '点' },
});
