import { type RawBuilder, sql } from 'kysely';
import type { ReadContext } from '../../api/context.ts';
import { snakeCase } from '../../registers/index.ts';
import type { Layer } from '../layer.rules.ts';
import { saidSql } from './said-sql.ts';
import { saidFields } from './tracked.rules.ts';

/**
 * The records of a layer as far as the viewer sees them today, to put after FROM: as they are, or as they stood at a moment.
 * Of then there are id, number, mark, state, area_code, the place of the layer and the fields it names, colours and narrows by,
 * as text; `said` holds all of its plain fields. A file's features never change: of them those that were there already.
 */
export function recordsAt(ctx: ReadContext, layer: Layer, moment: Date | undefined): RawBuilder<unknown> {
  const { register, place } = layer;
  const visible = ctx.visible(register, layer.read);
  if (!moment) return visible;
  if (layer.isLoose) return sql`(select v.* from ${visible} v where v.created_at <= ${moment}::timestamptz)`;
  const column = sql.ref(snakeCase(place));
  const fields = askedFields(layer);
  const said = sql.raw(saidSql(saidFields(register), 'v'));
  const now = fields.map((name) => sql`, ${nowText(layer, name)} as ${sql.ref(snakeCase(name))}`);
  const then = fields.map((name) => sql`, ${thenText(layer, name)} as ${sql.ref(snakeCase(name))}`);
  const of = sql`s.register = ${register.name} and s.field = ${place}`;
  return sql`(
    select v.id, v.number, v.mark, v.state, v.area_code, v.${column}::geometry as ${column}, ${said} as said${sql.join(now, sql``)}
      from ${visible} v where ${begun(layer, moment)}
      and not exists (select 1 from place_span s where ${of} and s.record_id = v.id and s.until > ${moment}::timestamptz)
    union all
    select v.id, v.number, v.mark, s.state, s.area_code, s.shape as ${column}, s.said${sql.join(then, sql``)}
      from place_span s join ${visible} v on v.id = s.record_id
      where ${of} and s.since <= ${moment}::timestamptz and s.until > ${moment}::timestamptz)`;
}

/** Was `v` there already? Some were before they were recorded. */
function begun({ register }: Layer, moment: Date): RawBuilder<unknown> {
  return sql`(v.created_at <= ${moment}::timestamptz or v.id in (select b.record_id from place_start b
    where b.register = ${register.name} and b.since <= ${moment}::timestamptz))`;
}

/** Fields that a layer is named, coloured and narrowed by. */
function askedFields({ register, title, colourBy, only = [] }: Layer): string[] {
  const asked = [title, colourBy, ...only.map(({ field }) => field)];
  const known = saidFields(register);
  return [...new Set(asked)].filter((name) => name !== undefined && known.includes(name)) as string[];
}

const isMany = ({ register }: Layer, name: string) => register.fields[name]?.column.startsWith('text[]');

function nowText(layer: Layer, name: string): RawBuilder<unknown> {
  const column = sql`v.${sql.ref(snakeCase(name))}`;
  return isMany(layer, name) ? column : sql`${column}::text`;
}

function thenText(layer: Layer, name: string): RawBuilder<unknown> {
  if (!isMany(layer, name)) return sql`(s.said ->> ${name}::text)`;
  const values = sql`(s.said -> ${name}::text)`;
  return sql`(case when jsonb_typeof(${values}) = 'array'
    then array(select jsonb_array_elements_text(${values})) end)`;
}

/** How many of the records that stood at a moment are only known since later: the earliest known state is shown for them. */
export async function assumedAt(ctx: ReadContext, layer: Layer, moment: Date): Promise<number> {
  if (layer.isLoose) return 0;
  const row = await ctx.row<{ count: number }>(sql`select count(*)::int as count from place_start k
    join ${ctx.visible(layer.register, layer.read)} v on v.id = k.record_id
    where k.register = ${layer.register.name} and k.known_since > ${moment}::timestamptz and ${begun(layer, moment)}`);
  return row?.count ?? 0;
}

/** When the first record of a layer that the viewer sees began; undefined where there is none. */
export async function firstOf(ctx: ReadContext, layer: Layer): Promise<Date | undefined> {
  const visible = ctx.visible(layer.register, layer.read);
  // Ids are made in the order of time: the first one is found without looking at all.
  const row = await ctx.row<{ at: Date | null }>(sql`select least(
    (select v.created_at from ${visible} v order by v.id limit 1),
    (select min(b.since) from place_start b join ${visible} v on v.id = b.record_id where b.register = ${layer.register.name})
  ) as at`);
  return row?.at ?? undefined;
}
