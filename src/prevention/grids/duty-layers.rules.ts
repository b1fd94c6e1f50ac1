/** What is watched over one and the same gapless grid: each layer has people of its own. */
export const DUTY_LAYERS = [
  { id: 'social_governance', label: { zh: '综治', en: 'Social governance' } },
  { id: 'work_safety', label: { zh: '安全', en: 'Work safety' } },
  { id: 'city_management', label: { zh: '城管', en: 'City management' } },
  { id: 'fire_protection', label: { zh: '消防', en: 'Fire protection' } },
  { id: 'disaster_information', label: { zh: '灾害信息', en: 'Disaster information' } },
  { id: 'meteorology', label: { zh: '气象', en: 'Meteorology' } },
] as const;

export const GRID_READERS = {
  duty_leader: 'all',
  duty_officer: 'all',
  commander: 'all',
  department_officer: 'all',
  street_chief: 'area',
  street_officer: 'area',
  community_worker: 'area',
  grid_worker: 'area',
} as const;

export const GRID_KEEPERS = { duty_officer: 'all', street_officer: 'area' } as const;
