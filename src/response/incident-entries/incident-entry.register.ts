import { defineRegister } from '../../foundation/registers/define.ts';
import { photos } from '../../foundation/registers/types/files.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { personalText } from '../../foundation/registers/types/text.type.ts';

/** 现场记录: what somebody notes of an incident that is no order, report or figure; its moment may lie before its typing. */
export const incidentEntry = defineRegister('incident_entry', {
  plural: 'incidentEntries',
  label: { zh: '现场记录', en: 'Note on an incident' },
  fields: {
    incidentId: reference({ label: { zh: '事件', en: 'Incident' }, to: 'incident', required: true }),
    text: personalText({ label: { zh: '内容', en: 'Words' }, class: 'narrative', max: 2000 }),
    photos: photos({ label: { zh: '照片', en: 'Photos' } }),
    happenedAt: instant({ label: { zh: '时间', en: 'When' }, required: true }),
  },
  processing: {
    subjects: { zh: '记录中提到的人', en: 'People that a note speaks of' },
    purpose: { zh: '记录处置过程', en: 'To record how an incident went' },
    basis: ['emergency', 'duty'],
    keeping: 'incident',
    serves: `select id, 'incident' as cause_register, incident_id as cause_id from incident_entry`,
  },
  title: 'happenedAt',
  list: ['incidentId', 'happenedAt'],
  numbered: { prefix: '记' },
});
