import { z } from 'zod';
import { problem } from '../../../kernel/problems.ts';
import type { ReadContext } from '../../api/context.ts';
import { view } from '../../api/define.ts';
import { SIGNED_IN } from '../../identity/define.ts';
import { idInput } from '../../registers/types/reference.type.ts';
import { type Layer, layersOf } from '../layer.rules.ts';
import { readable } from '../tiles/readable.ts';
import { nearestOf, standingPoint, unitNames } from './nearest.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });
const degrees = (most: number) => z.number().min(-most).max(most);

const nearJson = z.object({
  id: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  state: z.object({ id: z.string(), label: phrase }),
  mark: z.enum(['real', 'drill', 'test']),
  /** Who keeps it: whom to call. */
  unitId: z.string().nullable(),
  unitName: z.string(),
  metres: z.number(),
  lng: z.number(),
  lat: z.number(),
});

/** 就近: the records of a layer nearest to a point, or to a record with a place (`register` and `recordId`), nearest first. */
export const nearest = view('mapLayers.nearest', {
  label: { zh: '就近查找', en: 'What is nearest' },
  may: SIGNED_IN,
  input: z.object({
    layer: z.string().max(60),
    lng: degrees(180).optional(),
    lat: degrees(90).optional(),
    register: z.string().max(60).optional(),
    recordId: idInput.optional(),
    limit: z.int().min(1).max(100).default(10),
    /** Metres, straight; as far as it takes unless told. */
    within: z.number().positive().max(20_100_000).optional(),
  }),
  output: z.object({
    /** Null where the record has no place: nothing is near it. */
    from: z.object({ lng: z.number(), lat: z.number() }).nullable(),
    plural: z.string(),
    items: z.array(nearJson),
  }),
  reads: [],
  async run(ctx, { layer: name, limit, within, ...asked }) {
    const layer = readable(layersOf(ctx.catalogue).get(name), ctx.viewer);
    const from = await fromOf(ctx, asked);
    const { plural } = layer.register;
    if (!from) return { from: null, plural, items: [] };
    const rows = await nearestOf(ctx, layer, from, { limit, within });
    const units = await unitNames(
      ctx,
      rows.map(({ unitId }) => unitId),
    );
    const states = ctx.catalogue.lifecycles.get(layer.register.name)?.states;
    const items = rows.map(({ state, mark, ...row }) => ({
      ...row,
      title: row.title ?? row.number ?? '',
      mark: mark as 'real' | 'drill' | 'test',
      state: { id: state, label: states?.[state] ?? { zh: state, en: state } },
      unitName: units.get(row.unitId ?? '') ?? '',
    }));
    return { from, plural, items };
  },
});

async function fromOf(
  ctx: ReadContext,
  { lng, lat, register, recordId: id }: { lng?: number; lat?: number; register?: string; recordId?: string },
) {
  if (lng !== undefined && lat !== undefined) return { lng, lat };
  if (!register || !id) throw problem('input.invalid', { operation: nearest.label }, lng === undefined ? 'lng' : 'lat');
  const main = [...layersOf(ctx.catalogue).values()].find((one: Layer) => one.isMain && one.register.name === register);
  const layer = readable(main, ctx.viewer);
  // Through the record, so that a hidden one is answered as every other way to it answers.
  await ctx.record(layer.register, id, layer.read);
  return (await standingPoint(ctx, layer, id)) ?? null;
}
