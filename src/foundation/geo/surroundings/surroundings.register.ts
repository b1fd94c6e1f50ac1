import { defineRegister } from '../../registers/define.ts';
import { json } from '../../registers/types/json.type.ts';
import { recordId } from '../../registers/types/record-id.type.ts';
import { text } from '../../registers/types/text.type.ts';
import type { Surroundings } from './around.ts';
import type { Asked } from './asked.rules.ts';

/**
 * 周边分析, kept on a record: what lay around at that moment, as whoever kept it saw it. It is never changed: what lies around now
 * is asked anew. No column is a geometry, so that analyses are no layer of the map that they are made of.
 */
export const surroundings = defineRegister('surroundings', {
  plural: 'surroundings',
  label: { zh: '周边分析', en: 'Surroundings' },
  purpose: { zh: '研判影响范围、就近调度', en: 'To judge what is affected and send what is near' },
  fields: {
    title: text({ label: { zh: '标题', en: 'Title' }, required: true, max: 200 }),
    subjectRegister: text({ label: { zh: '事项台账', en: 'Register of the subject' }, required: true }),
    subjectId: recordId({ label: { zh: '事项', en: 'Subject' }, registerIn: 'subjectRegister', required: true }),
    note: text({ label: { zh: '研判意见', en: 'What follows from it' }, max: 1000 }),
    asked: json<Asked>({ label: { zh: '分析条件', en: 'What was asked' } }),
    result: json<Surroundings>({ label: { zh: '分析结果', en: 'What was found' } }),
  },
  title: 'title',
  list: ['title', 'note'],
  numbered: { prefix: '周' },
  constraints: ['create index on "surroundings" (subject_register, subject_id)'],
});
