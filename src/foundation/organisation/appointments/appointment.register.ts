import { defineRegister } from '../../registers/define.ts';
import { instant } from '../../registers/types/instant.type.ts';
import { reference } from '../../registers/types/reference.type.ts';
import { text } from '../../registers/types/text.type.ts';

/**
 * 任职: who holds a post, from when until when, as it is known now. What was known before is kept as `appointment_belief`:
 * «who held this post on day D» is asked of valid time, «as known on day E» of recorded time.
 */
export const appointment = defineRegister('appointment', {
  plural: 'appointments',
  label: { zh: '任职', en: 'Appointment' },
  fields: {
    personId: reference({ label: { zh: '人员', en: 'Person' }, to: 'person', required: true }),
    postId: reference({ label: { zh: '岗位', en: 'Post' }, to: 'post', required: true }),
    validFrom: instant({ label: { zh: '任职时间', en: 'From' }, required: true }),
    validTo: instant({ label: { zh: '离任时间', en: 'Until' } }),
    /** 代理: the appointment this one stands in for; a deputy is told when its holder does not answer. */
    deputisesFor: reference({ label: { zh: '代理', en: 'Deputy of' }, to: 'appointment' }),
    /**
     * 代理主持: why the deputy acts now, in the holder's place and with the holder's duties (leave, illness, a vacancy). An
     * acting deputy is asked at once like a holder; one who is only named is asked when the holder is silent.
     */
    actingReason: text({ label: { zh: '代理主持原因', en: 'Acts because' }, max: 200 }),
  },
  title: 'postId',
  list: ['personId', 'postId', 'validFrom', 'validTo'],
  constraints: [
    'check (valid_to is null or valid_to > valid_from)',
    'check (acting_reason is null or (deputises_for is not null and valid_to is not null))',
  ],
  isPublicInside: true,
});
