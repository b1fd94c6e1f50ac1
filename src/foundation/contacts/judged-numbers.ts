import { type RawBuilder, sql } from 'kysely';
import type { ReadContext } from '../api/context.ts';
import { person } from '../organisation/person.register.ts';
import { CONTACT_FRESHNESS } from './contacts.rules.ts';

/** Numbers of people in office, each `sound` or with what is wrong with it; of one unit or of all that the viewer sees. */
export function judgedNumbers(ctx: ReadContext, unitId?: string): RawBuilder<unknown> {
  const { confirmDays, failures, failureDays } = ctx.rules(CONTACT_FRESHNESS).values;
  const before = (days: number) => new Date(ctx.now.getTime() - days * 86_400_000);
  return sql`(
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
}
