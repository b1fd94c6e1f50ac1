import { capability } from '../../foundation/api/define.ts';
import { activationLifecycle } from './activation.lifecycle.ts';
import { activatePlan, readActivation, readActivationAction } from './activation.permissions.ts';
import { activation } from './activation.register.ts';
import { LEVEL_BY_GRADE } from './activation.rules.ts';
import { activationActionLifecycle } from './activation-action.lifecycle.ts';
import { activationAction } from './activation-action.register.ts';
import { responseTerminated } from './closing.views.ts';
import { activate } from './command.commands.ts';
import { onFinished, onGoOut } from './command.reactions.ts';
import { actions, levelPreview, ofIncident, preview } from './command.views.ts';
import { activationsSection } from './dossier.views.ts';
import { changeLevel, followSuperior, terminate } from './level.commands.ts';
import { giveUp, release } from './waiting.commands.ts';

export { activatePlan, readActivation };

export const commandRoom = capability({
  name: 'command',
  label: { zh: '指挥部署', en: 'Command' },
  registers: [activation, activationAction],
  lifecycles: [activationLifecycle, activationActionLifecycle],
  permissions: [readActivation, readActivationAction, activatePlan],
  commands: [activate, changeLevel, followSuperior, terminate, release, giveUp],
  ruleSets: [LEVEL_BY_GRADE],
  dossierSections: [activationsSection],
  stepChecks: [responseTerminated],
  views: [preview, levelPreview, ofIncident, actions],
  reactions: [onFinished, onGoOut],
  facts: {
    'activation_action.issued': { zh: '前置条款完成，指令下达', en: 'Order issued after what it waited for' },
    'activation_action.counting': { zh: '前置条款完成，等待下达', en: 'What it waited for is done' },
    'activation_action.cancelled': { zh: '响应行动取消', en: 'Action withdrawn' },
  },
});
