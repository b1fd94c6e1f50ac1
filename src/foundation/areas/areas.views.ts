import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../api/define.ts';
import { SIGNED_IN } from '../identity/define.ts';
import { area } from './area.register.ts';
import { codeOf, OUTSIDE } from './areas.ts';

const feature = z.object({
  type: z.literal('Feature'),
  properties: z.object({ code: z.string(), name: z.string(), kind: z.string(), isSchematic: z.boolean() }),
  geometry: z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(z.array(z.number()))) }),
});

/** Outlines as GeoJSON (CGCS2000, longitude first) for the map. */
export const map = view('areas.map', {
  label: { zh: '区域底图', en: 'Areas for the map' },
  may: SIGNED_IN,
  input: z.object({ kind: z.enum(['district', 'street', 'community']).default('street') }),
  output: z.object({ type: z.literal('FeatureCollection'), features: z.array(feature) }),
  reads: [area],
  async run(ctx, { kind }) {
    const rows = await ctx.rows<z.input<typeof feature>['properties'] & { coordinates: number[][][] }>(sql`
      select code, name, kind, is_schematic, st_asgeojson(outline, 6)::jsonb -> 'coordinates' as coordinates
      from ${ctx.visible(area)} a where kind = ${kind} order by code`);
    return {
      type: 'FeatureCollection' as const,
      features: rows.map(({ coordinates, ...properties }) => ({
        type: 'Feature' as const,
        properties,
        geometry: { type: 'Polygon' as const, coordinates },
      })),
    };
  },
});

/** Which street and community a point lies in. */
export const at = view('areas.at', {
  label: { zh: '坐标所在区域', en: 'Area of a point' },
  may: SIGNED_IN,
  input: z.object({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) }),
  output: z.object({ code: z.string(), names: z.array(z.string()), isOutside: z.boolean() }),
  reads: [area],
  async run(ctx, point) {
    const code = await codeOf(ctx, point);
    const names = await ctx.rows<{ name: string }>(sql`
      select name from ${ctx.visible(area)} a where ${code} like code || '%' and kind <> 'district' order by length(code)`);
    return { code, names: names.map((row) => row.name), isOutside: code === OUTSIDE };
  },
});

export const list = view('areas.list', {
  label: { zh: '行政区域', en: 'Areas' },
  may: SIGNED_IN,
  input: z.object({ parentCode: z.string().max(12).optional() }),
  output: z.object({ items: z.array(z.object({ code: z.string(), name: z.string(), kind: z.string() })) }),
  reads: [area],
  async run(ctx, { parentCode }) {
    const items = await ctx.rows<{ code: string; name: string; kind: string }>(sql`
      select code, name, kind from ${ctx.visible(area)} a
      where ${parentCode ?? null}::text is null or parent_code = ${parentCode ?? null} order by code`);
    return { items };
  },
});
