import { definePermission } from '../identity/define.ts';

const ROOM = { duty_leader: 'all', duty_officer: 'all', commander: 'all' } as const;

/** The proof is read by those who prepared and decided, and by the auditor; never by the system administrator. */
export const readDestruction = definePermission('destruction_sheet.read', {
  label: { zh: '查看个人信息销毁', en: 'See the destruction of personal data' },
  granted: { ...ROOM, audit_administrator: 'all' },
});

export const prepareDestruction = definePermission('destruction_sheet.prepare', {
  label: { zh: '编制个人信息销毁单', en: 'Prepare the destruction of personal data' },
  granted: { duty_leader: 'all', duty_officer: 'all' },
});

/** Decides as a second person: what is destroyed cannot be brought back by anybody. */
export const decideDestruction = definePermission('destruction_sheet.decide', {
  label: { zh: '批准个人信息销毁', en: 'Decide on the destruction of personal data' },
  granted: { duty_leader: 'all', commander: 'all' },
});

/** 应对法 第85条: what is kept longer is kept on an assessment. */
export const assessRetention = definePermission('retention_assessment.make', {
  label: { zh: '留存评估', en: 'Assess that personal data stay' },
  granted: { duty_leader: 'all', commander: 'all' },
});

export const readAssessment = definePermission('retention_assessment.read', {
  label: { zh: '查看留存评估', en: 'See assessments' },
  granted: { ...ROOM, audit_administrator: 'all' },
});
