import { sql } from 'kysely';
import { z } from 'zod';
import { isId } from '../../../kernel/ids.ts';
import { view } from '../../api/define.ts';
import { SIGNED_IN } from '../../identity/define.ts';
import { baseMap } from './base-map.register.ts';
import { catalogueLayer } from './catalogue-layer.register.ts';
import { lookAtLayers } from './layer.permissions.ts';
import { entriesWhere, isFor } from './layer-entry.ts';
import { isPicture, pictureJson, pictureOf } from './picture-layer.ts';

/** What lies beneath the maps of this person, from the ground up; none where no base map is chosen or it is for others. */
export const now = view('baseMaps.now', {
  label: { zh: '当前底图', en: 'The base map' },
  may: SIGNED_IN,
  input: z.object({}),
  output: z.object({ pictures: z.array(pictureJson) }),
  reads: [baseMap, catalogueLayer],
  async run(ctx) {
    if (!ctx.holds(lookAtLayers)) return { pictures: [] };
    const row = await ctx.row<{ layerIds: string[] }>(
      sql`select layer_ids from ${ctx.visible(baseMap)} b order by id limit 1`,
    );
    const ids = (row?.layerIds ?? []).filter(isId);
    const entries = ids.length === 0 ? [] : await entriesWhere(ctx, sql`c.id = any(${ids}::uuid[])`);
    const seen = ids.flatMap((id) => entries.filter((entry) => entry.id === id));
    return { pictures: seen.filter((entry) => isPicture(entry) && isFor(entry, ctx.viewer)).map(pictureOf) };
  },
});
