import { cancelClock, meetClock, startClock } from '../clocks/index.ts';
import { ruleWord } from '../rule-sets/define.ts';
import { reaction } from '../timeline/define.ts';
import { leakNotice } from './leak-notice.register.ts';
import { personalDataRequest } from './personal-data-request.register.ts';
import { PERSONAL_DATA_RETENTION } from './retention.rules.ts';

const DAY = 24 * 60;

/** The time to answer runs from when the request came, not from when somebody typed it (个保法 第50条). */
export const onRequest = reaction(
  'data_protection.on_request',
  ['personal_data_request.registered'],
  async (ctx, fact) => {
    const { receivedAt } = await ctx.record(personalDataRequest, fact.subjectId);
    const rule = ctx.rules(PERSONAL_DATA_RETENTION, receivedAt);
    await startClock(ctx, {
      subject: { register: fact.register, id: fact.subjectId },
      name: 'answer',
      label: { zh: '答复个人信息请求', en: 'Answer a personal data request' },
      from: receivedAt,
      limit: { minutes: rule.values.answerDays * DAY },
      warnMinutesBefore: 3 * DAY,
      citation: '个人信息保护法 第50条',
      ruleVersion: ruleWord(rule),
    });
  },
);

export const onAnswered = reaction(
  'data_protection.on_answered',
  ['personal_data_request.answered', 'personal_data_request.refused'],
  async (ctx, fact) => {
    const { answeredAt } = await ctx.record(personalDataRequest, fact.subjectId);
    await meetClock(ctx, { register: fact.register, id: fact.subjectId }, 'answer', answeredAt ?? ctx.now);
  },
);

/** «Immediately», says the law; the district's hours stand in the rule. */
export const onLeak = reaction('data_protection.on_leak', ['leak_notice.registered'], async (ctx, fact) => {
  const { discoveredAt, reportedAt } = await ctx.record(leakNotice, fact.subjectId);
  const subject = { register: fact.register, id: fact.subjectId };
  const rule = ctx.rules(PERSONAL_DATA_RETENTION, discoveredAt);
  await startClock(ctx, {
    subject,
    name: 'report',
    label: { zh: '报告个人信息泄露', en: 'Report a leak of personal data' },
    from: discoveredAt,
    limit: { minutes: rule.values.reportHours * 60 },
    warnMinutesBefore: 60,
    citation: '个人信息保护法 第57条',
    ruleVersion: ruleWord(rule),
  });
  if (reportedAt) await meetClock(ctx, subject, 'report', reportedAt);
});

export const onLeakChanged = reaction(
  'data_protection.on_leak_changed',
  ['leak_notice.corrected'],
  async (ctx, fact) => {
    const { reportedAt } = await ctx.record(leakNotice, fact.subjectId);
    if (reportedAt) await meetClock(ctx, { register: fact.register, id: fact.subjectId }, 'report', reportedAt);
  },
);

export const onWithdrawn = reaction(
  'data_protection.on_withdrawn',
  ['personal_data_request.withdrawn', 'leak_notice.withdrawn'],
  async (ctx, fact) => {
    await cancelClock(ctx, { register: fact.register, id: fact.subjectId });
  },
);
