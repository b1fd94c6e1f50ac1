import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../api/define.ts';
import { person } from '../organisation/person.register.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { confirmContact } from './contact.permissions.ts';
import { CONTACT_FRESHNESS } from './contacts.rules.ts';

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
  }),
  reads: [person],
  async run(ctx, { unitId, why, limit }) {
    const { confirmDays, failures, failureDays } = ctx.rules(CONTACT_FRESHNESS).values;
    const before = (days: number) => new Date(ctx.now.getTime() - days * 86_400_000);
    const judged = sql`(
      select p.id, p.version, p.name, p.phone, p.owner_unit_id as unit_id, u.short_name as unit_name, u.path,
        p.phone_confirmed_at as confirmed_at, f.failures, h.posts,
        case when p.phone is null then 'missing' when f.failures >= ${failures} then 'failing'
          when p.phone_confirmed_at is null or p.phone_confirmed_at < ${before(confirmDays)}::timestamptz then 'old'
          else 'sound' end as why
      from ${ctx.visible(person)} p join unit u on u.id = p.owner_unit_id
      join lateral (select string_agg(t.name, '、' order by t.name) as posts from appointment a join post t on t.id = a.post_id
        where a.person_id = p.id and a.valid_from <= ${ctx.now}::timestamptz
          and (a.valid_to is null or a.valid_to > ${ctx.now}::timestamptz)) h on h.posts is not null
      cross join lateral (select count(*)::int as failures from delivery d where d.person_id = p.id
        and d.state in ('failed', 'escalated') and d.queued_at >= ${before(failureDays)}::timestamptz
        and (p.phone_confirmed_at is null or d.queued_at > p.phone_confirmed_at)) f
      where ${unitId ?? null}::uuid is null or p.owner_unit_id = ${unitId ?? null}::uuid)`;
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
    return { items, total, counts, units, confirmDays };
  },
});
