import { capability } from '../api/define.ts';
import { set } from './hazard-duties.commands.ts';
import { matrix } from './hazard-duties.views.ts';
import { keepHazardDuty } from './hazard-duty.permissions.ts';
import { hazardDuty } from './hazard-duty.register.ts';

export const hazardDuties = capability({
  name: 'hazard-duties',
  label: { zh: '灾种职责', en: 'Duties for hazards' },
  registers: [hazardDuty],
  permissions: [keepHazardDuty],
  commands: [set],
  views: [matrix],
  facts: { 'hazard_duty.cleared': { zh: '取消灾种职责', en: 'Duty for a hazard taken off' } },
});
