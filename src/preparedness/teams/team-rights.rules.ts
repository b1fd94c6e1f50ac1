/** People, equipment and training of a team: the room sees all of them, a team and its unit keep their own. */
export const READERS = {
  duty_leader: 'all',
  duty_officer: 'all',
  commander: 'all',
  department_officer: 'all',
  street_chief: 'area',
  street_officer: 'area',
  team_leader: 'unit',
  utility_contact: 'unit',
} as const;

export const KEEPERS = {
  duty_officer: 'all',
  department_officer: 'unit',
  street_officer: 'area',
  team_leader: 'unit',
  utility_contact: 'unit',
} as const;
