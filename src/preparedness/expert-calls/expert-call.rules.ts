import { defineTemplate } from '../../foundation/messaging/define.ts';
import { defineRuleSet } from '../../foundation/rule-sets/define.ts';
import { group, MINUTES, whole } from '../../foundation/rule-sets/leaf.type.ts';
import { CALL_PRIORITIES } from './expert-call.register.ts';

const [extraUrgent, urgent, normal] = CALL_PRIORITIES;
const within = ({ label }: (typeof CALL_PRIORITIES)[number]) => whole({ label, unit: MINUTES, min: 1, max: 43_200 });

/** Assumed: no stored text gives a limit for the answer of an expert. */
export const EXPERT_CALL_LIMITS = defineRuleSet('expert_call_limits', {
  label: { zh: '专家答复时限', en: 'Limits of expert calls' },
  about: {
    zh: '专家接到邀请后须在多少分钟内答复；逾期按消息阶梯继续催问',
    en: 'Within how many minutes an expert answers a call; silence is asked after by the ladder of messages',
  },
  citation: '突发事件应对法 第57条（专家咨询论证）',
  ownerRole: 'duty_leader',
  schema: group({
    answerMinutes: group(
      { extra_urgent: within(extraUrgent), urgent: within(urgent), normal: within(normal) },
      { zh: '答复时限', en: 'To be answered within' },
    ),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '专家答复时限（暂定：特急 15 分钟、紧急 1 小时、一般 3 天）',
    values: { answerMinutes: { extra_urgent: 15, urgent: 60, normal: 4320 } },
  },
});

export const EXPERT_CALLED = defineTemplate('expert_call.made', {
  label: { zh: '邀请专家', en: 'An expert is called' },
  asks: 'deed',
  heading: {
    zh: '{unit}邀请您参与{purpose}，请答复 {number}',
    en: '{unit} asks for your advice ({purpose}), please answer {number}',
  },
});

export const EXPERT_ANSWERED = defineTemplate('expert_call.answered', {
  label: { zh: '专家已答复', en: 'An expert has answered' },
  heading: { zh: '专家已答复 {number}：{answer}', en: 'An expert has answered {number}: {answer}' },
});

export const ADVICE_GIVEN = defineTemplate('expert_advice.given', {
  label: { zh: '专家已提出意见', en: 'An expert has advised' },
  heading: { zh: '专家已提出意见 {number}，请决定是否采纳', en: 'Advice was given on {number}: please decide on it' },
});

export const CALL_MESSAGES = [EXPERT_CALLED, EXPERT_ANSWERED, ADVICE_GIVEN];
