import { defineRegister } from '../../registers/define.ts';
import { anyShape } from '../../registers/types/any-shape.type.ts';
import { json } from '../../registers/types/json.type.ts';
import { reference } from '../../registers/types/reference.type.ts';
import { text } from '../../registers/types/text.type.ts';

/** 图层要素: what an uploaded file holds, one shape a row. It is met through its layer alone, which says who sees it. */
export const layerFeature = defineRegister('layer_feature', {
  plural: 'layerFeatures',
  label: { zh: '图层要素', en: 'Feature of a layer' },
  fields: {
    layerId: reference({ label: { zh: '所属图层', en: 'Layer' }, required: true, to: 'catalogue_layer' }),
    name: text({ label: { zh: '名称', en: 'Name' }, max: 200 }),
    outline: anyShape({ label: { zh: '形状', en: 'Shape' } }),
    attributes: json<Readonly<Record<string, unknown>>>({ label: { zh: '属性', en: 'Attributes' } }),
  },
  title: 'name',
  list: ['name'],
});
