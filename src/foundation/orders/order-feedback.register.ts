import { defineRegister } from '../registers/define.ts';
import { instant } from '../registers/types/instant.type.ts';
import { place } from '../registers/types/place.type.ts';
import { list, reference } from '../registers/types/reference.type.ts';
import { personalText } from '../registers/types/text.type.ts';

/** 反馈: what an assignee reports while working, with photos; attaches at any state. */
export const orderFeedback = defineRegister('order_feedback', {
  plural: 'orderFeedback',
  label: { zh: '指令反馈', en: 'Order feedback' },
  fields: {
    assignmentId: reference({ label: { zh: '任务', en: 'Assignment' }, to: 'assignment', required: true }),
    text: personalText({ label: { zh: '反馈内容', en: 'Text' }, class: 'narrative', max: 2000 }),
    photos: list({ label: { zh: '照片', en: 'Photos' } }),
    files: list({ label: { zh: '书面材料、音视频', en: 'Papers and recordings' } }),
    givenAt: instant({ label: { zh: '反馈时间', en: 'Given at' }, required: true }),
    place: place({ label: { zh: '位置', en: 'Place' } }),
    givenById: reference({ label: { zh: '反馈人', en: 'Given by' }, to: 'person', required: true }),
  },
  processing: {
    subjects: { zh: '办理人员和反馈中提到的人', en: 'Those who carry out orders, and people they speak of' },
    purpose: { zh: '反馈现场情况', en: 'To report from the scene' },
    basis: ['emergency', 'duty'],
    keeping: 'incident',
    serves: `select f.id, o.matter_register as cause_register, o.matter_id as cause_id
      from order_feedback f join assignment a on a.id = f.assignment_id join "order" o on o.id = a.order_id
      where o.matter_id is not null`,
  },
  title: 'givenAt',
  list: ['assignmentId', 'givenAt', 'givenById'],
});
