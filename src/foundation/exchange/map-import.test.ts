import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';
import { rowsOf } from '../api/index.ts';

interface Import {
  id: string;
  mapping: string[];
  coordinateSystem: string;
  systems: { id: string }[];
  placeWarning: { zh: string } | null;
  [count: string]: unknown;
}

const PLACES = [
  ['测绘一号泵站', 116.181, 39.921],
  ['测绘二号泵站', 116.192, 39.915],
  ['测绘三号泵站', 116.203, 39.909],
] as const;

/** As the survey of the district hands files over: GDAL writes them, in metres of a system of their own. */
function surveyed(...options: string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'fengsui-survey-'));
  try {
    const features = PLACES.map(([name, lng, lat]) => ({
      type: 'Feature',
      properties: {
        姓名: name,
        专业领域: '水利',
        工作单位: '区测绘队',
        电话: '13912345678',
        聘任日期: '2025-01-01',
        聘期截止: '2028-12-31',
      },
      geometry: { type: 'Point', coordinates: [lng, lat] },
    }));
    writeFileSync(join(folder, 'a.geojson'), JSON.stringify({ type: 'FeatureCollection', features }));
    execFileSync('ogr2ogr', ['-f', 'GPKG', ...options, join(folder, 'a.gpkg'), join(folder, 'a.geojson')]);
    return readFileSync(join(folder, 'a.gpkg'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
const BEIJING =
  '+proj=tmerc +lat_0=39.86576603 +lon_0=116.3502518 +k=1 +x_0=500000 +y_0=300000 +a=6378245 +rf=298.3 +units=m +no_defs';

inDistrict('map files in the import', (district) => {
  const upload = async (name: string, bytes: Buffer) => {
    const who = await district().as('zhiban');
    const path = `/api/imports?register=expert&name=${encodeURIComponent(name)}&source=${encodeURIComponent('区测绘队')}`;
    const { status, body } = await who.post(path, bytes, { 'content-type': 'application/octet-stream' });
    expect([status, body]).toMatchObject([200, {}]);
    return { who, file: await who.sees<Import>('imports.record', { id: (body as { id: string }).id }) };
  };
  const checked = async (bytes: Buffer, coordinateSystem?: string) => {
    const { who, file } = await upload('a.gpkg', bytes);
    const { id, mapping } = file;
    const system = coordinateSystem ?? file.coordinateSystem;
    await who.does('imports.check', { id, mapping, coordinateSystem: system, known: 'update' });
    await district().settle();
    return { who, before: file, after: await who.sees<Import>('imports.record', { id }) };
  };
  const placed = () =>
    district().server.platform.database.transact(
      (tx) =>
        rowsOf<{ lng: number; lat: number }>(
          tx,
          sql`select st_x(base) as lng, st_y(base) as lat from expert where name = ${PLACES[0][0]}`,
        ),
      { readOnly: true },
    );

  it('reads the system out of the file and writes the places where they are', async () => {
    const { who, before, after } = await checked(surveyed('-t_srs', 'EPSG:4548'));
    expect(before.coordinateSystem).toBe('file');
    expect(after).toMatchObject({ rowCount: 3, wrongCount: 0, newCount: 3 });
    await who.does('imports.write', { id: after.id });
    await district().settle();
    const [place] = await placed();
    expect(place?.lng).toBeCloseTo(PLACES[0][1], 7);
    expect(place?.lat).toBeCloseTo(PLACES[0][2], 7);
  });

  it('knows the Beijing-local system by its figures, and proposes it where another was declared', async () => {
    const bytes = surveyed('-s_srs', '+proj=longlat +a=6378245 +rf=298.3 +no_defs', '-t_srs', BEIJING);
    const right = await checked(bytes);
    expect(right.before.coordinateSystem).toBe('beijing_local');
    expect(right.after).toMatchObject({ wrongCount: 0, placeWarning: null });
    const wrong = await checked(bytes, 'cgcs2000');
    expect(wrong.after).toMatchObject({ rowCount: 3, wrongCount: 3 });
    expect(wrong.after.placeWarning?.zh).toContain('北京地方坐标系');
    const { who, file } = await upload('a.gpkg', bytes);
    const { id, mapping } = file;
    const refused = await who.command('imports.check', { id, mapping, coordinateSystem: 'mars', known: 'update' });
    expect(refused.status).toBe(404);
  });
});
