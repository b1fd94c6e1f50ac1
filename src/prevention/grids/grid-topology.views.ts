import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../../foundation/api/context.ts';
import { view } from '../../foundation/api/define.ts';
import { area } from '../../foundation/areas/area.register.ts';
import { streetsWithin } from '../../foundation/areas/index.ts';
import { SIGNED_IN } from '../../foundation/identity/define.ts';
import { problem } from '../../kernel/problems.ts';
import { building } from '../buildings/building.register.ts';
import { lifelinePoint } from '../lifelines/lifeline-point.register.ts';
import { resident, residents } from '../population/resident.register.ts';
import { protectedTarget } from '../protected-targets/protected-target.register.ts';
import { grid, grids } from './grid.register.ts';
import { GRID_TOPOLOGY } from './grid-topology.rules.ts';

/** What would mend it: the outline that a grid would have. */
const proposal = z.object({
  gridId: z.string(),
  version: z.number(),
  name: z.string(),
  outline: z.array(z.array(z.array(z.array(z.number())))),
});
const fault = z.object({
  /** Names it on the screen; made of where it lies. */
  key: z.string(),
  kind: z.enum(['gap', 'overlap']),
  /** The community of a gap, the two grids of an overlap. */
  where: z.array(z.string()),
  squareMetres: z.number(),
  ring: z.array(z.array(z.number())),
  middle: z.object({ lng: z.number(), lat: z.number() }),
  proposals: z.array(proposal),
});
type Fault = z.input<typeof fault>;
const unowned = z.object({ register: z.string(), id: z.string(), title: z.string() });

/** Things that somebody should walk to; each is looked for by its place. */
const OWNED = [protectedTarget, building, lifelinePoint];
const MOST_UNOWNED = 100;

/** Is the ground of a street divided into grids without gap and overlap, and how much of it, and of its people, has one? */
export const topology = view('grids.topology', {
  label: { zh: '网格拓扑检查', en: 'Check of the ground of grids' },
  may: grids.read,
  /** The first street within reach unless told. */
  input: z.object({
    street: z
      .string()
      .regex(/^\d{9}$/)
      .optional(),
  }),
  output: z.object({
    street: z.string(),
    streets: z.array(z.object({ code: z.string(), name: z.string() })),
    faults: z.array(fault),
    /** Communities that no grid bears the code of. */
    without: z.array(z.object({ code: z.string(), name: z.string() })),
    outlines: z.array(z.object({ name: z.string(), coordinates: z.array(z.array(z.array(z.number()))) })),
    coverage: z.object({
      squareKilometres: z.number(),
      covered: z.number(),
      /** Null where the viewer may not know of people. */
      people: z.number().nullable(),
      peopleCovered: z.number().nullable(),
    }),
    unowned: z.array(unowned),
    unownedCount: z.number(),
    /** May the viewer mend it? */
    mayMend: z.boolean(),
  }),
  reads: [grid, area],
  async run(ctx, { street: asked }) {
    const streets = await streetsWithin(ctx, grids.read);
    const street = asked ?? streets[0]?.code;
    if (!street || !streets.some(({ code }) => code === street)) throw problem('record.unknown', {}, 'street');
    const width = ctx.rules(GRID_TOPOLOGY).values.leastWidth;
    const ground = groundOf(ctx, street);
    const [gaps, overlaps] = [await gapsOf(ctx, ground, width), await overlapsOf(ctx, ground, width)];
    const without = await ctx.rows<{ code: string; name: string }>(sql`${ground}
      select code, name from ground where not exists (select 1 from g where left(g.grid_code, 12) = ground.code) order by code`);
    const outlines = await ctx.rows<{ name: string; coordinates: number[][][] }>(sql`${ground}
      select name, st_asgeojson((st_dump(outline)).geom, 6)::jsonb -> 'coordinates' as coordinates from g order by grid_code`);
    return {
      street,
      streets,
      faults: [...gaps, ...overlaps].toSorted((one, other) => other.squareMetres - one.squareMetres),
      without,
      outlines,
      coverage: { ...(await coverageOf(ctx, ground)), ...(await peopleOf(ctx, street)) },
      ...(await unownedOf(ctx, street)),
      mayMend: ctx.holds(grids.keep),
    };
  },
});

/** The communities of a street, and the grids that lie on any of them. */
const groundOf = (ctx: ReadContext, street: string) => sql`
  with ground as (select code, name, outline from ${ctx.visible(area, SIGNED_IN)} a where kind = 'community' and code like ${`${street}%`}),
  g as materialized (select r.id, r.name, r.version, r.grid_code, st_makevalid(r.outline) as outline from ${ctx.visible(grid)} r
    where r.state = 'active' and r.outline is not null
      and exists (select 1 from ground where st_intersects(ground.outline, r.outline)))`;

/** Metres across: what a strip of this area and length of edge is wide. */
const wide = (shape: RawBuilder<unknown>, width: number) =>
  sql`st_area(${shape}::geography) * 2 >= ${width}::float8 * st_perimeter(${shape}::geography)`;
const seen = sql`st_area(shape::geography) as square_metres, st_asgeojson(st_exteriorring(shape), 7)::jsonb -> 'coordinates' as ring,
  jsonb_build_object('lng', st_x(st_pointonsurface(shape)), 'lat', st_y(st_pointonsurface(shape))) as middle`;
const outlineOf = (shape: RawBuilder<unknown>) =>
  sql`st_asgeojson(st_multi(st_collectionextract(${shape}, 3)), 7)::jsonb -> 'coordinates'`;

