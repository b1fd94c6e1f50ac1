import type { Phrase } from '../../kernel/phrases.ts';
import type { Mark } from '../registers/define.ts';
import { defineRuleSet } from '../rule-sets/define.ts';
import { group, SECONDS, TIMES, whole } from '../rule-sets/leaf.type.ts';

/** Every face of a drill or test message begins with its mark, so that nobody takes it for real. */
export function marked(mark: Mark, phrase: Phrase): Phrase {
  if (mark === 'drill') return { zh: `【演练】${phrase.zh}`, en: `[DRILL] ${phrase.en}` };
  if (mark === 'test') return { zh: `【测试】${phrase.zh}`, en: `[TEST] ${phrase.en}` };
  return phrase;
}

/** How often and how patiently an outside channel is tried before a named human is told. */
export const DELIVERY_RULES = defineRuleSet('delivery_retries', {
  label: { zh: '消息重发规则', en: 'Repeated delivery of messages' },
  about: {
    zh: '外部渠道发送失败后隔多久重试、试几次后转交有名有姓的人',
    en: 'How long to wait before sending again, and after how many attempts a named human is told',
  },
  citation: '突发事件应对法 第61条（不得迟报、漏报）',
  ownerRole: 'duty_leader',
  schema: group({
    maxAttempts: whole({ label: { zh: '最多发送', en: 'Attempts' }, unit: TIMES, min: 1, max: 200 }),
    firstWaitSeconds: whole({ label: { zh: '首次重试间隔', en: 'First wait' }, unit: SECONDS, min: 1, max: 600 }),
    longestWaitSeconds: whole({
      label: { zh: '最长重试间隔', en: 'Longest wait' },
      unit: SECONDS,
      min: 1,
      max: 86_400,
    }),
  }),
  initial: {
    effectiveFrom: '2026-01-01T00:00:00+08:00',
    isAssumed: true,
    citation: '重发间隔从 5 秒起加倍、最长 1 小时，60 次约两天（暂定）',
    values: { maxAttempts: 60, firstWaitSeconds: 5, longestWaitSeconds: 3600 },
  },
});

export type DeliveryRules = (typeof DELIVERY_RULES)['initial']['values'];

/** Seconds to wait after the n-th failed attempt, doubled each time: a dead server is not hammered. */
export function waitSeconds(attempts: number, rules: DeliveryRules): number {
  return Math.min(rules.longestWaitSeconds, rules.firstWaitSeconds * 2 ** Math.max(0, attempts - 1));
}

export const DELIVERY_STATES = ['queued', 'sent', 'delivered', 'read', 'answered', 'failed', 'escalated'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
