import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipOf } from '../../../../tests/support/archive.ts';
import type { SourceRow } from './define.ts';
import { readSource } from './read-source.ts';
import { formatOf } from './sniff.ts';

/** Files as another GIS writes them: GDAL, which the tests need anyhow. */
let folder: string;
const SQUARE = [
  [116.1, 39.9],
  [116.2, 39.9],
  [116.2, 40],
  [116.1, 40],
  [116.1, 39.9],
];
const feature = (properties: object, type: string, coordinates: unknown) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});
const AREAS = [
  feature({ 名称: '古城大队', 人数: 12, 日期: '2026/03/01' }, 'Polygon', [SQUARE]),
  feature({ 名称: '鲁谷', 人数: null, 日期: null }, 'MultiPolygon', [
    [SQUARE],
    [SQUARE.map(([x = 0, y = 0]) => [x + 1, y])],
  ]),
];
const POINTS = [feature({ name: '一号泵站', code: '00012' }, 'Point', [116.2, 39.9])];

function write(name: string, features: object[], ...options: string[]): string {
  const source = join(folder, `${name}.geojson`);
  writeFileSync(source, JSON.stringify({ type: 'FeatureCollection', features }));
  const target = join(folder, name);
  execFileSync('ogr2ogr', [...options, target, source, '-nln', 'layer'], { stdio: 'pipe' });
  return target;
}
const filesOf = (path: string) =>
  Object.fromEntries(readdirSync(path).map((name) => [name, readFileSync(join(path, name))] as const));
function shapes(name: string, features: object[], ...options: string[]) {
  mkdirSync(join(folder, name), { recursive: true });
  return filesOf(write(name, features, '-f', 'ESRI Shapefile', ...options));
}
const put = (name: string, bytes: Uint8Array | string) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
async function rowsOf(path: string): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const piece of readSource(path, await formatOf(path, path))) rows.push(...piece);
  return rows;
}
const refusal = (path: string) =>
  rowsOf(path).then(
    () => 'read',
    (error) => JSON.stringify([error.key, error.params]),
  );

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fengsui-map-files-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a shapefile', () => {
  it('is read with its .prj, in GB18030 with a .cpg and without one', async () => {
    const files = shapes('gbk', AREAS, '-lco', 'ENCODING=GBK', '-t_srs', 'EPSG:4527');
    const { 'layer.cpg': cpg, ...bare } = files;
    expect(cpg).toBeDefined();
    for (const one of [files, bare]) {
      const [head, first, second] = await rowsOf(put('gbk.zip', zipOf(one)));
      expect(head?.cells).toEqual(['名称', '人数', '日期', 'geometry']);
      expect(head?.projection).toContain('39500000');
      expect(first?.cells.slice(0, 2)).toEqual(['古城大队', 12]);
      expect(JSON.parse(String(first?.cells[3]))).toMatchObject({ type: 'Polygon' });
      expect(second?.cells.slice(0, 2)).toEqual(['鲁谷', null]);
      expect(JSON.parse(String(second?.cells[3]))).toMatchObject({ type: 'MultiPolygon' });
    }
    const utf8 = await rowsOf(put('utf8.zip', zipOf(shapes('utf8', POINTS, '-lco', 'ENCODING=UTF-8'))));
    expect(utf8[1]).toEqual({ row: 2, cells: ['一号泵站', '00012', '116.2, 39.9'] });
  });

  it('says where its letters are not in the encoding that it names: in its heads, or in some rows', async () => {
    const files = shapes('lying', AREAS, '-lco', 'ENCODING=GBK');
    expect(await refusal(put('lying.zip', zipOf({ ...files, 'layer.cpg': 'UTF-8' })))).toContain('.cpg');
    const names = [feature({ name: '古城大队' }, 'Point', [116.1, 39.9]), ...POINTS];
    const rows = shapes('rows', names, '-lco', 'ENCODING=GBK');
    const [, first] = await rowsOf(put('rows.zip', zipOf({ ...rows, 'layer.cpg': 'UTF-8' })));
    expect(JSON.stringify(first?.cells[0])).toContain('.cpg');
    expect(first?.cells.at(-1)).toBe('116.1, 39.9');
  });

  it('is refused in words: several layers, cut off, parts of two sets, locked, alone, or none', async () => {
    const one = shapes('one', POINTS, '-lco', 'ENCODING=UTF-8');
    const two = shapes('two', AREAS, '-lco', 'ENCODING=UTF-8');
    const renamed = Object.fromEntries(
      Object.entries(two).map(([name, bytes]) => [name.replace('layer', '街道'), bytes]),
    );
    expect(await refusal(put('a.zip', zipOf({ ...one, ...renamed })))).toMatch(/2 个图层：layer、街道/);
    const shp = one['layer.shp'] as Buffer;
    expect(await refusal(put('b.zip', zipOf({ ...one, 'layer.shp': shp.subarray(0, 110) })))).toMatch(/已损坏或不完整/);
    expect(await refusal(put('c.zip', zipOf({ ...one, 'layer.dbf': two['layer.dbf'] as Buffer })))).toMatch(
      /2 行.*1 个图形/,
    );
    expect(await refusal(put('d.zip', zipOf(one, { isLocked: true })))).toMatch(/设有密码/);
    expect(await refusal(put('e.shp', shp))).toMatch(/压成一个 zip/);
    expect(await refusal(put('f.zip', zipOf({ 'readme.txt': '空' })))).toMatch(/没有 .shp/);
    const table = Buffer.from(one['layer.dbf'] as Buffer);
    table.writeUInt32LE(4_000_000_000, 4);
    expect(await refusal(put('g.zip', zipOf({ ...one, 'layer.dbf': table })))).toMatch(/已损坏或不完整/);
  });

  it('keeps a shape of a million corners out by its own row', async () => {
    const ring = `${'[116.1,39.9],[116.2,40],'.repeat(500_000)}[116.1,39.9]`;
    const huge = `{"type":"Feature","properties":{"name":"大"},"geometry":{"type":"Polygon","coordinates":[[${ring}]]}}`;
    const path = put('huge.geojson', `{"type":"FeatureCollection","features":[${huge},${JSON.stringify(POINTS[0])}]}`);
    const [, large, small] = await rowsOf(path);
    expect(large?.cells[2]).toMatchObject({ fault: { zh: expect.stringContaining('1,000,001 个点') } });
    expect(small?.cells[2]).toBe('116.2, 39.9');
  });
});

