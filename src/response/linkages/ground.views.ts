import { type RawBuilder, sql } from 'kysely';
import type { ReadContext } from '../../foundation/api/context.ts';
import { bufferOf, layersOf } from '../../foundation/geo/index.ts';
import type { Mark } from '../../foundation/registers/define.ts';
import { outlineShape, snakeCase } from '../../foundation/registers/index.ts';
import { problem } from '../../kernel/problems.ts';
import { withinFrom } from '../../kernel/within.ts';

/** What somebody starts from: a record, or ground that was drawn on the map. */
export interface LinkageOrigin {
  readonly register?: string | undefined;
  readonly recordId?: string | undefined;
  readonly within?: string | undefined;
}

/** Where a linkage is about, and of what: the record behind it, its kind where it is an incident, the areas it touches. */
export interface LinkageGround {
  readonly matter: {
    readonly register: string;
    readonly id: string;
    readonly title: string;
    readonly mark: Mark;
  } | null;
  readonly kind: string | null;
  readonly at: { readonly lng: number; readonly lat: number } | null;
  readonly areas: readonly { readonly code: string; readonly name: string; readonly kind: string }[];
  readonly placeText: string;
}

/** @throws `record.unknown` for a record that the viewer does not see, `input.invalid` where nothing says where */
export async function groundOf(
  ctx: ReadContext,
  { register, recordId, within }: LinkageOrigin,
): Promise<LinkageGround> {
  if (register && recordId) return groundOfRecord(ctx, register, recordId);
  const drawn = withinFrom(within);
  if (!drawn) throw problem('input.invalid', {}, 'within');
  const corners =
    'corners' in drawn
      ? drawn.corners
      : bufferOf(drawn.centre, drawn.metres)
          .slice(0, -1)
          .map(([lng, lat]) => ({ lng, lat }));
  return { matter: null, kind: null, ...(await touched(ctx, outlineShape(corners))) };
}

interface MatterRow {
  title: string | null;
  number: string | null;
  mark: Mark;
  areaCode: string;
  kind: string | null;
  shape: string | null;
  placeText: string | null;
  matterRegister: string | null;
  matterId: string | null;
}

async function groundOfRecord(ctx: ReadContext, name: string, id: string): Promise<LinkageGround> {
  const definition = ctx.catalogue.registers.get(name);
  if (!definition || !(await ctx.maySee(name, id))) throw problem('record.unknown', {}, 'recordId');
  const layer = [...layersOf(ctx.catalogue).values()].find((one) => one.isMain && one.register.name === name);
  const has = (field: string) => field in definition.fields && !definition.fields[field]?.personal;
  const column = (field: string) => (has(field) ? sql.ref(`r.${snakeCase(field)}`) : sql`null`);
  const row = await ctx.row<MatterRow>(sql`
    select ${column(definition.title)}::text as title, r.number, r.mark, r.area_code, ${column('kind')}::text as kind,
      ${column('placeText')}::text as place_text, ${column('matterRegister')}::text as matter_register,
      ${column('matterId')}::uuid as matter_id,
      ${layer ? sql`encode(st_asewkb(${sql.ref(`r.${snakeCase(layer.place)}`)}), 'hex')` : sql`null::text`} as shape
    from ${sql.table(name)} r where r.id = ${id}`);
  if (!row) throw problem('record.unknown', {}, 'recordId');
  const matter = { register: name, id, title: [row.number, row.title].filter(Boolean).join(' '), mark: row.mark };
  // An order without a place of its own, or without a kind, is about the matter it was issued for.
  const above =
    row.matterRegister && row.matterId && (await ctx.maySee(row.matterRegister, row.matterId))
      ? await groundOfRecord(ctx, row.matterRegister, row.matterId)
      : undefined;
  const own = row.shape
    ? await touched(ctx, sql`st_geomfromewkb(decode(${row.shape}, 'hex'))`)
    : (above ?? { at: null, areas: await areasAbove(ctx, row.areaCode), placeText: '' });
  return {
    matter,
    kind: row.kind ?? above?.kind ?? null,
    at: own.at,
    areas: own.areas,
    placeText: row.placeText || own.placeText,
  };
}

/** Streets and communities that a shape touches, the larger first. */
async function touched(
  ctx: ReadContext,
  shape: RawBuilder<unknown>,
): Promise<Pick<LinkageGround, 'at' | 'areas' | 'placeText'>> {
  const areas = await ctx.rows<{ code: string; name: string; kind: string }>(sql`
    select code, name, kind from area where kind in ('street', 'community') and st_intersects(outline, ${shape})
    order by length(code), code limit 400`);
  const at = await ctx.row<{ lng: number; lat: number }>(
    sql`select st_x(p.at) as lng, st_y(p.at) as lat from (select st_pointonsurface(${shape}) as at) p`,
  );
  return {
    at: at ?? null,
    areas,
    placeText: areas
      .map(({ name }) => name)
      .slice(0, 4)
      .join('、'),
  };
}

const areasAbove = (ctx: ReadContext, code: string) =>
  ctx.rows<{ code: string; name: string; kind: string }>(sql`
    select code, name, kind from area where kind in ('street', 'community') and ${code} like code || '%' order by length(code)`);
