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
