import { INCIDENT_KINDS } from '../incident-kinds/define.ts';
import { defineRegister } from '../registers/define.ts';
import { choice } from '../registers/types/choice.type.ts';
import { reference } from '../registers/types/reference.type.ts';

/** 测报防抗救建: the six parts of dealing with a hazard, in their order. */
export const HAZARD_PHASES = [
  { id: 'sense', label: { zh: '测', en: 'Sense' } },
  { id: 'report', label: { zh: '报', en: 'Report' } },
  { id: 'prevent', label: { zh: '防', en: 'Prevent' } },
  { id: 'fight', label: { zh: '抗', en: 'Fight' } },
  { id: 'rescue', label: { zh: '救', en: 'Rescue' } },
  { id: 'rebuild', label: { zh: '建', en: 'Rebuild' } },
] as const;

export const HAZARD_DUTY_PARTS = [
  { id: 'lead', label: { zh: '牵头', en: 'Leads' } },
  { id: 'support', label: { zh: '配合', en: 'Supports' } },
] as const;

/** 灾种职责: what a member unit does about a hazard: leads or supports one of the six parts. */
export const hazardDuty = defineRegister('hazard_duty', {
  plural: 'hazardDuties',
  label: { zh: '灾种职责', en: 'Duty for a hazard' },
  fields: {
    unitId: reference({ label: { zh: '成员单位', en: 'Member unit' }, to: 'unit', required: true }),
    hazard: choice({ label: { zh: '灾种', en: 'Hazard' }, options: INCIDENT_KINDS, required: true }),
    phase: choice({ label: { zh: '环节', en: 'Part' }, options: HAZARD_PHASES, required: true }),
    part: choice({ label: { zh: '分工', en: 'Leads or supports' }, options: HAZARD_DUTY_PARTS, required: true }),
  },
  title: 'hazard',
  list: ['unitId', 'hazard', 'phase', 'part'],
  constraints: ['unique (unit_id, hazard, phase)'],
  isPublicInside: true,
});
