import { defineLifecycle } from '../../foundation/lifecycle/define.ts';
import { decideIntake } from './intake.permissions.ts';
import { intake } from './intake.register.ts';

const NOWHERE = { zh: '要写明转给哪个单位', en: 'say to whom it is transferred' };

export const intakeLifecycle = defineLifecycle(intake, {
  initial: 'received',
  states: {
    received: { zh: '接报', en: 'Received' },
    verifying: { zh: '核实', en: 'Being verified' },
    accepted: { zh: '立案', en: 'Accepted' },
    false_report: { zh: '误报', en: 'False' },
    duplicate: { zh: '重复', en: 'Duplicate' },
    transferred: { zh: '移送', en: 'Transferred' },
  },
  transitions: {
    verify: { label: { zh: '核实', en: 'Verify' }, from: ['received'], to: 'verifying', may: decideIntake },
    accept: {
      label: { zh: '立案', en: 'Accept' },
      from: ['received', 'verifying'],
      to: 'accepted',
      may: decideIntake,
      requires: ['incidentId'],
      cites: '突发事件应对法 第61条',
    },
    merge: {
      label: { zh: '并入', en: 'Merge' },
      from: ['received', 'verifying'],
      to: 'duplicate',
      may: decideIntake,
      requires: ['incidentId'],
    },
    join: {
      label: { zh: '并入接报', en: 'Merge into another report' },
      from: ['received', 'verifying'],
      to: 'duplicate',
      may: decideIntake,
      requires: ['sameAsId'],
    },
    unmerge: {
      label: { zh: '撤销并入', en: 'Undo the merge' },
      from: ['duplicate'],
      to: 'received',
      may: decideIntake,
    },
    dismiss: {
      label: { zh: '误报', en: 'Dismiss as false' },
      from: ['received', 'verifying'],
      to: 'false_report',
      may: decideIntake,
      requires: ['outcomeReason'],
    },
    transfer: {
      label: { zh: '转办', en: 'Transfer' },
      from: ['received', 'verifying'],
      to: 'transferred',
      may: decideIntake,
      requires: ['outcomeReason'],
      guard: ({ transferredUnitId, transferredTo }) => (transferredUnitId || transferredTo ? undefined : NOWHERE),
      cites: '突发事件应对法 第9条',
    },
  },
});
