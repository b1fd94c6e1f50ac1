import { showDuration } from '../../kernel/calendar.ts';
import type { Phrase } from '../../kernel/phrases.ts';

/** «剩 3 分 20 秒» until the due time, «迟 2 分» after it: seconds matter only before. */
export function countdownText(dueAt: Date, now: Date): Phrase {
  const left = dueAt.getTime() - now.getTime();
  if (left > 0) {
    const { zh, en } = showDuration(left);
    return { zh: `剩 ${zh}`, en: `${en} left` };
  }
  const { zh, en } = roughDuration(-left);
  return { zh: `迟 ${zh}`, en: `${en} late` };
}

/** «已过 12 分» since something began. */
export function elapsedText(since: Date, now: Date): Phrase {
  const { zh, en } = roughDuration(Math.max(0, now.getTime() - since.getTime()));
  return { zh: `已过 ${zh}`, en: `${en} ago` };
}

/** Without seconds from one minute on, without minutes from one day on. */
export function roughDuration(milliseconds: number): Phrase {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return showDuration(milliseconds);
  const hours = Math.floor(minutes / 60);
  if (hours < 1) return { zh: `${minutes} 分`, en: `${minutes} min` };
  return showDuration(milliseconds);
}
