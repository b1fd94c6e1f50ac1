import { definePermission } from '../../foundation/identity/define.ts';

/** Whoever opens a shelter may draft the notice of it. */
export const draftNotice = definePermission('shelter_opening.draft', {
  label: { zh: '起草避难场所开放公告', en: 'Draft notices of open shelters' },
  granted: { duty_leader: 'all', duty_officer: 'all', commander: 'all', street_chief: 'area', street_officer: 'area' },
});

export const signNotice = definePermission('shelter_opening.sign', {
  label: { zh: '签发避难场所开放公告', en: 'Sign notices of open shelters' },
  granted: { duty_leader: 'all', commander: 'all', street_chief: 'area' },
});
