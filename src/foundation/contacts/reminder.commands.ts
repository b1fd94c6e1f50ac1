import { sql } from 'kysely';
import { z } from 'zod';
import { dayText } from '../../kernel/calendar.ts';
import { problem } from '../../kernel/problems.ts';
import { command } from '../api/define.ts';
import { addressedTo, sendMessage, told } from '../messaging/index.ts';
import { unit } from '../organisation/unit.register.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { confirmContact } from './contact.permissions.ts';
import { contactKeeper } from './contact-keeper.ts';
import { contactReminder } from './contact-reminder.register.ts';
import { judgedNumbers } from './judged-numbers.ts';
import { CONTACT_REMINDER, remindersAround } from './reminder.rules.ts';
import { NUMBERS_TO_CHECK } from './reminder-messages.rules.ts';

/** 提醒核对: tells the keeper of a unit's phone book how many of its numbers are to be checked; once for each due day. */
export const remind = command('contacts.remind', {
  label: { zh: '提醒核对号码', en: 'Remind a unit of its numbers' },
  may: confirmContact,
  input: z.object({ unitId: idInput }),
  output: z.object({ id: z.string() }),
  records: ['contact_reminder.sent', 'message.sent'],
  async run(ctx, { unitId }) {
    const { name } = await ctx.load(unit, unitId);
    const dueOn = dayText(remindersAround(ctx.now, ctx.rules(CONTACT_REMINDER).values).last);
    const before = await ctx.row(
      sql`select id from contact_reminder where unit_id = ${unitId} and due_on = ${dueOn}::date`,
    );
    if (before) throw problem('state.guard', { reason: TOLD });
    const [counts] = await ctx.rows<{ missing: number; failing: number; old: number }>(sql`
      select count(*) filter (where why = 'missing')::int as missing, count(*) filter (where why = 'failing')::int as failing,
        count(*) filter (where why = 'old')::int as old from ${judgedNumbers(ctx, unitId)} j`);
    const { missing = 0, failing = 0, old = 0 } = counts ?? {};
    const count = missing + failing + old;
    if (count === 0) throw problem('state.guard', { reason: NOTHING });
    const messageId = await sendMessage(ctx, {
      to: [addressedTo(contactKeeper, { unitId })],
      ...told(NUMBERS_TO_CHECK, { unit: name, count: String(count) }),
      about: { register: 'unit', id: unitId },
    });
    const row = await ctx.insert(contactReminder, {
      unitId,
      dueOn,
      missing,
      failing,
      old,
      messageId: messageId ?? null,
      ownerUnitId: unitId,
    });
    ctx.fact({
      kind: 'contact_reminder.sent',
      subject: { register: 'contact_reminder', id: row.id },
      concerns: [{ register: 'unit', id: unitId }],
      payload: { dueOn, missing, failing, old },
    });
    return row;
  },
});

const TOLD = { zh: '本期已经提醒过该单位', en: 'The unit was reminded this time already' };
const NOTHING = { zh: '该单位没有待核对的号码', en: 'The unit has no numbers to check' };
