import { capability } from '../../foundation/api/define.ts';
import { dailyBriefPaper } from './daily-brief.document.ts';
import { draftDailyBrief, openDailyBrief, readDailyBrief, signDailyBrief } from './daily-brief.permissions.ts';
import { dailyBrief } from './daily-brief.register.ts';
import { DAILY_BRIEFS } from './daily-brief.rules.ts';
import { open } from './daily-briefs.commands.ts';
import { onSigned } from './daily-briefs.reactions.ts';
import { list } from './daily-briefs.views.ts';
import { openDaily } from './open-daily.job.ts';

export const dailyBriefs = capability({
  name: 'daily-briefs',
  label: { zh: '每日要情', en: 'Daily briefs' },
  registers: [dailyBrief],
  permissions: [readDailyBrief, openDailyBrief, draftDailyBrief, signDailyBrief],
  commands: [open],
  views: [list],
  jobs: [openDaily],
  documentKinds: [dailyBriefPaper],
  reactions: [onSigned],
  ruleSets: [DAILY_BRIEFS],
  facts: { 'daily_brief.signed': { zh: '每日要情签发', en: 'Daily brief signed' } },
});
