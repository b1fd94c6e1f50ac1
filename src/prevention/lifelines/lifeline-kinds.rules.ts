/** 城市生命线: what keeps a city alive, and the unit that is called when it breaks. */
export const LIFELINE_KINDS = [
  { id: 'water', label: { zh: '供水', en: 'Water' } },
  { id: 'power', label: { zh: '供电', en: 'Power' } },
  { id: 'gas', label: { zh: '燃气', en: 'Gas' } },
  { id: 'heat', label: { zh: '供热', en: 'Heat' } },
  { id: 'drainage', label: { zh: '排水', en: 'Drainage' } },
  { id: 'telecom', label: { zh: '通信', en: 'Telecom' } },
  { id: 'gallery', label: { zh: '综合管廊', en: 'Utility tunnel' } },
] as const;

/** Pipes and stations are told to those who may have to shut them: the room, the streets over them, their owners. */
export const LIFELINE_READERS = {
  duty_leader: 'all',
  duty_officer: 'all',
  commander: 'all',
  department_officer: 'all',
  street_chief: 'area',
  street_officer: 'area',
  utility_contact: 'unit',
} as const;

export const LIFELINE_KEEPERS = { duty_officer: 'all', department_officer: 'unit', utility_contact: 'unit' } as const;
