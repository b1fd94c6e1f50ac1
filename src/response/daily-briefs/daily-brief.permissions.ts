import { definePermission } from '../../foundation/identity/define.ts';

export const readDailyBrief = definePermission('daily_brief.read', {
  label: { zh: '查看每日要情', en: 'See daily briefs' },
  granted: { duty_leader: 'all', duty_officer: 'all', commander: 'all' },
});

export const openDailyBrief = definePermission('daily_brief.open', {
  label: { zh: '编制每日要情', en: 'Open daily briefs' },
  granted: { duty_leader: 'all', duty_officer: 'all' },
});

export const draftDailyBrief = definePermission('daily_brief.draft', {
  label: { zh: '起草每日要情', en: 'Draft daily briefs' },
  granted: { duty_leader: 'all', duty_officer: 'all' },
});

export const signDailyBrief = definePermission('daily_brief.sign', {
  label: { zh: '签发每日要情', en: 'Sign daily briefs' },
  granted: { duty_leader: 'all' },
});
