import { sql } from 'kysely';
import { z } from 'zod';
import { dayText } from '../../kernel/calendar.ts';
import { view } from '../api/define.ts';
import { person } from '../organisation/person.register.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { confirmContact } from './contact.permissions.ts';
import { contactReminder } from './contact-reminder.register.ts';
import { CONTACT_FRESHNESS } from './contacts.rules.ts';
import { judgedNumbers } from './judged-numbers.ts';
import { CONTACT_REMINDER, remindersAround } from './reminder.rules.ts';

const WHY = ['missing', 'failing', 'old'] as const;
const entry = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  phone: z.string().nullable(),
  posts: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  confirmedAt: z.date().nullable(),
  failures: z.number(),
  /** No number at all, deliveries to it fail, or nobody has confirmed it for too long. */
  why: z.enum(WHY),
});

/**
 * 待核对号码: numbers of people in office that are missing, fail or were not confirmed in time, unit by unit; what is worst
 * first. Only people whose numbers the asking person may confirm.
 */
export const stale = view('contacts.stale', {
  label: { zh: '待核对号码', en: 'Numbers to check' },
  may: confirmContact,
  input: z.object({
    unitId: idInput.optional(),
    why: z.enum(WHY).optional(),
    limit: z.number().int().min(1).max(3000).default(1000),
  }),
  output: z.object({
    items: z.array(entry),
    total: z.number(),
    counts: z.object({ missing: z.number(), failing: z.number(), old: z.number(), sound: z.number() }),
    units: z.array(z.object({ id: z.string(), name: z.string(), count: z.number() })),
    confirmDays: z.number(),
    /** When the units shown were last told of their numbers, how many of them, and when they will be again. */
    reminder: z.object({ lastAt: z.date().nullable(), units: z.number(), nextAt: z.date() }),
  }),
  reads: [person, contactReminder],
  async run(ctx, { unitId, why, limit }) {
    const { confirmDays } = ctx.rules(CONTACT_FRESHNESS).values;
    const judged = judgedNumbers(ctx, unitId);
    const items = await ctx.rows<z.input<typeof entry>>(sql`
      select id, version, name, phone, posts, unit_id, unit_name, confirmed_at, failures, why from ${judged} j
      where why <> 'sound' and (${why ?? null}::text is null or why = ${why ?? null})
      order by array_position(array['missing', 'failing', 'old'], why), path, name, id limit ${limit}`);
    await ctx.openPersonal(person, items);
    const tally = await ctx.rows<{ why: keyof typeof counts; count: number }>(
      sql`select why, count(*)::int as count from ${judged} j group by why`,
    );
    const counts = { missing: 0, failing: 0, old: 0, sound: 0 };
    for (const one of tally) counts[one.why] = one.count;
    const units = await ctx.rows<{ id: string; name: string; count: number }>(sql`
      select unit_id as id, unit_name as name, count(*)::int as count from ${judged} j
      where why <> 'sound' group by unit_id, unit_name, path order by count desc, path limit 300`);
    const total = why ? counts[why] : counts.missing + counts.failing + counts.old;
    const { last, next } = remindersAround(ctx.now, ctx.rules(CONTACT_REMINDER).values);
    const told = await ctx.row<{ lastAt: Date | null; units: number }>(sql`
      select max(created_at) as last_at, count(*) filter (where due_on = ${dayText(last)}::date)::int as units
      from ${ctx.visible(contactReminder)} r where ${unitId ?? null}::uuid is null or unit_id = ${unitId ?? null}::uuid`);
    const reminder = { lastAt: told?.lastAt ?? null, units: told?.units ?? 0, nextAt: next };
    return { items, total, counts, units, confirmDays, reminder };
  },
});
