import { defineRegister } from '../../foundation/registers/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { instant } from '../../foundation/registers/types/instant.type.ts';
import { person, reference } from '../../foundation/registers/types/reference.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';

/** To whom command goes; `district` is the way back. */
export const HANDOVER_TARGETS = [
  { id: 'city', label: { zh: '移交市级', en: 'To the city' } },
  { id: 'headquarters', label: { zh: '移交其他指挥部', en: 'To another headquarters' } },
  { id: 'on_scene', label: { zh: '移交现场指挥', en: 'To the on-scene commander' } },
  { id: 'district', label: { zh: '移回区级', en: 'Back to the district' } },
] as const;

export type HandoverTarget = (typeof HANDOVER_TARGETS)[number]['id'];

/** 指挥权移交: who gave command of an incident to whom, when, and what went with it. Never edited: a wrong one is handed back. */
export const commandHandover = defineRegister('command_handover', {
  plural: 'commandHandovers',
  label: { zh: '指挥权移交', en: 'Hand-over of command' },
  fields: {
    incidentId: reference({ label: { zh: '事件', en: 'Incident' }, to: 'incident', required: true }),
    target: choice({ label: { zh: '移交去向', en: 'To whom' }, options: HANDOVER_TARGETS, required: true }),
    fromBody: text({ label: { zh: '移交机构', en: 'Handed over by' }, required: true, max: 120 }),
    fromName: text({ label: { zh: '移交人', en: 'Who hands over' }, required: true, max: 60 }),
    toBody: text({ label: { zh: '接收机构', en: 'Taken over by' }, required: true, max: 120 }),
    toName: text({ label: { zh: '接收人', en: 'Who takes over' }, required: true, max: 60 }),
    /** Where the one who takes over is of this district: told at once and given a part in the incident. */
    toPersonId: person({ label: { zh: '接收人（本区人员）', en: 'Who takes over, of this district' } }),
    handedAt: instant({ label: { zh: '移交时间', en: 'Handed over at' }, required: true }),
    matters: text({ label: { zh: '移交内容', en: 'What was handed over' }, required: true, max: 4000 }),
    /** The hand-over by which whoever hands over had it. */
    previousId: reference({ label: { zh: '前次移交', en: 'The one before' }, to: 'command_handover' }),
  },
  title: 'toBody',
  list: ['incidentId', 'target', 'fromBody', 'toBody', 'handedAt'],
  numbered: { prefix: '移' },
  constraints: ['unique (previous_id)'],
});
