import { defineRegister } from '../registers/define.ts';
import { instant } from '../registers/types/instant.type.ts';
import { reference } from '../registers/types/reference.type.ts';

/**
 * 任职: who holds a post, from when until when — and, by the record's own times, since when we know it. «Who was
 * responsible on day D» is asked of valid time; what was believed then, of recorded time.
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
  },
  title: 'postId',
  list: ['personId', 'postId', 'validFrom', 'validTo'],
  constraints: ['check (valid_to is null or valid_to > valid_from)'],
  isPublicInside: true,
});
