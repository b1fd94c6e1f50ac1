import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { whole } from '../../foundation/registers/types/number.type.ts';
import { person, reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { DUTY_KINDS } from '../duty-posts/duty-post.register.ts';

/** 值班空缺: a post that stands or will soon stand empty, and who was told to fill it. */
export const dutyGap = defineRegister('duty_gap', {
  plural: 'dutyGaps',
  label: { zh: '值班空缺', en: 'Empty post' },
  purpose: { zh: '值班值守', en: 'Duty' },
  fields: {
    unitId: reference({ label: { zh: '单位', en: 'Unit' }, to: 'unit', required: true }),
    dutyKind: choice({ label: { zh: '岗位', en: 'Post' }, options: DUTY_KINDS, required: true }),
    startsAt: instant({ label: { zh: '自', en: 'From' }, required: true }),
    endsAt: instant({ label: { zh: '至', en: 'Until' }, required: true }),
    missing: whole({ label: { zh: '缺', en: 'Missing' }, required: true, min: 1 }),
    toldId: person({ label: { zh: '已告知', en: 'Told' } }),
    endedAt: instant({ label: { zh: '补齐时间', en: 'Ended at' } }),
    explanation: text({ label: { zh: '说明', en: 'Explanation' }, max: 300 }),
  },
  title: 'dutyKind',
  list: ['unitId', 'dutyKind', 'startsAt', 'endsAt', 'missing', 'toldId'],
  numbered: { prefix: '缺' },
});
