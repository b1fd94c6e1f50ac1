import { sql } from 'kysely';
import { z } from 'zod';
import { dayText } from '../../kernel/calendar.ts';
import { Problem } from '../../kernel/problems.ts';
import { defineJob } from '../jobs/index.ts';
import { confirmContact } from './contact.permissions.ts';
import { judgedNumbers } from './judged-numbers.ts';
import { CONTACT_REMINDER, remindersAround } from './reminder.rules.ts';

const STAGE = { zh: '正在提醒', en: 'Reminding' };

/** Looks every hour whether a reminder has fallen due, and tells each unit that has numbers to check; none of them twice. */
export const remindUnits = defineJob<Record<string, never>>('contacts.remindUnits', {
  label: { zh: '提醒各单位核对号码', en: 'Remind units of numbers to check' },
  input: z.strictObject({}),
  everyMinutes: 60,
  async run({ read, command, progress }) {
    const { dueOn, units } = await read(confirmContact, async (ctx) => {
      const day = dayText(remindersAround(ctx.now, ctx.rules(CONTACT_REMINDER).values).last);
      const rows = await ctx.rows<{ id: string }>(sql`select distinct unit_id as id from ${judgedNumbers(ctx)} j
        where why <> 'sound' and not exists (select 1 from contact_reminder r where r.unit_id = j.unit_id and r.due_on = ${day}::date)
        order by 1`);
      return { dueOn: day, units: rows };
    });
    let done = 0;
    for (const { id } of units) {
      try {
        await command('contacts.remind', { unitId: id }, `${dueOn} ${id}`);
        done += 1;
      } catch (error) {
        // Confirmed or told meanwhile: there is nothing left to say.
        if (!(error instanceof Problem && error.key === 'state.guard')) throw error;
      }
      await progress({ done, total: units.length, stage: STAGE });
    }
    return { reminded: done };
  },
});
