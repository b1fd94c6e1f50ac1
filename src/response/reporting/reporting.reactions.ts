import { cancelClock, startClock } from '../../foundation/clocks/index.ts';
import { ruleWord } from '../../foundation/rule-sets/define.ts';
import { reaction } from '../../foundation/timeline/define.ts';
import { FOLLOW_UP_CLOCKS } from './report-recipients.rules.ts';

/** 办结: no more follow-ups are owed, a final report is. */
export const onClosed = reaction('reporting.on_incident_closed', ['incident.closed'], async (ctx, fact) => {
  const subject = { register: 'incident', id: fact.subjectId };
  const rules = ctx.rules(FOLLOW_UP_CLOCKS);
  await cancelClock(ctx, subject, 'followup_report');
  await startClock(ctx, {
    subject,
    name: 'final_report',
    label: { zh: '终报', en: 'Final report' },
    from: fact.happenedAt,
    limit: { minutes: rules.values.finalHours * 60 },
    warnMinutesBefore: rules.values.warnMinutes,
    citation: rules.citation,
    ruleVersion: ruleWord(rules),
  });
});

/** 重新办理: a final report is not due yet; the next report starts the follow-ups again. */
export const onReopened = reaction('reporting.on_incident_reopened', ['incident.reopened'], async (ctx, fact) => {
  await cancelClock(ctx, { register: 'incident', id: fact.subjectId }, 'final_report');
});
