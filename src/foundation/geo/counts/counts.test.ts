import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { inDistrict } from '../../../../tests/support/district.ts';
import { random, seedOfRun } from '../../../../tests/support/random.ts';
import { tilesOver } from '../../../../tests/support/tile.ts';
import { rowsOf, runView } from '../../api/index.ts';
import { type Permission, SIGNED_IN, type Viewer } from '../../identity/define.ts';
import { type Layer, layersOf } from '../layer.rules.ts';
import { CELLS, FINE_CELLS, tileAt } from '../tiles/tile.rules.ts';
import { tileRows } from '../tiles/tile-rows.ts';
import { checkCounts, keepCounts } from './keep-counts.ts';

const EXPERT = {
  fields: ['gas'],
  organisation: '检测中心（示例）',
  phone: '10094990001',
  isOnCall: true,
  appointedOn: '2026-01-01',
  termEndsOn: '2028-12-31',
};
const WEST = 116.1;
const SOUTH = 39.85;
/** Low tiles, and deeper ones in which points crowd. */
const TILES = [
  ...[7, 9, 11].flatMap((z) => tilesOver(WEST, SOUTH, WEST + 0.2, SOUTH + 0.2, z)),
  ...tilesOver(116.2, 39.915, 116.2, 39.915, 13),
];
const NOBODY = { isSystem: false, personId: '00000000-0000-0000-0000-000000000000' };
const READ: Permission = {
  ...SIGNED_IN,
  name: 'expert.read',
  granted: { duty_officer: 'area', street_officer: 'unit' },
};

interface Row {
  readonly id: string;
  readonly state: string;
  readonly areaCode: string;
  readonly ownerUnitPath: string;
  readonly lng: number;
  readonly lat: number;
}
interface Cell {
  readonly id: string | null;
  readonly count: number | null;
  readonly lng: number;
  readonly lat: number;
}

