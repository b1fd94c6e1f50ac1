import { definePermission } from '../identity/define.ts';

export const revealPersonalData = definePermission('personal_data.reveal', {
  label: { zh: '查看完整联系方式', en: 'Reveal contact data' },
  // Whoever knocks at a door must know for whom; what they may read at all is their own area.
  granted: {
    duty_officer: 'all',
    duty_leader: 'all',
    commander: 'all',
    street_officer: 'all',
    street_chief: 'all',
    community_worker: 'all',
    grid_worker: 'all',
  },
});

export const destroyPersonalData = definePermission('personal_data.destroy', {
  label: { zh: '销毁个人信息', en: 'Destroy personal data' },
  granted: { duty_leader: 'all' },
});

/** Who looked at whose data: the auditor's business, never that of those who look (三员分立). */
export const auditPersonalData = definePermission('personal_data.audit', {
  label: { zh: '查阅个人信息访问记录', en: 'Read who looked at personal data' },
  granted: { audit_administrator: 'all' },
});
