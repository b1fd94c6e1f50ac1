import { definePermission } from '../../foundation/identity/define.ts';

export const readInstruction = definePermission('leader_instruction.read', {
  label: { zh: '查看批示', en: "See leaders' instructions" },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    department_officer: ['unit', 'involved'],
    street_chief: ['unit', 'involved'],
    street_officer: ['unit', 'involved'],
    utility_contact: 'involved',
  },
});

/** 批示 are registered, followed up and answered by the duty room, for the leader who gave them. */
export const registerInstruction = definePermission('leader_instruction.register', {
  label: { zh: '登记和反馈批示', en: "Register and answer leaders' instructions" },
  granted: { duty_leader: 'all', duty_officer: 'all', commander: 'all' },
});
