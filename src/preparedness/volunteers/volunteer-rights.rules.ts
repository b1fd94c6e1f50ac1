/** What a volunteer can do where hands are short. */
export const VOLUNTEER_SKILLS = [
  { id: 'first_aid', label: { zh: '急救', en: 'First aid' } },
  { id: 'rescue', label: { zh: '搜救', en: 'Rescue' } },
  { id: 'water_rescue', label: { zh: '水域救援', en: 'Water rescue' } },
  { id: 'fire_watch', label: { zh: '防火瞭望、劝导', en: 'Fire watch' } },
  { id: 'evacuation', label: { zh: '疏散引导', en: 'Evacuation' } },
  { id: 'logistics', label: { zh: '物资搬运发放', en: 'Logistics' } },
  { id: 'counselling', label: { zh: '心理援助', en: 'Counselling' } },
  { id: 'interpreting', label: { zh: '外语、手语', en: 'Interpreting' } },
  { id: 'radio', label: { zh: '业余无线电', en: 'Amateur radio' } },
  { id: 'drone', label: { zh: '无人机', en: 'Drones' } },
  { id: 'driving', label: { zh: '驾驶', en: 'Driving' } },
  { id: 'publicity', label: { zh: '宣传科普', en: 'Publicity' } },
] as const;

export const VOLUNTEER_READERS = {
  duty_leader: 'all',
  duty_officer: 'all',
  commander: 'all',
  department_officer: 'all',
  street_chief: 'area',
  street_officer: 'area',
  community_worker: 'area',
} as const;

export const VOLUNTEER_KEEPERS = { duty_officer: 'all', department_officer: 'unit', street_officer: 'area' } as const;
