import { definePermission } from '../identity/define.ts';

export const readDocument = definePermission('official_document.read', {
  label: { zh: '查看公文', en: 'See official documents' },
  granted: { duty_leader: 'all', duty_officer: 'all', commander: 'all', street_chief: 'area', street_officer: 'area' },
});

/** Which kinds somebody drafts, the kind says besides. */
export const draftDocument = definePermission('official_document.draft', {
  label: { zh: '起草公文', en: 'Draft official documents' },
  granted: { duty_leader: 'all', duty_officer: 'all', commander: 'all', street_chief: 'area', street_officer: 'area' },
});

export const signDocument = definePermission('official_document.sign', {
  label: { zh: '签发公文', en: 'Sign official documents' },
  granted: { duty_leader: 'all', commander: 'all', street_chief: 'area' },
});
