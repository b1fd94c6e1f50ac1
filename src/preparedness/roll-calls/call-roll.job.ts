import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { defineJob } from '../../foundation/jobs/index.ts';
import { dayText, localTime } from '../../kernel/calendar.ts';
import { plansOf } from './plans-due.views.ts';
import { holdRollCall } from './roll-call.permissions.ts';
import { timesDue } from './roll-call.rules.ts';

/** A surprise comes between eight and twenty-two, any minute as likely as another. */
const FROM_HOUR = 8;
const TO_HOUR = 22;
const MINUTES_A_WEEK = 7 * (TO_HOUR - FROM_HOUR) * 60;
/** A time that passed while the server stood still is called for so long; an old one is not called for at all. */
const STALE_MS = 15 * 60_000;

const minuteOf = (at: Date) => {
  const { hour, minute } = localTime(at);
  return `${dayText(at)} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
};

/** Looks every minute whether a plan has a time that has come, and now and then calls by surprise. */
export const callRoll = defineJob<Record<string, never>>('rollCalls.callByPlan', {
  label: { zh: '按计划点名', en: 'Hold roll calls by plan' },
  input: z.strictObject({}),
  everyMinutes: 1,
  async run({ read, command }) {
    const { now, plans } = await read(holdRollCall, plansOf);
    let held = 0;
    for (const plan of plans) {
      const hold = async (callKind: 'scheduled' | 'random', step: string) => {
        const { name: title, unitKinds, subject, callMode, id: planId } = plan;
        await command('rollCalls.hold', { title, callKind, callMode, unitKinds, subject, planId }, `${planId} ${step}`);
        held += 1;
      };
      const since = new Date(Math.max(now.getTime() - STALE_MS, plan.heldAt?.getTime() ?? 0));
      const due = timesDue(plan.times ?? '', dayText(now), { since: minuteOf(since), now: minuteOf(now) }).at(-1);
      if (due) await hold('scheduled', due);
      const { hour } = localTime(now);
      const isOpen = hour >= FROM_HOUR && hour < TO_HOUR;
      if (isOpen && !due && randomInt(MINUTES_A_WEEK) < (plan.randomPerWeek ?? 0)) await hold('random', minuteOf(now));
    }
    return { held };
  },
});
