/** Who is protected first (应对法 第11条), and why somebody cannot leave a house alone. */
export const VULNERABILITIES = [
  { id: 'lone_elderly', label: { zh: '独居、空巢老年人', en: 'Elderly and alone' } },
  { id: 'dependent', label: { zh: '失能、卧床人员', en: 'Dependent or bedridden' } },
  { id: 'disabled', label: { zh: '残疾人', en: 'Disabled' } },
  { id: 'minor', label: { zh: '困境、留守未成年人', en: 'Minor in need' } },
  { id: 'pregnant', label: { zh: '孕产哺乳期妇女', en: 'Pregnant or nursing' } },
  { id: 'patient', label: { zh: '需及时就医的伤病人员', en: 'Patient in need of care' } },
  { id: 'powered_device', label: { zh: '依赖用电医疗设备', en: 'Depends on a powered device' } },
  { id: 'low_income', label: { zh: '低保、特困人员', en: 'In relief' } },
] as const;

/** Those who know the people of their streets and lead them out; nobody else sees them (个保法 第6条). */
export const POPULATION_READERS = {
  duty_leader: 'all',
  duty_officer: 'all',
  commander: 'all',
  street_chief: 'area',
  street_officer: 'area',
  community_worker: 'area',
  grid_worker: 'area',
} as const;

export const POPULATION_KEEPERS = { duty_officer: 'all', street_officer: 'area', community_worker: 'area' } as const;