describe('a GeoPackage', () => {
  it('is read with its system and every kind of shape', async () => {
    const path = write('areas.gpkg', AREAS, '-f', 'GPKG', '-t_srs', 'EPSG:4548', '-lco', 'GEOMETRY_NAME=shape');
    const [head, first, second] = await rowsOf(path);
    expect(head?.cells).toEqual(['fid', '名称', '人数', '日期', 'geometry']);
    expect(head?.projection).toContain('Transverse_Mercator');
    expect(first?.cells.slice(1, 3)).toEqual(['古城大队', 12]);
    const kinds = [first, second].map((row) => JSON.parse(String(row?.cells[4])).type);
    expect(kinds).toEqual(['Polygon', 'MultiPolygon']);
    const line = [
      [116.1, 39.9, 5],
      [116.2, 40, 6],
    ];
    const lines = write(
      'lines.gpkg',
      [feature({ n: 1 }, 'LineString', line)],
      '-f',
      'GPKG',
      '-nlt',
      'MULTILINESTRINGZ',
    );
    const [core, only] = await rowsOf(lines);
    expect(core?.projection).toBe('EPSG:4326');
    expect(JSON.parse(String(only?.cells[2]))).toEqual({
      type: 'LineString',
      coordinates: line.map((at) => at.slice(0, 2)),
    });
  });

  it('is refused in words with several layers, none, or damage; a broken shape is its row’s', async () => {
    const path = write('two.gpkg', POINTS, '-f', 'GPKG');
    execFileSync('ogr2ogr', ['-update', path, join(folder, 'two.gpkg.geojson'), '-nln', '消防栓'], { stdio: 'pipe' });
    expect(await refusal(path)).toMatch(/2 个图层：layer、消防栓/);
    const bytes = readFileSync(write('cut.gpkg', POINTS, '-f', 'GPKG'));
    expect(await refusal(put('cut.gpkg', bytes.subarray(0, 5000)))).toMatch(/已损坏|没有图层/);
    expect(await refusal(put('no.gpkg', Buffer.from('SQLite format 3\0 and nothing else')))).toMatch(/已损坏/);
    const at = bytes.lastIndexOf(Buffer.from('GP'));
    bytes.fill(0xff, at + 8, at + 20);
    const [, row] = await rowsOf(put('broken.gpkg', bytes));
    expect(row?.cells.at(-1)).toMatchObject({ fault: { zh: expect.stringContaining('图形') } });
  });
});
