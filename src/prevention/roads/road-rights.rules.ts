/** Roads are no secret: whoever plans a way sees them; who keeps the network is asked in one place. */
export const ROAD_READERS = {
  duty_leader: 'all',
  duty_officer: 'all',
  commander: 'all',
  department_officer: 'all',
  street_chief: 'all',
  street_officer: 'all',
  community_worker: 'all',
  grid_worker: 'all',
  team_leader: 'all',
  team_member: 'all',
  utility_contact: 'all',
  wall: 'all',
} as const;

export const ROAD_KEEPERS = { duty_officer: 'all', department_officer: 'unit' } as const;
