import { definePermission } from '../../foundation/identity/define.ts';

/** Both ends are involved, so that each sees what is asked of it or comes to it. */
export const readTransfer = definePermission('transfer.read', {
  label: { zh: '查看物资调拨', en: 'See transfers' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    department_officer: ['unit', 'involved'],
    street_chief: ['area', 'involved'],
    street_officer: ['area', 'involved'],
    utility_contact: ['unit', 'involved'],
  },
});

export const requestTransfer = definePermission('transfer.request', {
  label: { zh: '申请物资调拨', en: 'Ask for a transfer' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    department_officer: 'unit',
    street_chief: 'unit',
    street_officer: 'unit',
  },
});

/** Also decides on differences; never on what one has asked for or received oneself. */
export const approveTransfer = definePermission('transfer.approve', {
  label: { zh: '审批物资调拨', en: 'Decide on transfers' },
  granted: { duty_leader: 'all', commander: 'all' },
});

/** Picks, dispatches and receives; the right to the warehouse itself is asked besides. */
export const handleTransfer = definePermission('transfer.handle', {
  label: { zh: '办理调拨出入库', en: 'Dispatch and receive transfers' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    department_officer: ['unit', 'involved'],
    street_officer: ['unit', 'involved'],
    utility_contact: ['unit', 'involved'],
  },
});
