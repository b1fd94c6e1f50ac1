import { capability } from '../../foundation/api/define.ts';
import { dutyChangeLifecycle } from './duty-change.lifecycle.ts';
import { approveChange, askChange, readChange } from './duty-change.permissions.ts';
import { dutyChange } from './duty-change.register.ts';
import { CHANGE_MESSAGES } from './duty-change.rules.ts';
import { answer, approve, ask, refuse, withdraw } from './duty-changes.commands.ts';
import { colleagues, list } from './duty-changes.views.ts';

/** 换班、替班、代班: agreed between two, approved by a third. */
export const dutyChanges = capability({
  name: 'duty-changes',
  label: { zh: '换班', en: 'Changes of shifts' },
  registers: [dutyChange],
  lifecycles: [dutyChangeLifecycle],
  permissions: [readChange, askChange, approveChange],
  commands: [ask, answer, approve, refuse, withdraw],
  views: [list, colleagues],
  messageTemplates: CHANGE_MESSAGES,
});