inDistrict('counts of the map', (district) => {
  const platform = () => district().server.platform;
  const layer = (): Layer => ({ ...(layersOf(platform().catalogue).get('experts') as Layer), read: READ });
  const write = (query: ReturnType<typeof sql>) => platform().database.transact((tx) => query.execute(tx));
  const rows = () =>
    platform().database.transact((tx) =>
      rowsOf<Row>(
        tx,
        sql`select id, state, area_code, owner_unit_path, st_x(base) as lng, st_y(base) as lat from expert`,
      ),
    );
  const wearing = (role: 'duty_officer' | 'street_officer', unit: { areaCode: string; path: string }) =>
    ({ ...NOBODY, hats: [{ id: '1', role, unit }] }) as unknown as Viewer;
  const everything = { ...NOBODY, isSystem: true, hats: [] } as unknown as Viewer;

  /** What a tile holds, against the same reckoned here from every record: cell by cell, the middle to a hair, the one by name. */
  async function compare(viewer: Viewer, mayRead: (row: Row) => boolean): Promise<number> {
    const { states = [] } = layer();
    const seen = (await rows()).filter((row) => states.includes(row.state) && mayRead(row) && row.lng !== null);
    let compared = 0;
    for (const tile of TILES) {
      const cells = tile.z < 12 ? CELLS : FINE_CELLS;
      const depth = tile.z + Math.log2(cells);
      const told = await runView(
        platform(),
        {
          may: SIGNED_IN,
          run: async (ctx) =>
            ctx.rows<Cell>(
              sql`select id, count, st_x(geom) as lng, st_y(geom) as lat from (${(await tileRows(ctx, [layer()], tile))[0]}) f`,
            ),
        },
        {},
        viewer,
      );
      const here = seen.filter((row) => {
        const at = tileAt(row, tile.z);
        return at.x === tile.x && at.y === tile.y;
      });
      // Where they can be told apart there is nothing to add up.
      if (tile.z >= 12 && here.length <= 2000) continue;
      const wanted = [...Map.groupBy(here, (row) => `${tileAt(row, depth).x}/${tileAt(row, depth).y}`).values()].map(
        (group) => ({
          id: group.length === 1 ? group[0]?.id : null,
          count: group.length === 1 ? null : group.length,
          lng: mean(group.map(({ lng }) => lng)),
          lat: mean(group.map(({ lat }) => lat)),
        }),
      );
      expect(unmet(told as Cell[], wanted as Cell[])).toEqual([]);
      expect((told as Cell[]).length).toBe(wanted.length);
      compared += here.length;
    }
    return compared;
  }
  async function compareAll(): Promise<number> {
    const [first] = await rows();
    const area = (first?.areaCode ?? '').slice(0, 9);
    const path = first?.ownerUnitPath ?? '';
    return (
      (await compare(everything, () => true)) +
      (await compare(wearing('duty_officer', { areaCode: area, path: 'none/' }), (row) =>
        row.areaCode.startsWith(area),
      )) +
      (await compare(wearing('street_officer', { areaCode: 'none', path }), (row) =>
        row.ownerUnitPath.startsWith(path),
      ))
    );
  }

  it('are what the records are, whatever happens to them', async () => {
    const officer = await district().as('zhiban');
    const next = random(seedOfRun());
    const place = () => ({ lng: WEST + next() * 0.2, lat: SOUTH + next() * 0.2 });
    const { id } = await officer.does<{ id: string }>('experts.register', { ...EXPERT, name: '柳甲', base: place() });
    // A crowd in one corner, so that it is gathered in deep tiles, too.
    const many = (
      count: number,
    ) => sql`insert into expert select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(),
        'area_code', left(e.area_code, 6) || lpad((n % 3)::text, 3, '0'), 'owner_unit_path', e.owner_unit_path || (n % 2) || '/',
        'base', st_asewkt(st_setsrid(st_makepoint(116.195 + (n % 60) * 0.0006, 39.9101 + (n / 60) * 0.0003), 4490))))).*
      from expert e, generate_series(1, ${count}::int) n where e.id = ${id}`;
    await write(many(2300));
    expect(await keepCounts(platform(), 100)).toContain('expert');
    expect(await keepCounts(platform(), 100)).not.toContain('expert');
    expect(await compareAll()).toBeGreaterThan(5_000);

    const some = (share: number) =>
      sql`(select e.id from expert e where e.id <> ${id} and hashtext(e.id::text || ${String(next())}) % 100 < ${share})`;
    const moved = sql`st_setsrid(st_makepoint(${WEST}::float8 + random() * 0.2, ${SOUTH}::float8 + random() * 0.2), 4490)`;
    await write(sql`update expert set base = ${moved} where id in ${some(20)}`);
    await write(
      sql`update expert set state = case state when 'active' then 'withdrawn' else 'active' end where id in ${some(5)}`,
    );
    await write(sql`update expert set state = 'merged' where id in ${some(2)}`);
    await write(sql`update expert set area_code = '110107001' where id in ${some(10)}`);
    await write(sql`update expert set base = st_setsrid(st_makepoint(0, 90), 4490) where id in ${some(1)}`);
    await write(sql`update expert set version = version + 1 where id in ${some(30)}`);
    await write(sql`delete from expert where id in ${some(10)}`);
    const { version } = (await officer.sees<{ record: { version: number } }>('experts.record', { id })).record;
    await officer.does('experts.correct', { id, base: place(), reason: '核对' }, { version });
    await district().settle();
    const changed = await compareAll();
    expect(changed).toBeGreaterThan(1_000);

    // Packed into one row for each cell, and counted whole after a restart that finds its triggers gone, it is the same again.
    await write(many(200));
    await keepCounts(platform(), 100);
    await compare(everything, () => true);
    await write(sql`drop trigger counts_places_insert on expert`);
    await checkCounts(platform());
    expect(
      (
        await platform().database.transact((tx) =>
          rowsOf(tx, sql`select 1 from place_counted where register = 'expert'`),
        )
      ).length,
    ).toBe(0);
    await compare(everything, () => true);
    await write(sql`delete from expert where id in ${some(5)}`);
    await keepCounts(platform(), 100);
    await compare(everything, () => true);
    await write(
      sql`delete from expert where id <> ${id} and id in (select id from expert where version = 1 limit 100000)`,
    );
    await keepCounts(platform(), 100);
    await compare(everything, () => true);
  });
});

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Those of which the others have none that says the same within what is kept, a thousand-millionth of a degree. */
function unmet(cells: readonly Cell[], others: readonly Cell[]): Cell[] {
  const isNear = (one: number, other: number) => Math.abs(one - other) < 1e-8;
  const said = Map.groupBy(others, ({ id, count }) => id ?? count);
  return cells.filter(
    ({ id, count, lng, lat }) =>
      !said.get(id ?? count)?.some((other) => isNear(lng, other.lng) && isNear(lat, other.lat)),
  );
}
