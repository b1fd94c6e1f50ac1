import type { Phrase } from '../../kernel/phrases.ts';

const DAY = 24 * 60;

/** Minutes as people say them: `10分`, `6小时`, `1小时30分`, `24小时`; from two whole days on in days: `3天`. */
export function minutesText(minutes: number): Phrase {
  if (minutes >= 2 * DAY && minutes % DAY === 0) return { zh: `${minutes / DAY}天`, en: `${minutes / DAY} d` };
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return {
    zh: `${hours > 0 ? `${hours}小时` : ''}${rest > 0 || hours === 0 ? `${rest}分` : ''}`,
    en: [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''].filter(Boolean).join(' '),
  };
}

/** When an action is due, counted from T0, the moment of activation: `T0+10分`, `T0+6小时`, `T0+1小时30分`. */
export function offsetText(minutes: number): Phrase {
  if (minutes === 0) return { zh: 'T0', en: 'T0' };
  const { zh, en } = minutesText(minutes);
  return { zh: `T0+${zh}`, en: `T0+${en}` };
}

/** When an action is due, after T0 or after another action: `4.2.1 完成后 10分下达，15分内办结`. */
export function dueText({
  offsetMinutes,
  afterClause,
  delayMinutes,
}: {
  readonly offsetMinutes: number | null;
  readonly afterClause: string | null;
  readonly delayMinutes: number | null;
}): Phrase {
  const offset = offsetMinutes ?? 0;
  if (!afterClause) return offsetText(offset);
  const within = minutesText(offset);
  const wait = minutesText(delayMinutes ?? 0);
  return delayMinutes
    ? {
        zh: `${afterClause} 完成 ${wait.zh}后下达，${within.zh}内办结`,
        en: `goes out ${wait.en} after ${afterClause} is done, due in ${within.en}`,
      }
    : {
        zh: `${afterClause} 完成后下达，${within.zh}内办结`,
        en: `goes out when ${afterClause} is done, due in ${within.en}`,
      };
}
