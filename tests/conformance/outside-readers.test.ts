import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { DATABASE_KINDS } from '../support/databases.ts';
import { inDistrict } from '../support/district.ts';

const run = promisify(execFile);
const SHAPES = { point: /^POINT/, line: /^(MULTI)?LINESTRING/, area: /^(MULTI)?POLYGON/ };

/** What GDAL says of a source: each layer with its features and the first words of their shapes. */
async function readBy(env: NodeJS.ProcessEnv, ...args: string[]) {
  const { stdout } = await run('ogrinfo', ['-ro', '-q', '-al', '-geom=SUMMARY', ...args], {
    env,
    maxBuffer: 512 * 1024 * 1024,
  });
  const layers = new Map<string, { features: number; shapes: Set<string> }>();
  for (const line of stdout.split('\n')) {
    const [, named] = /^OGRFeature\((.+?)\):/.exec(line) ?? [];
    if (named) {
      const layer = layers.get(named) ?? { features: 0, shapes: new Set() };
      layer.features += 1;
      layers.set(named, layer);
    }
    const [, shape] = /^ {2}((?:MULTI)?(?:POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION)\b/.exec(line) ?? [];
    if (shape) [...layers.values()].at(-1)?.shapes.add(shape);
  }
  return layers;
}

inDistrict(
  'what others read with GDAL',
  (district) => {
    it('is every collection of the feature service, with as many records and the shapes that the map has', {
      timeout: 180_000,
    }, async () => {
      const officer = await district().as('zhiban');
      const hat = ((await officer.get('/api/session')).body as unknown as { hats: { id: string }[] }).hats[0]?.id;
      const { body } = await officer.post('/api/api-keys/issue', { hatId: hat, name: 'GIS', days: 1 });
      const address = await district().server.app.listen({ port: 0, host: '127.0.0.1' });
      const env = { ...process.env, GDAL_HTTP_HEADERS: `Authorization: Bearer ${body.key}`, no_proxy: '127.0.0.1' };
      const read = await readBy(env, `OAPIF:${address}/ogc`);
      const { layers } = await officer.sees<{
        layers: { id: string; count: number; geometry: keyof typeof SHAPES }[];
      }>('mapLayers.list');
      expect(layers.length).toBeGreaterThan(25);
      const told = layers.map(({ id, count }) => [id, count]);
      expect(layers.map(({ id }) => [id, read.get(id)?.features ?? 0])).toEqual(told);
      for (const { id, geometry } of layers)
        for (const shape of read.get(id)?.shapes ?? [])
          expect([id, shape]).toEqual([id, expect.stringMatching(SHAPES[geometry])]);
    });

    it('is every sheet that is taken away, row by row', { timeout: 180_000 }, async () => {
      const officer = await district().as('zhiban');
      const folder = await mkdtemp(join(tmpdir(), 'fengsui-readers-'));
      const { platform } = district().server;
      try {
        for (const { register, read } of platform.catalogue.faces.values()) {
          if (!read.granted.duty_officer) continue;
          const { count } = await officer.sees<{ count: number }>(`${register.plural}.count`);
          const path = register.plural.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
          // Of a workbook GDAL takes a head alone for a row.
          for (const format of count > 0 ? ['csv', 'xlsx'] : ['csv']) {
            const { status, raw } = await officer.get(`/api/${path}/sheet?format=${format}`);
            const file = join(folder, `${register.name}.${format}`);
            await writeFile(file, raw);
            const env = { ...process.env, OGR_XLSX_HEADERS: 'FORCE' };
            // A workbook says on a further sheet who took it away, and when.
            const rows = (await readBy(env, file)).get(format === 'csv' ? register.name : register.label.zh);
            expect([file.slice(folder.length), status, rows?.features ?? 0]).toEqual([
              `/${register.name}.${format}`,
              200,
              count,
            ]);
          }
        }
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  },
  DATABASE_KINDS.slice(-1),
);
