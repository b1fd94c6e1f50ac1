import { readFile } from 'node:fs/promises';
import { problem } from '../../../kernel/problems.ts';
import type { Cell } from '../../registers/define.ts';
import { GEOMETRY, type ReadLimits, type SourceRow } from './define.ts';
import { type Geometry, shapeCell } from './shape-cell.ts';

interface Feature {
  properties?: Record<string, unknown> | null;
  geometry?: Geometry | null;
}

/** A feature collection as a sheet: the names of properties are the head, the geometry is the last column. */
export async function* geojsonRows(path: string, limits: ReadLimits): AsyncGenerator<SourceRow> {
  const features = featuresOf(await readFile(path));
  const names = new Set<string>();
  for (const { properties } of features) {
    for (const name of Object.keys(properties ?? {})) names.add(name);
    if (names.size > limits.columns) throw problem('import.too_wide', { count: names.size, limit: limits.columns });
  }
  const head = [...names];
  yield { row: 1, cells: [...head, GEOMETRY] };
  for (const [index, { properties, geometry }] of features.entries()) {
    yield { row: index + 2, cells: [...head.map((name) => cellOf(properties?.[name])), shapeCell(geometry)] };
  }
}

function featuresOf(bytes: Buffer): readonly Feature[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw problem('import.unreadable', { reason: { zh: '不是完整的 JSON', en: 'it is no whole JSON' } });
  }
  const { type, features } = (parsed ?? {}) as { type?: unknown; features?: unknown };
  const isFeature = (one: unknown): one is Feature => typeof one === 'object' && one !== null;
  if (type !== 'FeatureCollection' || !Array.isArray(features) || !features.every(isFeature)) {
    const reason = { zh: '不是 GeoJSON 要素集（FeatureCollection）', en: 'it is no GeoJSON FeatureCollection' };
    throw problem('import.unreadable', { reason });
  }
  return features;
}

function cellOf(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
    ? value.join('、')
    : JSON.stringify(value);
}
