import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../../kernel/problems.ts';
import { command } from '../../api/define.ts';
import { idInput } from '../../registers/types/reference.type.ts';
import { catalogueLayer, catalogueLayers } from './catalogue-layer.register.ts';
import { lookAtLayers } from './layer.permissions.ts';
import { partedLayers, thematicLayers } from './thematic-layers.ts';

const NOT_PARTED = {
  zh: '没有这个台账图层，或它没有可用来分类的栏目',
  en: 'is no layer of a register, or has no field to part it by',
};

const ALL_THERE = { zh: '这些图层都已登记', en: 'All of these layers are registered' };

/**
 * Registers for a register one layer for each value of its choices, for the whole district and, where asked, for each street. One
 * that stands there under the same folder and name stays as somebody made it. One fact tells of all: there are hundreds.
 */
export const registerThematic = command('catalogueLayers.registerThematic', {
  label: { zh: '批量登记专题图层', en: 'Register thematic layers' },
  may: catalogueLayers.keep,
  input: z.object({
    sourceLayer: z.string().min(1).max(60),
    byStreet: z.boolean().default(false),
    providedBy: z.string().max(100).optional(),
    ownerUnitId: idInput.optional(),
  }),
  output: z.object({ created: z.number(), kept: z.number() }),
  records: ['catalogue_layer.thematic'],
  async run(ctx, { sourceLayer, byStreet, providedBy, ownerUnitId }) {
    const layer = partedLayers(ctx.catalogue).find(({ id, read }) => id === sourceLayer && ctx.holds(read));
    if (!layer)
      throw problem(
        'input.field',
        { label: catalogueLayer.fields.sourceLayer.label, reason: NOT_PARTED },
        'sourceLayer',
      );
    const streets = byStreet
      ? await ctx.rows<{ code: string; name: string }>(
          sql`select code, name from area where kind = 'street' and state = 'active' order by code`,
        )
      : [];
    const all = thematicLayers(layer, streets);
    const known = await ctx.rows<{ place: string }>(sql`
      select distinct c.folder || '/' || c.name as place from ${ctx.visible(catalogueLayer, lookAtLayers)} c
      where c.source_layer = ${sourceLayer}`);
    const places = new Set(known.map(({ place }) => place));
    const created = await ctx.insertMany(
      catalogueLayer,
      all
        .filter(({ folder, name }) => !places.has(`${folder}/${name}`))
        .map((one) => ({
          ...one,
          seenByRoles: [],
          origin: '本平台台账',
          ...(providedBy ? { providedBy } : {}),
          ...(ownerUnitId ? { ownerUnitId } : {}),
        })) as never,
    );
    const [first, ...others] = created;
    if (!first) throw problem('state.guard', { reason: ALL_THERE });
    ctx.fact({
      kind: 'catalogue_layer.thematic',
      subject: { register: catalogueLayer.name, id: first.id },
      concerns: others.map(({ id }) => ({ register: catalogueLayer.name, id })),
      payload: { title: layer.label.zh, count: created.length },
    });
    return { created: created.length, kept: all.length - created.length };
  },
});
