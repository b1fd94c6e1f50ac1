import { definePermission } from '../identity/define.ts';

/** Who names the responsible: the room for the whole district, a street's chief in the own street. */
export const keepResponsibility = definePermission('responsibility.keep', {
  label: { zh: '维护责任分工', en: 'Name the responsible' },
  granted: { duty_leader: 'all', duty_officer: 'all', commander: 'all', street_chief: 'area' },
});
