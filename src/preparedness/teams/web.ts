import { webContribution } from '../../foundation/design-system/web.ts';
import { childRecords, registerScreens } from '../../foundation/registers/web.ts';

const members = async () => (await import('./team-member.register.ts')).teamMembers;
const equipment = async () => (await import('./team-equipment.register.ts')).teamEquipments;
const trainings = async () => (await import('./team-training.register.ts')).teamTrainings;

/** 应急队伍 in the browser: a team's page holds its people, its equipment and its training; an order names those nearest. */
export const teamsWeb = webContribution({
  name: 'teams',
  screens: [
    ...registerScreens('/teams', {
      title: { zh: '应急队伍', en: 'Teams' },
      name: 'team',
      menu: { group: 'preparedness', order: 30 },
      load: async () => (await import('./team.register.ts')).teams,
    }),
    ...registerScreens('/team-members', {
      title: { zh: '队员', en: 'Team members' },
      name: 'team_member',
      load: members,
    }),
    ...registerScreens('/team-equipment', {
      title: { zh: '队伍装备', en: 'Team equipment' },
      name: 'team_equipment',
      load: equipment,
    }),
    ...registerScreens('/team-trainings', {
      title: { zh: '训练记录', en: 'Trainings' },
      name: 'team_training',
      load: trainings,
    }),
  ],
  parts: [
    {
      at: 'order.addressees',
      name: 'teams.nearest',
      permission: 'team.read',
      load: () => import('./NearestTeams.part.tsx'),
    },
    childRecords('team', { of: 'teamId', path: '/team-members', title: { zh: '队员', en: 'People' }, load: members }),
    childRecords('team', {
      of: 'teamId',
      path: '/team-equipment',
      title: { zh: '装备', en: 'Equipment' },
      load: equipment,
    }),
    childRecords('team', {
      of: 'teamId',
      path: '/team-trainings',
      title: { zh: '训练', en: 'Training' },
      load: trainings,
    }),
  ],
});
