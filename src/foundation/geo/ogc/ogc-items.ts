import { type RawBuilder, sql } from 'kysely';
import type { ReadContext } from '../../api/context.ts';
import { snakeCase } from '../../registers/index.ts';
import type { Layer } from '../layer.rules.ts';
import type { Box } from '../tiles/tile.rules.ts';
import { narrowed } from '../tiles/tile-rows.ts';

export interface ItemsAsked {
  readonly box?: Box | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly filters: Readonly<Record<string, string>>;
  readonly limit: number;
  readonly offset: number;
  readonly isLatFirst: boolean;
  readonly id?: string;
}

export interface Feature {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: unknown;
  readonly properties: Record<string, unknown>;
}

/** Common columns that leave with every feature; fields of the list follow. */
const COMMON = {
  number: 'number',
  state: 'state',
  mark: 'mark',
  areaCode: 'area_code',
  changedAt: 'changed_at',
} as const;

const column = (name: string) => sql.ref(`r.${snakeCase(name)}`);

/** The fields by whose exact value items can be narrowed: choices, yes or no, and the common words. */
export function filterable({ register, properties }: Layer): string[] {
  const named = properties.filter((name) => ['choice', 'boolean'].includes(register.fields[name]?.type ?? ''));
  return ['state', 'mark', 'areaCode', ...named];
}

/** The instant that `datetime` is compared with: the first of the list, else the last change. */
export function timeOf({ register, properties }: Layer): string {
  return properties.find((name) => register.fields[name]?.type === 'instant') ?? 'changedAt';
}

/** All records with a place that the viewer sees and the question fits, and how many there are. */
export async function itemsOf(ctx: ReadContext, layer: Layer, asked: ItemsAsked) {
  const where = whereOf(layer, asked);
  const from = sql`from ${ctx.visible(layer.register, layer.read)} r where ${where}`;
  const total = await ctx.row<{ count: number }>(sql`select count(*)::int as count ${from}`);
  const shape = asked.isLatFirst ? sql`st_flipcoordinates(${column(layer.place)})` : column(layer.place);
  const rows = await ctx.rows<Record<string, unknown> & { id: string; featureShape: unknown }>(sql`
    select r.id, ${sql.join(selected(layer))}, st_asgeojson(${shape}, 7)::jsonb as feature_shape
    ${from} order by r.id limit ${asked.limit} offset ${asked.offset}`);
  const features = rows.map(
    ({ id, featureShape, ...properties }): Feature => ({ type: 'Feature', id, geometry: featureShape, properties }),
  );
  return { features, total: total?.count ?? 0 };
}

function selected({ properties, isLoose }: Layer): RawBuilder<unknown>[] {
  const own = isLoose ? [sql.ref('r.name'), sql.ref('r.attributes')] : properties.map(column);
  return [...Object.values(COMMON).map((name) => sql.ref(`r.${name}`)), ...own];
}

function whereOf(layer: Layer, { id, box, from, to, filters }: ItemsAsked): RawBuilder<unknown> {
  const parts = [sql`${column(layer.place)} is not null and ${narrowed(layer)}`];
  if (id) parts.push(sql`r.id = ${id}`);
  if (box) parts.push(touches(layer, box));
  const time = sql`coalesce(${column(timeOf(layer))}, r.changed_at)`;
  if (from) parts.push(sql`${time} >= ${from}::timestamptz`);
  if (to) parts.push(sql`${time} <= ${to}::timestamptz`);
  for (const [name, value] of Object.entries(filters)) parts.push(sql`${column(name)}::text = ${value}`);
  return sql.join(parts, sql` and `);
}

/** A box across the date line is two. */
function touches({ place }: Layer, { west, south, east, north }: Box): RawBuilder<unknown> {
  const one = (from: number, to: number) =>
    sql`st_intersects(${column(place)}, st_makeenvelope(${from}::float8, ${south}::float8, ${to}::float8, ${north}::float8, 4490))`;
  return west <= east ? one(west, east) : sql`(${one(west, 180)} or ${one(-180, east)})`;
}
