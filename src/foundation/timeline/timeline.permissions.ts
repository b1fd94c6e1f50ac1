import { definePermission } from '../identity/define.ts';

export const verifyTimelinePermission = definePermission('timeline.verify', {
  label: { zh: '核验大事记', en: 'Verify the timeline' },
  granted: { audit_administrator: 'all' },
});

export const auditTimeline = definePermission('timeline.audit', {
  label: { zh: '查阅审计记录', en: 'Read the audit trail' },
  granted: { audit_administrator: 'all' },
});