type Found = Pick<Fault, 'squareMetres' | 'ring' | 'middle' | 'where' | 'proposals'>;
const named = (kind: Fault['kind'], found: readonly Found[]): Fault[] =>
  found.map((one) => ({
    ...one,
    kind,
    key: `${kind} ${one.middle.lng.toFixed(6)} ${one.middle.lat.toFixed(6)}`,
    proposals: one.proposals.filter(({ outline }) => outline.length > 0),
  }));

/** A hundred-thousandth of a degree: corners that near are one corner. */
const SNAP = 0.000_001;

/** Ground of a community with grids that none of them covers; the grid with the longest border on it is to take it. */
async function gapsOf(ctx: ReadContext, ground: RawBuilder<unknown>, width: number): Promise<Fault[]> {
  const found = await ctx.rows<Found>(sql`${ground},
    gap as (select code, name, (st_dump(st_difference(ground.outline, (select st_union(g.outline) from g where st_intersects(g.outline, ground.outline))))).geom as shape
      from ground where exists (select 1 from g where left(g.grid_code, 12) = ground.code))
    select array[gap.name] as "where", ${seen}, coalesce((
      select jsonb_agg(jsonb_build_object('gridId', n.id, 'version', n.version, 'name', n.name, 'outline', n.outline))
      from (select g.id, g.version, g.name, ${outlineOf(sql`st_union(g.outline, st_snap(shape, g.outline, ${SNAP}))`)} as outline from g
        where st_dwithin(g.outline, shape, ${SNAP})
        order by st_length(st_intersection(st_boundary(g.outline), st_buffer(shape, ${SNAP}))::geography) desc, g.id limit 1) n), '[]') as proposals
    from gap where ${wide(sql`shape`, width)} order by square_metres desc limit 100`);
  return named('gap', found);
}

/** Ground that two grids claim; either may give it up. */
async function overlapsOf(ctx: ReadContext, ground: RawBuilder<unknown>, width: number): Promise<Fault[]> {
  const cut = (one: string, other: string) => {
    const [from, by] = [sql.ref(`${one}.outline`), sql.ref(`${other}.outline`)];
    return sql`jsonb_build_object('gridId', ${sql.ref(`${one}.id`)}, 'version', ${sql.ref(`${one}.version`)}, 'name', ${sql.ref(`${one}.name`)},
      'outline', ${outlineOf(sql`st_difference(${from}, ${by})`)})`;
  };
  const found = await ctx.rows<Found>(sql`${ground},
    pair as (select a.name as a_name, b.name as b_name, jsonb_build_array(${cut('a', 'b')}, ${cut('b', 'a')}) as proposals,
        (st_dump(st_collectionextract(st_intersection(a.outline, b.outline), 3))).geom as shape
      from g a join g b on a.id < b.id and st_intersects(a.outline, b.outline))
    select array[a_name, b_name] as "where", proposals, ${seen} from pair where ${wide(sql`shape`, width)}
    order by square_metres desc limit 100`);
  return named('overlap', found);
}

async function coverageOf(ctx: ReadContext, ground: RawBuilder<unknown>) {
  const found = await ctx.row<{ squareKilometres: number; covered: number }>(sql`${ground},
    whole as (select st_union(outline) as outline from ground)
    select coalesce(st_area(outline::geography), 0) / 1e6 as square_kilometres,
      coalesce(st_area(st_intersection(outline, (select st_union(g.outline) from g))::geography), 0) / 1e6 as covered from whole`);
  return { squareKilometres: found?.squareKilometres ?? 0, covered: found?.covered ?? 0 };
}

const inAGrid = (ctx: ReadContext, at: RawBuilder<unknown>) =>
  sql`exists (select 1 from ${ctx.visible(grid)} o where o.state = 'active' and st_covers(o.outline, ${at}))`;

async function peopleOf(ctx: ReadContext, street: string) {
  if (!ctx.holds(residents.read)) return { people: null, peopleCovered: null };
  const found = await ctx.row<{ people: number; peopleCovered: number }>(sql`
    select count(*)::int as people, (count(*) filter (where ${inAGrid(ctx, sql`r.home`)}))::int as people_covered
    from ${ctx.visible(resident, residents.read)} r where r.state = 'active' and r.home is not null and r.area_code like ${`${street}%`}`);
  return found ?? { people: 0, peopleCovered: 0 };
}

/** Places of things within the street that lie in no grid. */
async function unownedOf(ctx: ReadContext, street: string) {
  const parts = OWNED.flatMap((register) => {
    const read = ctx.catalogue.permissions.get(`${register.name}.read`);
    if (!read || !ctx.holds(read)) return [];
    return [
      sql`select ${register.name}::text as register, r.id, r.name as title from ${ctx.visible(register, read)} r
        where r.state = 'active' and r.area_code like ${`${street}%`} and not ${inAGrid(ctx, sql`r.at`)}`,
    ];
  });
  if (parts.length === 0) return { unowned: [], unownedCount: 0 };
  const rows = await ctx.rows<z.input<typeof unowned> & { total: number }>(sql`
    select *, (count(*) over ())::int as total from (${sql.join(parts, sql` union all `)}) u order by register, title, id limit ${MOST_UNOWNED}`);
  return {
    unowned: rows.map(({ register, id, title }) => ({ register, id, title })),
    unownedCount: rows[0]?.total ?? 0,
  };
}
