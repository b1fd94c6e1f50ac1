import type { Phrase } from '../../kernel/phrases.ts';
import type { Mark } from '../registers/define.ts';

/** Every face of a drill or test message begins with its mark, so that nobody takes it for real. */
export function marked(mark: Mark, phrase: Phrase): Phrase {
  if (mark === 'drill') return { zh: `【演练】${phrase.zh}`, en: `[DRILL] ${phrase.en}` };
  if (mark === 'test') return { zh: `【测试】${phrase.zh}`, en: `[TEST] ${phrase.en}` };
  return phrase;
}

/** Attempts after which a delivery is given up and escalated: with the waits below, about two days. */
export const MAX_ATTEMPTS = 60;

/** Seconds to wait after the n-th failed attempt: 5, 10, 20 … at most an hour; a dead server is not hammered. */
export function waitSeconds(attempts: number): number {
  return Math.min(3600, 5 * 2 ** Math.max(0, attempts - 1));
}

export const DELIVERY_STATES = ['queued', 'sent', 'delivered', 'read', 'answered', 'failed', 'escalated'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
