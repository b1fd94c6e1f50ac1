import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../api/define.ts';
import { SIGNED_IN } from '../../identity/define.ts';
import { type Layer, layersOf } from '../layer.rules.ts';
import { catalogueLayer, catalogueLayers } from './catalogue-layer.register.ts';
import { nameable } from './judge-layer.ts';
import { lookAtLayers } from './layer.permissions.ts';
import { entriesWhere, isFor, layerOfEntry } from './layer-entry.ts';
import { drawingsOf, isPicture } from './picture-layer.ts';
import { partedLayers } from './thematic-layers.ts';

/** How many drawings of MapLibre it costs by itself: none where layers of records share theirs. */
const line = z.object({ id: z.string(), name: z.string(), folder: z.string(), drawings: z.number() });

/** Every entry of the catalogue that this person may switch on: only what a tree needs, because there are thousands. */
export const tree = view('catalogueLayers.tree', {
  label: { zh: '图层目录树', en: 'Tree of the catalogue of layers' },
  may: lookAtLayers,
  input: z.object({}),
  output: z.object({ entries: z.array(line) }),
  reads: [catalogueLayer],
  async run(ctx) {
    const entries = await entriesWhere(ctx, sql`true`);
    const mayRead = (layer: Layer | undefined) => layer !== undefined && ctx.holds(layer.read);
    const seen = entries.filter(
      (entry) => isFor(entry, ctx.viewer) && (isPicture(entry) || mayRead(layerOfEntry(ctx.catalogue, entry))),
    );
    return {
      entries: seen.map((entry) => ({
        id: entry.id,
        name: entry.name,
        folder: entry.folder,
        drawings: drawingsOf(entry),
      })),
    };
  },
});

const phrase = z.object({ zh: z.string(), en: z.string() });
const NAMED = ['sourceLayer', 'filterField', 'filterValues', 'labelField', 'classField'] as const;

/**
 * By which names an entry may be filled in: the layers of registers, the fields that narrow, label or colour one, the values
 * of the field that narrows it. Of a register that may not be read nothing is named.
 */
export const names = view('catalogueLayers.names', {
  label: { zh: '图层可用的台账和栏目', en: 'Registers and fields that layers can be made of' },
  may: SIGNED_IN,
  input: z.object({
    field: z.enum(NAMED),
    sourceLayer: z.string().max(60).optional(),
    filterField: z.string().max(60).optional(),
  }),
  output: z.object({ choices: z.array(z.object({ id: z.string(), label: phrase })) }),
  reads: [],
  async run(ctx, { field, sourceLayer, filterField }) {
    const readable = [...layersOf(ctx.catalogue).values()].filter((layer) => ctx.holds(layer.read));
    if (field === 'sourceLayer') return { choices: readable.map(({ id, label }) => ({ id, label })) };
    const layer = readable.find(({ id }) => id === sourceLayer);
    if (!layer) return { choices: [] };
    const { fields } = layer.register;
    if (field === 'filterValues') {
      const options = fields[filterField ?? '']?.options ?? [];
      return { choices: options.map(({ id, label }) => ({ id, label })) };
    }
    const named = nameable(layer, field).flatMap((id) => (fields[id] ? [{ id, label: fields[id].label }] : []));
    return { choices: named };
  },
});

/** Of which registers thematic layers can be registered all at once. */
export const parted = view('catalogueLayers.parted', {
  label: { zh: '可批量登记图层的台账', en: 'Registers to make thematic layers of' },
  may: catalogueLayers.keep,
  input: z.object({}),
  output: z.object({ layers: z.array(z.object({ id: z.string(), label: phrase })) }),
  reads: [],
  async run(ctx) {
    const layers = partedLayers(ctx.catalogue).filter(({ read }) => ctx.holds(read));
    return { layers: layers.map(({ id, label }) => ({ id, label })) };
  },
});
