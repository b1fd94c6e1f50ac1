import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import { command } from '../api/define.ts';
import { catalogueLayer, catalogueLayers, layerFeature } from '../geo/index.ts';

/** More are a register of their own, or a file of tiles. */
export const MOST_FEATURES = 50_000;
const AT_ONCE = 500;
const GEOMETRY_OF = { Point: 'point', LineString: 'line', Polygon: 'area' } as const;

const feature = z.object({
  number: z.number().int(),
  attributes: z.record(z.string(), z.unknown()),
  outline: z.object({ type: z.string(), coordinates: z.array(z.unknown()) }),
});

/** Makes a layer of what a file held, whole or not at all. */
export const take = command('layerFiles.take', {
  label: { zh: '上传矢量图层', en: 'Upload a layer' },
  may: catalogueLayers.keep,
  input: z.object({
    name: z.string().max(80),
    folder: z.string().max(200),
    origin: z.string().max(300),
    attributes: z.array(z.string().max(200)).max(300),
    features: z.array(feature).min(1).max(MOST_FEATURES),
  }),
  output: z.object({ id: z.string(), count: z.number() }),
  records: ['layer_feature.taken'],
  async run(ctx, { name, folder, origin, attributes, features }) {
    const outlines = features.map(({ number, outline }) => readOutline(number, outline));
    const kinds = Map.groupBy(outlines, ({ type }) => type.replace('Multi', '') as keyof typeof GEOMETRY_OF);
    const [most] = [...kinds].sort(([, one], [, other]) => other.length - one.length);
    const named = attributes.find((one) => /^(name|名称|标题|title)$/i.test(one)) ?? null;
    const { id } = await ctx.perform<{ id: string }>('catalogueLayers.register', {
      name,
      folder,
      origin,
      sourceKind: 'features',
      geometry: GEOMETRY_OF[most?.[0] ?? 'Point'],
      featureCount: features.length,
      attributes,
      labelField: named,
    });
    for (let at = 0; at < features.length; at += AT_ONCE) {
      const rows = features.slice(at, at + AT_ONCE).map(({ attributes: values }, index) => ({
        layerId: id,
        name: named ? String(values[named] ?? '').slice(0, 200) || null : null,
        outline: outlines[at + index] as never,
        attributes: values,
        state: 'active',
      }));
      await ctx.insertMany(layerFeature, rows);
    }
    ctx.fact({
      kind: 'layer_feature.taken',
      subject: { register: catalogueLayer.name, id },
      concerns: [{ register: layerFeature.name, id }],
      payload: { title: name, count: features.length },
    });
    return { id, count: features.length };
  },
});

/** @throws `input.field` naming the object of the file as the file counts it */
function readOutline(number: number, given: unknown) {
  const { outline } = layerFeature.fields;
  const read = outline.input.safeParse(given);
  if (read.success) return read.data;
  const params = (read.error.issues[0] as { params?: { zh?: string; en?: string } } | undefined)?.params;
  const reason = {
    zh: `第 ${number} 个要素：${params?.zh ?? '图形无法识别'}`,
    en: `feature ${number}: ${params?.en ?? 'its shape cannot be read'}`,
  };
  throw problem('input.field', { label: outline.label, reason }, 'features');
}
