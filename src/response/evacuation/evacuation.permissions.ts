import { definePermission } from '../../foundation/identity/define.ts';

const ROOM = { duty_leader: 'all', duty_officer: 'all', commander: 'all' } as const;
const GROUND = { street_chief: 'area', street_officer: 'area', community_worker: 'area' } as const;

export const readEvacuation = definePermission('evacuation.read', {
  label: { zh: '查看转移避险', en: 'See evacuations' },
  granted: {
    ...ROOM,
    street_chief: ['area', 'involved'],
    street_officer: ['area', 'involved'],
    community_worker: ['area', 'involved'],
    grid_worker: ['area', 'involved'],
    team_leader: 'involved',
    team_member: 'involved',
  },
});

/** Doors of one's own ground, and those one was named for. */
export const readDoors = definePermission('evacuation_household.read', {
  label: { zh: '查看转移户', en: 'See households to move' },
  granted: { ...ROOM, ...GROUND, grid_worker: ['area', 'involved'], team_leader: 'involved', team_member: 'involved' },
});

/** Draws up the list, sends people to the doors, ends it and lets people home. */
export const leadEvacuation = definePermission('evacuation.lead', {
  label: { zh: '组织转移避险', en: 'Lead an evacuation' },
  granted: { ...ROOM, street_chief: 'area', street_officer: 'area' },
});

export const reportDoor = definePermission('evacuation_household.report', {
  label: { zh: '登记入户结果', en: 'Report what came of a door' },
  granted: {
    duty_officer: 'all',
    ...GROUND,
    grid_worker: ['area', 'involved'],
    team_leader: 'involved',
    team_member: 'involved',
  },
});
