import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { CommandContext, ReadContext } from '../api/context.ts';
import { dueOf, type Limit, WORK_DAYS } from './work-days.rules.ts';

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
  /** Length of the limit, or the instant itself. Working days follow the calendar in force at `from`. */
  readonly limit: Limit;
  /** Each is told once; one that lies before the start is not. */
  readonly warnMinutesBefore?: number | readonly number[];
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
      start.subject.register === register ? [rowOf(ctx, start, refs[index]?.id ?? '')] : [],
    );
    ctx.write(sql`
      with given as (
        select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, subject_id uuid, name text,
          label_zh text, label_en text, citation text, rule_version text, started_at timestamptz, due_at timestamptz,
          warn_at timestamptz, later_warnings jsonb, is_provisional boolean, concerns jsonb)),
      started as (
        insert into clock (id, state, mark, owner_unit_id, owner_unit_path, area_code, created_at, created_by, changed_at,
          changed_by, changed_fact, subject_register, subject_id, name, label_zh, label_en, citation, rule_version,
          started_at, due_at, warn_at, later_warnings, is_provisional, concerns)
        select g.id, 'running', s.mark, s.owner_unit_id, s.owner_unit_path, s.area_code, ${ctx.now}::timestamptz,
          ${ctx.viewer.personId}::uuid, ${ctx.now}::timestamptz, ${ctx.viewer.personId}::uuid, ${ctx.commandId}::uuid,
          ${register}, g.subject_id, g.name, g.label_zh, g.label_en, g.citation, g.rule_version, g.started_at, g.due_at,
          g.warn_at, array(select jsonb_array_elements_text(g.later_warnings)), g.is_provisional,
          array(select jsonb_array_elements_text(g.concerns))
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

function rowOf(ctx: CommandContext, start: ClockStart, id: string) {
  const { dueAt, isProvisional } = dueOf(start.limit, start.from, ctx.rules(WORK_DAYS, start.from).values);
  const [warnAt = null, ...later] = [start.warnMinutesBefore ?? []]
    .flat()
    .map((minutes) => new Date(dueAt.getTime() - minutes * MINUTE))
    // A warning before the start would be told at once and say nothing.
    .filter((at) => at > start.from)
    .sort((one, other) => one.getTime() - other.getTime())
    .map((at) => at.toISOString());
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
    warn_at: warnAt,
    later_warnings: later,
    is_provisional: isProvisional,
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
  return end(
    ctx,
    subject,
    name,
    at,
    sql`case when coalesce(suspended_at, ${at}::timestamptz) > due_at then 'late' else 'met' end`,
  );
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
    update clock set state = ${state}, ended_at = ${at}, ${changed(ctx)}
    where subject_register = ${subject.register} and subject_id = ${subject.id} and ended_at is null
      and (${name ?? null}::text is null or name = ${name ?? null}) returning id`);
  return ended.map((one) => refOf(one.id));
}

/**
 * The limit's time does not count from `at` on, because a law says so: 技术鉴定所需时间不计入 (493号令 第27条). What has
 * fallen due already stays late. Answers the clocks it stopped.
 */
export async function suspendClock(
  ctx: CommandContext,
  subject: RecordRef,
  name: string,
  citation: string,
  at = ctx.now,
): Promise<RecordRef[]> {
  const stopped = await ctx.rows<{ id: string }>(sql`
    update clock set state = 'suspended', suspended_at = ${at}, suspended_by = ${citation}, ${changed(ctx)}
    where subject_register = ${subject.register} and subject_id = ${subject.id} and name = ${name}
      and state = 'running' and due_at > ${at}::timestamptz returning id`);
  return stopped.map((one) => refOf(one.id));
}

/** It counts again from `at` on: what was left of it is left, and its warnings move with it. */
export async function resumeClock(
  ctx: CommandContext,
  subject: RecordRef,
  name: string,
  at = ctx.now,
): Promise<RecordRef[]> {
  const away = sql`(greatest(${at}::timestamptz, suspended_at) - suspended_at)`;
  const resumed = await ctx.rows<{ id: string }>(sql`
    update clock set state = 'running', due_at = due_at + ${away}, warn_at = warn_at + ${away},
      later_warnings = array(select to_char((w::timestamptz + ${away}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
        from unnest(later_warnings) w),
      suspended_at = null, suspended_by = null, ${changed(ctx)}
    where subject_register = ${subject.register} and subject_id = ${subject.id} and name = ${name}
      and state = 'suspended' returning id`);
  return resumed.map((one) => refOf(one.id));
}

/** A limit that was taken away binds again, from the moment it always ran from: it is due when it was due. Answers the clocks. */
export async function reviveClock(ctx: CommandContext, subject: RecordRef, name: string): Promise<RecordRef[]> {
  const revived = await ctx.rows<{ id: string }>(sql`
    update clock set state = 'running', ended_at = null, ${changed(ctx)}
    where subject_register = ${subject.register} and subject_id = ${subject.id} and name = ${name}
      and state = 'cancelled' returning id`);
  return revived.map((one) => refOf(one.id));
}

/** A running limit is called otherwise, because what its name speaks of was corrected; its times stay. Answers the clocks. */
export async function renameClock(
  ctx: CommandContext,
  subject: RecordRef,
  name: string,
  label: Phrase,
): Promise<RecordRef[]> {
  const renamed = await ctx.rows<{ id: string }>(sql`
    update clock set label_zh = ${label.zh}, label_en = ${label.en}, ${changed(ctx)}
    where subject_register = ${subject.register} and subject_id = ${subject.id} and name = ${name}
      and ended_at is null returning id`);
  return renamed.map((one) => refOf(one.id));
}

const changed = (ctx: CommandContext) => sql`version = version + 1, changed_at = ${ctx.now},
  changed_by = ${ctx.viewer.personId}, changed_fact = ${ctx.commandId}`;

/** When a limit that begins at `from` is over by the calendar then in force, for what keeps the instant on its own record. */
export function dueAtOf(ctx: ReadContext, limit: Limit, from: Date): Date {
  return dueOf(limit, from, ctx.rules(WORK_DAYS, from).values).dueAt;
}
