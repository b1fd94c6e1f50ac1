import { type RawBuilder, sql } from 'kysely';
import type { ReadContext } from '../api/context.ts';
import type { RegisterDefinition } from '../registers/define.ts';
import { daysOf, PERSONAL_DATA_RETENTION } from './retention.rules.ts';

/** What served one matter, or the records of one register that were fulfilled by themselves. */
export interface DueGroup {
  readonly causeRegister: string | null;
  readonly causeId: string | null;
  readonly register: string;
  /** Records that still have their key, and those of them whose time is over. */
  readonly records: number;
  readonly due: number;
  readonly firstDueAt: Date;
  readonly isHeld: boolean;
  /** Day until which an assessment keeps them. */
  readonly keepUntil: string | null;
}

/**
 * Records whose purpose is fulfilled and whose key is still there, as a relation `id, due_at, cause_register, cause_id`;
 * undefined for a register that holds no data of persons or has a run of its own.
 */
export function fulfilled(ctx: ReadContext, register: RegisterDefinition): RawBuilder<unknown> | undefined {
  const { processing, name } = register;
  const days = processing && daysOf(ctx.rules(PERSONAL_DATA_RETENTION).values, processing.keeping);
  if (!processing || days === undefined) return undefined;
  const parts: RawBuilder<unknown>[] = [];
  if (processing.ended) {
    parts.push(sql`select e.id, e.ended_at, null::text as cause_register, null::uuid as cause_id
      from (${sql.raw(processing.ended)}) e`);
  }
  for (const cause of ctx.catalogue.registers.values()) {
    if (!processing.serves || !cause.over) continue;
    parts.push(sql`select s.id, o.ended_at, s.cause_register::text, s.cause_id
      from (${sql.raw(processing.serves)}) s join (${sql.raw(cause.over)}) o on o.id = s.cause_id
      where s.cause_register = ${cause.name}`);
  }
  if (parts.length === 0) return undefined;
  return sql`(select e.id, e.ended_at + make_interval(days => ${days}::int) as due_at, e.cause_register, e.cause_id
    from (${sql.join(parts, sql` union all `)}) e
    join data_key k on k.register = ${name} and k.record_id = e.id and k.wrapped is not null)`;
}

const ASSESSED = sql`(select to_char(max(a.keep_until), 'YYYY-MM-DD') from retention_assessment a
  where a.cause_register = g.cause_register and a.cause_id = g.cause_id)`;
const HELD = sql<boolean>`exists (select 1 from file_hold h where h.state = 'placed'
  and h.subject_register = g.cause_register and h.subject_id = g.cause_id)`;

/** By matter and register, the oldest first. */
export async function dueGroups(ctx: ReadContext): Promise<DueGroup[]> {
  const groups: DueGroup[] = [];
  for (const register of ctx.catalogue.registers.values()) {
    const relation = fulfilled(ctx, register);
    if (!relation) continue;
    const rows = await ctx.rows<DueGroup>(sql`
      select g.*, ${HELD} as is_held, ${ASSESSED} as keep_until from (
        select cause_register, cause_id, ${register.name}::text as register, count(*)::int as records,
          (count(*) filter (where due_at <= ${ctx.now}))::int as due, min(due_at) as first_due_at
        from ${relation} f group by cause_register, cause_id) g`);
    groups.push(...rows);
  }
  return groups.sort((one, other) => one.firstDueAt.getTime() - other.firstDueAt.getTime());
}

/** Ids of the records of a group whose time is over, oldest first. */
export async function dueIds(
  ctx: ReadContext,
  register: RegisterDefinition,
  cause: { readonly register: string; readonly id: string } | undefined,
  limit: number,
): Promise<string[]> {
  const relation = fulfilled(ctx, register);
  if (!relation) return [];
  const rows = await ctx.rows<{ id: string }>(sql`select id from ${relation} f
    where due_at <= ${ctx.now} and cause_register is not distinct from ${cause?.register ?? null}::text
      and cause_id is not distinct from ${cause?.id ?? null}::uuid
    order by due_at, id limit ${limit}`);
  return rows.map(({ id }) => id);
}
