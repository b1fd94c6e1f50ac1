/*
 * The browser door of geo: the map, the field that takes a place, the one map of everything, what lies around a place.
 * Points: `surroundings.actions` (AroundActionProps), `map.actions` (MapActionProps).
 */
import { webContribution } from '../design-system/web.ts';
import './geo.css';

export { DistrictMap } from './MapFrame.part.tsx';
export { LayersMap } from './map/LayersMap.part.tsx';
export type { MapActionProps } from './map/map-action-props.ts';
export { type AreaCollection, pointFrom, pointText } from './map.rules.ts';
export type { MapPoint, MapProps, MapShape } from './map-props.ts';
export { NearestList } from './nearest/NearestList.part.tsx';
export { MapPicker, PlaceField } from './PlaceField.part.tsx';
export type { RecordRef } from './surroundings/around-address.rules.ts';
export { AroundLink, SurroundingsOf } from './surroundings/SurroundingsOf.part.tsx';
export type { AroundActionProps } from './surroundings/surroundings-props.ts';

export const geoWeb = webContribution({
  name: 'geo',
  screens: [
    {
      path: '/map',
      title: { zh: '一张图', en: 'One map' },
      menu: { group: 'situation', order: 20, key: 'y' },
      load: () => import('./map/OneMap.screen.tsx'),
    },
    {
      path: '/map/print',
      title: { zh: '打印地图', en: 'Print the map' },
      load: () => import('./map/MapPrint.screen.tsx'),
    },
    {
      path: '/map/compare',
      title: { zh: '两期对比', en: 'Two moments compared' },
      load: () => import('./history/MapCompare.screen.tsx'),
    },
    {
      path: '/surroundings',
      title: { zh: '周边分析', en: 'Surroundings' },
      menu: { group: 'situation', order: 25 },
      load: () => import('./surroundings/Surroundings.screen.tsx'),
    },
    {
      path: '/surroundings/:id',
      title: { zh: '周边分析', en: 'Surroundings' },
      permission: 'surroundings.read',
      load: () => import('./surroundings/KeptSurroundings.screen.tsx'),
    },
  ],
  parts: [
    {
      at: 'catalogue_layer.form',
      name: 'geo.style-preview',
      load: () => import('./map/StylePreview.part.tsx'),
    },
    {
      at: 'registers.actions',
      name: 'geo.around-record',
      order: 30,
      load: () => import('./surroundings/AroundRecord.part.tsx'),
    },
    {
      at: 'catalogue_layer.sections',
      name: 'geo.source',
      title: { zh: '预览', en: 'Preview' },
      load: () => import('./map/SourcePreview.part.tsx'),
    },
  ],
});
