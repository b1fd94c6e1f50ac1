import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { CommandContext } from '../api/context.ts';

export interface RecordRef {
  readonly register: string;
  readonly id: string;
}

export interface ClockStart {
  /** What the limit binds. Owner, area, mark and the people involved are taken over from it. */
  readonly subject: RecordRef;
  /** One word per kind of limit on a subject, e.g. `receive`; `meetClock` asks for it again. */
  readonly name: string;
  readonly label: Phrase;
  /** A recorded moment, such as the time something became known; never the time of typing. */
  readonly from: Date;
  /** Length of the limit, or the instant itself. */
  readonly limit: { readonly minutes: number } | { readonly dueAt: Date };
  readonly warnMinutesBefore?: number;
  /** Clause the limit comes from, and the version of the rule that was used. */
  readonly citation: string;
  readonly ruleVersion: string;
  /** Records on whose timeline «fell due» is told, e.g. the incident of an order. */
  readonly concerns?: readonly RecordRef[];
}

const MINUTE = 60_000;
/** The clock's name in the `concerns` of the caller's fact: screens that show clocks hear of it that way. */
const refOf = (id: string): RecordRef => ({ register: 'clock', id });

/**
 * Starts a time limit in the command's transaction. It writes no fact of its own: name the answer in the `concerns` of
 * the fact that starts it. Starting the same limit from the same moment again changes nothing.
 */
export async function startClock(ctx: CommandContext, start: ClockStart): Promise<RecordRef> {
  const [ref] = await startClocks(ctx, [start]);
  return ref as RecordRef;
}

/**
 * Many limits in one statement per kind of subject; answers come in the order asked. The subjects are looked up one by
 * one (lateral): a join reads the whole register, because the planner cannot know how few are given.
 */
export async function startClocks(ctx: CommandContext, starts: readonly ClockStart[]): Promise<RecordRef[]> {
  const refs = starts.map(() => refOf(newId()));
  for (const register of new Set(starts.map((start) => start.subject.register))) {
    const rows = starts.flatMap((start, index) =>
      start.subject.register === register ? [rowOf(start, refs[index]?.id ?? '')] : [],
    );
    ctx.write(sql`
      with given as (
        select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, subject_id uuid, name text,
          label_zh text, label_en text, citation text, rule_version text, started_at timestamptz, due_at timestamptz,
          warn_at timestamptz, concerns jsonb)),
      started as (
        insert into clock (id, state, mark, owner_unit_id, owner_unit_path, area_code, created_at, created_by, changed_at,
          changed_by, changed_fact, subject_register, subject_id, name, label_zh, label_en, citation, rule_version,
          started_at, due_at, warn_at, concerns)
        select g.id, 'running', s.mark, s.owner_unit_id, s.owner_unit_path, s.area_code, ${ctx.now}::timestamptz,
          ${ctx.viewer.personId}::uuid, ${ctx.now}::timestamptz, ${ctx.viewer.personId}::uuid, ${ctx.commandId}::uuid,
          ${register}, g.subject_id, g.name, g.label_zh, g.label_en, g.citation, g.rule_version, g.started_at, g.due_at,
          g.warn_at, array(select jsonb_array_elements_text(g.concerns))
        from given g cross join lateral (select * from ${sql.table(register)} where id = g.subject_id limit 1) s
        on conflict do nothing returning id, subject_id)
      insert into involvement (register, record_id, unit_id, unit_path, person_id, since)
      select 'clock', c.id, i.unit_id, i.unit_path, i.person_id, ${ctx.now}::timestamptz
      from started c cross join lateral (
        select * from involvement where register = ${register} and record_id = c.subject_id offset 0) i
      on conflict do nothing`);
  }
  return refs;
}

function rowOf(start: ClockStart, id: string) {
  const dueAt =
    'dueAt' in start.limit ? start.limit.dueAt : new Date(start.from.getTime() + start.limit.minutes * MINUTE);
  const warnAt =
    start.warnMinutesBefore === undefined ? null : new Date(dueAt.getTime() - start.warnMinutesBefore * MINUTE);
  return {
    id,
    subject_id: start.subject.id,
    name: start.name,
    label_zh: start.label.zh,
    label_en: start.label.en,
    citation: start.citation,
    rule_version: start.ruleVersion,
    started_at: start.from.toISOString(),
    due_at: dueAt.toISOString(),
    // A warning before the start would be told at once and say nothing.
    warn_at: warnAt !== null && warnAt > start.from ? warnAt.toISOString() : null,
    concerns: (start.concerns ?? []).map((one) => `${one.register}/${one.id}`),
  };
}

/**
 * Stops a limit because what it asked for was done at `at` (the recorded moment, `ctx.now` unless told).
 * Done after the due time, the clock stays late and only learns when it ended. Answers the clocks it stopped.
 */
export async function meetClock(
  ctx: CommandContext,
  subject: RecordRef,
  name: string,
  at = ctx.now,
): Promise<RecordRef[]> {
  return end(ctx, subject, name, at, sql`case when due_at < ${at}::timestamptz then 'late' else 'met' end`);
}

/** Takes a limit away because it no longer binds, e.g. the order was cancelled. Without a name: all of the subject. */
export async function cancelClock(ctx: CommandContext, subject: RecordRef, name?: string): Promise<RecordRef[]> {
  return end(ctx, subject, name, ctx.now, sql`case when state = 'late' then 'late' else 'cancelled' end`);
}

async function end(
  ctx: CommandContext,
  subject: RecordRef,
  name: string | undefined,
  at: Date,
  state: ReturnType<typeof sql>,
): Promise<RecordRef[]> {
  const ended = await ctx.rows<{ id: string }>(sql`
    update clock set state = ${state}, ended_at = ${at}, version = version + 1, changed_at = ${ctx.now},
      changed_by = ${ctx.viewer.personId}, changed_fact = ${ctx.commandId}
    where subject_register = ${subject.register} and subject_id = ${subject.id} and ended_at is null
      and (${name ?? null}::text is null or name = ${name ?? null}) returning id`);
  return ended.map((one) => refOf(one.id));
}
