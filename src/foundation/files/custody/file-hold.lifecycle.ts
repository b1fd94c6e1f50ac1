import { defineLifecycle } from '../../lifecycle/define.ts';
import { holdFile } from '../file.permissions.ts';
import { fileHold } from './file-hold.register.ts';

export const fileHoldLifecycle = defineLifecycle(fileHold, {
  initial: 'placed',
  states: { placed: { zh: '保全中', en: 'Held' }, lifted: { zh: '已解除', en: 'Lifted' } },
  transitions: {
    lift: {
      label: { zh: '解除保全', en: 'Lift the hold' },
      from: ['placed'],
      to: 'lifted',
      may: holdFile,
      requires: ['liftedAt', 'liftReason'],
    },
  },
});
