import { capability } from '../../foundation/api/define.ts';
import { activationLifecycle } from './activation.lifecycle.ts';
import { activatePlan, readActivation, seeSituation } from './activation.permissions.ts';
import { activation } from './activation.register.ts';
import { LEVEL_BY_GRADE } from './activation.rules.ts';
import { activate, terminate } from './command.commands.ts';
import { ofIncident, preview } from './command.views.ts';
import { situation } from './situation.views.ts';

export { readActivation };

export const commandRoom = capability({
  name: 'command',
  label: { zh: '指挥部署', en: 'Command' },
  registers: [activation],
  lifecycles: [activationLifecycle],
  permissions: [readActivation, activatePlan, seeSituation],
  commands: [activate, terminate],
  ruleSets: [LEVEL_BY_GRADE],
  views: [preview, ofIncident, situation],
});
