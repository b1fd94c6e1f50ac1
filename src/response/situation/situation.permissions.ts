import { definePermission } from '../../foundation/identity/define.ts';

/** The situation board draws on many registers; who may open it sees there what each register shows them. */
export const seeSituation = definePermission('situation.read', {
  label: { zh: '查看态势', en: 'See the situation' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    wall: 'all',
    street_chief: 'area',
    street_officer: 'area',
    department_officer: 'involved',
    team_leader: 'involved',
    utility_contact: 'involved',
    community_worker: 'involved',
  },
});

/** 领导页: for those who decide, and the room that prepares it; the figures, what waits for their word, and who has command. */
export const seeLeaderPage = definePermission('situation.lead', {
  label: { zh: '查看领导页', en: "See the leaders' page" },
  granted: { duty_leader: 'all', duty_officer: 'all', commander: 'all', street_chief: ['area', 'unit', 'involved'] },
});
