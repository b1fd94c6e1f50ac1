import { definePermission } from '../../foundation/identity/define.ts';

export const readActivation = definePermission('activation.read', {
  label: { zh: '查看应急响应', en: 'See activations' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    wall: 'all',
    street_chief: ['area', 'unit'],
    street_officer: ['area', 'unit'],
    department_officer: 'unit',
  },
});

/** What became of each clause: whoever sees the response sees it. */
export const readActivationAction = definePermission('activation_action.read', {
  label: { zh: '查看响应行动', en: 'See the actions of an activation' },
  granted: readActivation.granted,
});

export const activatePlan = definePermission('activation.start', {
  label: { zh: '启动应急响应', en: 'Activate a plan' },
  granted: { duty_leader: 'all', commander: 'all', duty_officer: 'all' },
});

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
