import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../../tests/support/databases.ts';
import { inDistrict } from '../../../tests/support/district.ts';
import { rowsOf } from '../api/index.ts';
import type { RuleReader } from '../rule-sets/define.ts';
import { featuresOf } from './features.ts';

/** Maps of other systems, beside the checkout where somebody has them; they are read in place. */
const REAL = join(import.meta.dirname, '../../../../shared/realdata');
const HAS_THEM = existsSync(REAL);
if (!HAS_THEM) console.warn(`skipped: no real files at ${REAL}`);
const read = (name: string) => readFileSync(join(REAL, name), 'utf8');

interface Import {
  id: string;
  placeWarning: { zh: string } | null;
  [count: string]: unknown;
}
interface RoadFile {
  nodes: { id: string; x: string; y: string }[];
  edges: { id: [string, string, number]; geometry: string[]; length: string }[];
}

/** «title : '古城', … lng : 116.1, lat : 39.9» of a script that draws a map. */
const stations = () =>
  [...read('geo/bjmetro.js').matchAll(/title\s*:\s*'([^']+)'[^}]*?lng\s*:\s*([\d.]+),\s*lat\s*:\s*([\d.]+)/g)].map(
    ([, name, lng, lat]) => [name, lng, lat],
  );

describe.skipIf(!HAS_THEM)('real maps', () => {
  inDistrict(
    'real maps in the import',
    (district) => {
      const imported = async (register: string, name: string, lines: string[], coordinateSystem = 'cgcs2000') => {
        const who = await district().as('zhiban');
        const path = `/api/imports?register=${register}&name=${encodeURIComponent(name)}&source=${encodeURIComponent(name)}`;
        const { status, body } = await who.post(path, Buffer.from(lines.join('\n')), {
          'content-type': 'application/octet-stream',
        });
        expect([status, body]).toMatchObject([200, {}]);
        const { id } = body as { id: string };
        const { mapping } = await who.sees<{ mapping: string[] }>('imports.record', { id });
        await who.does('imports.check', { id, mapping, coordinateSystem, known: 'update' });
        await district().settle();
        const checked = await who.sees<Import>('imports.record', { id });
        await who.does('imports.write', { id });
        await district().settle();
        return { checked, written: await who.sees<Import>('imports.record', { id }) };
      };
      const rows = <Row extends object>(query: ReturnType<typeof sql>) =>
        district().server.platform.database.transact((tx) => rowsOf<Row>(tx, query), { readOnly: true });

      it('takes the roads of the district as a graph: 1,014 nodes, 2,312 edges that end at them', async () => {
        const { nodes, edges } = JSON.parse(read('roads/road_network_shijingshan.json')) as RoadFile;
        const places = nodes.map(({ id, x, y }) => `${id},${x},${y}`);
        const first = await imported('road_node', 'nodes.csv', ['节点编号,经度,纬度', ...places]);
        expect(first.checked).toMatchObject({ rowCount: 1014, wrongCount: 0 });
        const ways = edges.map(({ id: [from, to, way], geometry, length }) => {
          const course = geometry.filter(Boolean).map((at) => at.trim());
          return `${from}-${to}-${way},${from},${to},${length},${course.length > 1 ? `"LINESTRING (${course.join(', ')})"` : ''}`;
        });
        const second = await imported('road_edge', 'edges.csv', ['路段编号,起点节点,终点节点,长度,走向', ...ways]);
        const loops = edges.filter(({ id: [from, to] }) => from === to).length;
        expect(second.checked).toMatchObject({ rowCount: 2312, wrongCount: loops });
        expect(second.written.createdCount).toBe(2312 - loops);
        const [graph] = await rows<{ loose: number; long: number }>(sql`
          select count(*) filter (where not exists (select 1 from road_node n where n.node_code = e.from_node))::int as loose,
            count(*) filter (where course is not null and abs(st_length(course::geography) - length) > 0.05 * length + 5)::int as long
          from road_edge e where edge_code like '%-%-%'`);
        expect(graph?.loose).toBe(0);
        // Its lengths are those of its lines: nothing was shifted, nothing exchanged.
        expect(graph?.long).toBeLessThan(20);
      });

      it('takes the metro stations out of Baidu coordinates, and says which system they are in when told another', async () => {
        const lines = stations().map((cells) => `${cells.join(',')},待补,人员密集场所,客运车站、地铁站`);
        expect(lines.length).toBeGreaterThan(200);
        const names = new Set(lines.map((line) => line.split(',')[0]));
        const { checked } = await imported(
          'protected_target',
          '地铁.csv',
          ['名称,经度,纬度,地址,类别,场所类型', ...lines],
          'bd09',
        );
        // A key that stands twice in the file is told by its row.
        expect(checked).toMatchObject({ rowCount: lines.length, wrongCount: lines.length - names.size });
        expect(checked.placeWarning?.zh).toContain('在区外');
        const [inside] = await rows<{ count: number }>(
          sql`select count(*)::int as count from protected_target where name like '%八宝山%' and area_code like '110107%'`,
        );
        expect(inside?.count).toBe(1);
      });
    },
    DATABASE_KINDS.slice(0, 1),
  );

  const rules: RuleReader = ({ name, initial }, since) => ({ kind: name, version: 1, since, ...initial });
  const ctx = { rules, now: new Date('2026-11-26T10:00:00+08:00') };
  it.each([
    ['geo/shijingshan_110107_datav.json', 1],
    ['geo/beijing_110100_full_datav.json', 16],
    ['geo/beijing_districts_110100.json', 16],
    ['geo/district_110106.json', 1],
    ['geo/district_110108.json', 1],
    ['geo/district_110109.json', 1],
  ])('reads the outlines of %s as features', async (name, count) => {
    const file = await featuresOf(ctx, join(REAL, name), { name, system: 'gcj02' });
    const features = [];
    for await (const piece of file.pieces) features.push(...piece);
    expect(features).toHaveLength(count);
    for (const { geometry, fault } of features) {
      expect([fault, geometry?.type]).toEqual([undefined, expect.stringMatching(/Polygon$/)]);
    }
  });
});
