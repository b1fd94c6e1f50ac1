import { capability } from '../../foundation/api/define.ts';
import { shiftHandoverLifecycle } from './shift-handover.lifecycle.ts';
import { readHandover, writeHandover } from './shift-handover.permissions.ts';
import { shiftHandover } from './shift-handover.register.ts';
import { HANDOVER_MESSAGES } from './shift-handover.rules.ts';
import { begin, hand, refuse, take } from './shift-handovers.commands.ts';
import { list, record } from './shift-handovers.views.ts';

/** 交接班: a response's, because what is open are its incidents, orders and limits. */
export const shiftHandovers = capability({
  name: 'shift-handovers',
  label: { zh: '交接班', en: 'Hand-over of duty' },
  registers: [shiftHandover],
  lifecycles: [shiftHandoverLifecycle],
  permissions: [readHandover, writeHandover],
  commands: [begin, hand, take, refuse],
  views: [list, record],
  messageTemplates: HANDOVER_MESSAGES,
});
