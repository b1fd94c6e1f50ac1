import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { RuleReader } from '../rule-sets/define.ts';
import { featuresOf } from './features.ts';

const folder = mkdtempSync(join(tmpdir(), 'fengsui-features-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rules: RuleReader = ({ name, initial }, since) => ({ kind: name, version: 1, since, ...initial });
const ctx = { rules, now: new Date('2026-11-26T10:00:00+08:00') };

async function read(text: string, system?: string) {
  const path = join(folder, 'a.geojson');
  writeFileSync(path, text);
  const file = await featuresOf(ctx, path, { name: 'a.geojson', ...(system ? { system } : {}) });
  const features = [];
  for await (const piece of file.pieces) features.push(...piece);
  return { ...file, features };
}
const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });
const feature = (type: string, coordinates: unknown, properties: object = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});

it('gives features with their properties in CGCS2000, and says which could not be read', async () => {
  const line = [
    [500_000, 300_000],
    [500_100, 300_000],
  ];
  const { names, system, features } = await read(
    collection(feature('LineString', line, { 名称: '燃气管线', 管径: 300 }), feature('Point', ['x', 'y'])),
    'beijing_local',
  );
  expect([names, system.id]).toEqual([['名称', '管径'], 'beijing_local']);
  const [first, second] = features;
  expect(first).toMatchObject({ number: 1, properties: { 名称: '燃气管线', 管径: 300 } });
  const corners = (first?.geometry?.coordinates ?? []) as number[][];
  expect(corners[0]?.[0]).toBeCloseTo(116.3502518, 6);
  expect(second).toMatchObject({ number: 2, geometry: null, fault: { zh: expect.stringContaining('坐标') } });
});

it('refuses a sheet and an unknown system', async () => {
  await expect(read('名称,经度\n一,116')).rejects.toMatchObject({ key: 'import.unreadable' });
  await expect(read(collection(feature('Point', [116.1, 39.9])), 'mars')).rejects.toMatchObject({
    key: 'record.unknown',
  });
});
