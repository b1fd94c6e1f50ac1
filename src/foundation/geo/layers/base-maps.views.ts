import { sql } from 'kysely';
import { z } from 'zod';
import { isId } from '../../../kernel/ids.ts';
import type { ReadContext } from '../../api/context.ts';
import { view } from '../../api/define.ts';
import { SIGNED_IN } from '../../identity/define.ts';
import { layersOf } from '../layer.rules.ts';
import { baseMap } from './base-map.register.ts';
import { catalogueLayer } from './catalogue-layer.register.ts';
import { lookAtLayers } from './layer.permissions.ts';
import { entriesWhere, isFor } from './layer-entry.ts';
import { isPicture, type PictureJson, pictureJson, pictureOf } from './picture-layer.ts';

/** A register that stands on the ground, and as what. */
const ownGround = z.object({ id: z.string(), ground: z.enum(['road', 'water', 'outline']) });

/**
 * What lies beneath the maps of this person, from the ground up; where no base map is chosen, or it is for others, the registers that
 * make a ground of the district's own.
 */
export const now = view('baseMaps.now', {
  label: { zh: '当前底图', en: 'The base map' },
  may: SIGNED_IN,
  input: z.object({}),
  output: z.object({ pictures: z.array(pictureJson), own: z.array(ownGround) }),
  reads: [baseMap, catalogueLayer],
  async run(ctx) {
    const pictures = await chosen(ctx);
    return { pictures, own: pictures.length > 0 ? [] : ownOf(ctx) };
  },
});

function ownOf(ctx: ReadContext): z.output<typeof ownGround>[] {
  return [...layersOf(ctx.catalogue).values()].flatMap((layer) => {
    const { ground } = layer.register.map ?? {};
    return ground && layer.isMain && ctx.holds(layer.read) ? [{ id: layer.id, ground }] : [];
  });
}

async function chosen(ctx: ReadContext): Promise<PictureJson[]> {
  if (!ctx.holds(lookAtLayers)) return [];
  const row = await ctx.row<{ layerIds: string[] }>(
    sql`select layer_ids from ${ctx.visible(baseMap)} b order by id limit 1`,
  );
  const ids = (row?.layerIds ?? []).filter(isId);
  const entries = ids.length === 0 ? [] : await entriesWhere(ctx, sql`c.id = any(${ids}::uuid[])`);
  const seen = ids.flatMap((id) => entries.filter((entry) => entry.id === id));
  return seen.filter((entry) => isPicture(entry) && isFor(entry, ctx.viewer)).map(pictureOf);
}
