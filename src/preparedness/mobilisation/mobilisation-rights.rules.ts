export const MOBILISATION_READERS = {
  duty_leader: 'all',
  duty_officer: 'all',
  commander: 'all',
  street_chief: 'area',
  street_officer: 'area',
  community_worker: 'area',
} as const;

export const MOBILISATION_KEEPERS = { duty_officer: 'all', street_chief: 'area', street_officer: 'area' } as const;
