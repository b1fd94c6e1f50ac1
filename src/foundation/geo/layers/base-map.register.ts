import { defineRegister } from '../../registers/define.ts';
import { list } from '../../registers/types/reference.type.ts';

/** 底图: which entries of the catalogue lie beneath every map, from the ground up. One row at most; without it nothing does. */
export const baseMap = defineRegister('base_map', {
  plural: 'baseMaps',
  label: { zh: '底图', en: 'Base map' },
  fields: { layerIds: list({ label: { zh: '底图图层', en: 'Layers of the base map' } }) },
  title: 'layerIds',
  list: ['layerIds'],
  isPublicInside: true,
});
