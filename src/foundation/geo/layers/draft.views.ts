import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../api/define.ts';
import { classesOf, drawn, layerJson } from '../map-layers.views.ts';
import { standing } from '../tiles/tile-rows.ts';
import { catalogueLayer, catalogueLayers } from './catalogue-layer.register.ts';
import { draftLayer, draftLook } from './draft-layer.ts';
import { entryFor } from './layer-entry.ts';
import { isPicture, pictureJson, pictureOf } from './picture-layer.ts';

/** What an entry would draw as it is being filled in: how many records, and what its colours would say. Nothing is kept. */
export const draft = view('catalogueLayers.draft', {
  label: { zh: '图层样式预览', en: 'Preview of a layer' },
  may: catalogueLayers.keep,
  input: draftLook,
  output: z.object({ layer: layerJson.nullable(), picture: pictureJson.nullable() }),
  reads: [catalogueLayer],
  async run(ctx, look) {
    const entry = look.entry ? await entryFor(ctx, look.entry) : undefined;
    if (entry && isPicture(entry)) return { layer: null, picture: pictureOf(entry) };
    const layer = draftLayer(ctx.catalogue, look, entry);
    if (!layer || !ctx.holds(layer.read)) return { layer: null, picture: null };
    const row = await ctx.row<{ count: number }>(
      sql`select count(*)::int as count from ${ctx.visible(layer.register, layer.read)} r where ${standing(layer)}`,
    );
    const told = drawn(layer);
    const colourBy = layer.isLoose ? await classesOf(ctx, layer) : told.colourBy;
    return { layer: { ...told, colourBy, count: row?.count ?? 0, entry: null }, picture: null };
  },
});
