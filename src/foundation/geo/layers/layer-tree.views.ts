import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../api/define.ts';
import { SIGNED_IN } from '../../identity/define.ts';
import { type Layer, layersOf } from '../layer.rules.ts';
import { catalogueLayer } from './catalogue-layer.register.ts';
import { nameable } from './judge-layer.ts';
import { lookAtLayers } from './layer.permissions.ts';
import { entriesWhere, isFor, layerOfEntry } from './layer-entry.ts';
import { drawingsOf, isPicture } from './picture-layer.ts';

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
const named = z.object({ id: z.string(), label: phrase });

/** What an entry can be made of: the layers of registers, and by which of their fields they are named, coloured and narrowed. */
export const sources = view('catalogueLayers.sources', {
  label: { zh: '图层可用的台账', en: 'Registers that layers can be made of' },
  may: SIGNED_IN,
  input: z.object({ layer: z.string().max(60).optional() }),
  output: z.object({
    layers: z.array(named.extend({ labels: z.array(named), classes: z.array(named), filters: z.array(named) })),
  }),
  reads: [],
  async run(ctx, { layer: only }) {
    const all = [...layersOf(ctx.catalogue).values()].filter(
      (layer) => ctx.holds(layer.read) && (only === undefined || layer.id === only),
    );
    return {
      layers: all.map((layer) => {
        const fields = (use: string) =>
          nameable(layer, use).flatMap((id) => {
            const label = layer.register.fields[id]?.label;
            return label ? [{ id, label }] : [];
          });
        return {
          id: layer.id,
          label: layer.label,
          labels: fields('labelField'),
          classes: fields('classField'),
          filters: fields('filterField'),
        };
      }),
    };
  },
});
