import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { writeHandover } from './shift-handover.permissions.ts';
import { shiftHandover } from './shift-handover.register.ts';

export const shiftHandoverLifecycle = defineLifecycle(shiftHandover, {
  initial: 'pending',
  states: {
    pending: { zh: '填写中', en: 'Being written' },
    handed: { zh: '待接班签名', en: 'To be signed by who takes' },
    taken: { zh: '已交接', en: 'Handed over' },
    refused: { zh: '已拒绝', en: 'Refused' },
  },
  transitions: {
    hand: {
      label: { zh: '交班签名', en: 'Sign and hand over' },
      from: ['pending', 'refused'],
      to: 'handed',
      may: writeHandover,
      requires: ['takerId', 'handedAt', 'openMatters'],
    },
    // Not valid until the taker has signed.
    take: {
      label: { zh: '接班签名', en: 'Sign and take over' },
      from: ['handed'],
      to: 'taken',
      may: writeHandover,
      requires: ['takenAt'],
    },
    refuse: {
      label: { zh: '拒绝接班', en: 'Refuse' },
      from: ['handed'],
      to: 'refused',
      may: writeHandover,
      requires: ['refusal'],
    },
  },
});
