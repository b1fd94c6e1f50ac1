import { defineRegister } from '../registers/define.ts';
import { day } from '../registers/types/day.type.ts';
import { recordId } from '../registers/types/record-id.type.ts';
import { reference } from '../registers/types/reference.type.ts';
import { text } from '../registers/types/text.type.ts';

/** 留存评估: why the personal data of a matter stay after their time, until which day, and who answers for it (应对法 第85条). */
export const retentionAssessment = defineRegister('retention_assessment', {
  plural: 'retentionAssessments',
  label: { zh: '留存评估', en: 'Retention assessment' },
  fields: {
    causeRegister: text({ label: { zh: '事由台账', en: 'Register of the cause' }, required: true }),
    causeId: recordId({ label: { zh: '所涉事项', en: 'Cause' }, required: true }),
    assessment: text({ label: { zh: '评估意见', en: 'Assessment' }, required: true, max: 4000 }),
    keepUntil: day({ label: { zh: '留存至', en: 'Keep until' }, required: true }),
    assessedBy: reference({ label: { zh: '评估人', en: 'Assessed by' }, to: 'person', required: true }),
  },
  title: 'assessment',
  list: ['assessment', 'keepUntil'],
});
