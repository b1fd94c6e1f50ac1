import { type RawBuilder, sql } from 'kysely';
import { localTime } from '../../kernel/calendar.ts';
import { rowsOf } from '../api/index.ts';
import type { Transaction } from '../database/index.ts';
import type { RuleReader } from '../rule-sets/define.ts';
import type { IndicatorDefinition } from './define.ts';

const two = (value: number) => String(value).padStart(2, '0');

/** The day of an instant in Beijing. */
export function dayOf(instant: Date): string {
  const { year, month, day } = localTime(instant);
  return `${year}-${two(month)}-${two(day)}`;
}

/**
 * Counts again: these records, or all of the indicator. What each record gives lies in `indicator_row`, from the day on
 * which it counts; the sums in `indicator_value` follow for the days that were touched, or for all.
 */
export async function recount(
  tx: Transaction,
  indicator: IndicatorDefinition,
  now: Date,
  rules: RuleReader,
  ids?: readonly string[],
): Promise<void> {
  const { code, register } = indicator;
  const today = dayOf(now);
  const these = (column: RawBuilder<unknown>) => (ids ? sql`${column} = any(${ids as string[]}::uuid[])` : sql`true`);
  const records = sql`(select * from ${sql.table(register.name)} where mark = 'real' and ${these(sql`id`)})`;
  const counted = indicator.counted({ records, today, rules: (kind) => rules(kind, now).values });
  const day = indicator.measure === 'flow' ? sql`(c.at at time zone 'Asia/Shanghai')::date` : sql`${today}::date`;
  const fresh = sql`(select c.record_id, ${day} as day, c.part::numeric as part, c.whole::numeric as whole, c.owner_unit_path,
    c.area_code, c.link_register, c.link_id from (${counted}) c)`;
  const touched = indicator.measure === 'flow' ? await flow() : await level();
  await sumUp(tx, code, ids ? touched : undefined);

  /** What happened counts for its day, whatever was known of it before. */
  async function flow(): Promise<string[]> {
    const gone = await days(
      sql`delete from indicator_row r where r.code = ${code} and ${these(sql`r.record_id`)} returning day`,
    );
    return [...gone, ...(await insert(sql``))];
  }

  /** How things stood on former days stays as it was: what has changed ends today, and begins anew. */
  async function level(): Promise<string[]> {
    const open = sql`r.code = ${code} and r.ended_on is null and ${these(sql`r.record_id`)}
      and not exists (select 1 from ${fresh} f where f.record_id = r.record_id and f.part = r.part and f.whole = r.whole
        and f.owner_unit_path = r.owner_unit_path and f.area_code = r.area_code)`;
    const undone = await days(sql`delete from indicator_row r where ${open} and r.day >= ${today}::date returning day`);
    const ended = await days(
      sql`update indicator_row r set ended_on = ${today}::date where ${open} returning ended_on as day`,
    );
    const begun = await insert(sql`on conflict (code, record_id) where ended_on is null do nothing`);
    return [...undone, ...ended, ...begun];
  }

  function insert(unless: RawBuilder<unknown>): Promise<string[]> {
    return days(sql`insert into indicator_row (code, record_id, day, part, whole, owner_unit_path, area_code, link_register, link_id)
      select ${code}, f.record_id, f.day, f.part, f.whole, f.owner_unit_path, f.area_code, f.link_register, f.link_id
      from ${fresh} f ${unless} returning day`);
  }

  async function days(statement: RawBuilder<unknown>): Promise<string[]> {
    const rows = await rowsOf<{ day: string }>(
      tx,
      sql`with done as (${statement}) select distinct day::text as day from done`,
    );
    return rows.map((row) => row.day);
  }
}

/**
 * The sums of these days, or of all: by the unit that owns and the area. A level keeps what was added and taken away on a
 * day, so that the sum of all days up to one is how things stood then.
 */
async function sumUp(tx: Transaction, code: string, days: readonly string[] | undefined): Promise<void> {
  const ofThese = (column: RawBuilder<unknown>) =>
    days ? sql`${column} = any(${[...new Set(days)]}::date[])` : sql`true`;
  if (days?.length === 0) return;
  await sql`delete from indicator_value where code = ${code} and ${ofThese(sql`day`)}`.execute(tx);
  await sql`insert into indicator_value (code, day, owner_unit_path, area_code, part, whole)
    select ${code}, d.day, d.owner_unit_path, d.area_code, sum(d.part), sum(d.whole) from (
      select day, owner_unit_path, area_code, part, whole from indicator_row
        where code = ${code} and ${ofThese(sql`day`)}
      union all
      select ended_on, owner_unit_path, area_code, -part, -whole from indicator_row
        where code = ${code} and ended_on is not null and ${ofThese(sql`ended_on`)}) d
    group by d.day, d.owner_unit_path, d.area_code`.execute(tx);
}
