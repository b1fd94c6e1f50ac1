import { definePermission } from '../identity/define.ts';

/** Who took what away is seen by whoever keeps the register, and by those who watch over all of them. */
export const auditDataUse = definePermission('data_catalogue.audit', {
  label: { zh: '查看用数记录', en: 'See who uses data' },
  granted: { duty_leader: 'all', audit_administrator: 'all' },
});
