import { defineRegister } from '../../registers/define.ts';
import { instant } from '../../registers/types/instant.type.ts';
import { recordId } from '../../registers/types/record-id.type.ts';
import { reference } from '../../registers/types/reference.type.ts';
import { text } from '../../registers/types/text.type.ts';

/**
 * 证据保全: nothing of it is destroyed while it stands, whatever retention says. It binds one file, or a record with all
 * files that belong to it, later ones too.
 */
export const fileHold = defineRegister('file_hold', {
  plural: 'fileHolds',
  label: { zh: '证据保全', en: 'Legal hold' },
  fields: {
    subjectRegister: text({ label: { zh: '保全对象台账', en: 'Register' }, required: true }),
    subjectId: recordId({ label: { zh: '保全对象', en: 'Record' }, required: true }),
    reason: text({ label: { zh: '保全事由', en: 'Reason' }, required: true, max: 500 }),
    caseNumber: text({ label: { zh: '案号或文号', en: 'Number of the case' }, max: 100 }),
    liftedAt: instant({ label: { zh: '解除时间', en: 'Lifted at' } }),
    liftedBy: reference({ label: { zh: '解除人', en: 'Lifted by' }, to: 'person' }),
    liftReason: text({ label: { zh: '解除事由', en: 'Why it was lifted' }, max: 500 }),
  },
  title: 'reason',
  list: ['reason', 'caseNumber', 'liftedAt'],
});
