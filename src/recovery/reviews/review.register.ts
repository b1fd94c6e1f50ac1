import { defineRegister } from '../../foundation/registers/define.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { person, reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { ruleUse } from '../../foundation/rule-sets/rule-use.type.ts';

const paragraph = (zh: string, en: string) => text({ label: { zh, en }, max: 8000 });

/** 复盘评估 of one incident: what people conclude; the figures under it are drawn from the timeline and never typed. */
export const review = defineRegister('review', {
  plural: 'reviews',
  label: { zh: '复盘评估', en: 'Review' },
  fields: {
    incidentId: reference({ label: { zh: '事件', en: 'Incident' }, to: 'incident', required: true }),
    title: text({ label: { zh: '标题', en: 'Title' }, required: true, max: 200 }),
    dueAt: instant({ label: { zh: '完成时限', en: 'Due' }, required: true }),
    dueRule: ruleUse({ label: { zh: '时限规则', en: 'Rule of the limit' } }),
    reviewerId: person({ label: { zh: '评估负责人', en: 'Reviewer' } }),
    causes: paragraph('原因', 'Causes'),
    assessment: paragraph('处置评价', 'Assessment'),
    lessons: paragraph('经验教训', 'Lessons'),
    score: whole({ label: { zh: '评分', en: 'Score' }, max: 100 }),
    finishedAt: instant({ label: { zh: '完成时间', en: 'Finished at' } }),
  },
  title: 'title',
  list: ['title', 'dueAt', 'score', 'finishedAt'],
  numbered: { prefix: '评' },
  constraints: ['unique (incident_id)', 'check (score between 0 and 100)'],
});
