import { definePermission } from '../identity/define.ts';

const THEIR_OWN = {
  duty_leader: 'own',
  duty_officer: 'own',
  commander: 'own',
  department_officer: 'own',
  street_chief: 'own',
  street_officer: 'own',
  community_worker: 'own',
  team_leader: 'own',
  utility_contact: 'own',
  system_administrator: 'own',
} as const;

/** An import is its maker's: the file may hold what others may not see. What it wrote is seen as any record is. */
export const readImport = definePermission('import.read', {
  label: { zh: '查看导入', en: 'See imports' },
  granted: THEIR_OWN,
});

/** Making one also needs the right to keep the register it goes into. */
export const makeImport = definePermission('import.make', {
  label: { zh: '导入台账', en: 'Import into registers' },
  granted: THEIR_OWN,
});
