import { defineRegister } from '../../registers/define.ts';
import { instant } from '../../registers/types/instant.type.ts';
import { reference } from '../../registers/types/reference.type.ts';
import { text } from '../../registers/types/text.type.ts';

/**
 * 任职认定: what was known of an appointment, since when (the record's own time) and until when. An appointment says how it
 * stands now and stays the same record through ends and corrections, because rights, hats and deputies name it; what was
 * believed before stays here and is never overwritten.
 */
export const appointmentBelief = defineRegister('appointment_belief', {
  plural: 'appointmentBeliefs',
  label: { zh: '任职认定', en: 'What was known of an appointment' },
  fields: {
    appointmentId: reference({ label: { zh: '任职', en: 'Appointment' }, to: 'appointment', required: true }),
    validFrom: instant({ label: { zh: '任职时间', en: 'From' }, required: true }),
    validTo: instant({ label: { zh: '离任时间', en: 'Until' } }),
    /** When it stopped being believed: the appointment was ended or corrected. */
    retractedAt: instant({ label: { zh: '停止认定时间', en: 'Believed until' } }),
    /** Why it replaces the one before. */
    reason: text({ label: { zh: '变更原因', en: 'Reason' }, max: 300 }),
  },
  title: 'appointmentId',
  list: ['appointmentId', 'validFrom', 'validTo'],
  constraints: ['check (valid_to is null or valid_to > valid_from)'],
  isPublicInside: true,
});
