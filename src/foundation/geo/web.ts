/* The browser door of geo: the map, the field that takes a place, the one map of everything. */
import { webContribution } from '../design-system/web.ts';
import './geo.css';

export { DistrictMap } from './MapFrame.part.tsx';
export { type AreaCollection, pointFrom, pointText } from './map.rules.ts';
export type { MapPoint, MapProps, MapShape } from './map-props.ts';
export { NearestList } from './nearest/NearestList.part.tsx';
export { MapPicker, PlaceField } from './PlaceField.part.tsx';

export const geoWeb = webContribution({
  name: 'geo',
  screens: [
    {
      path: '/map',
      title: { zh: '一张图', en: 'One map' },
      menu: { group: 'situation', order: 20, key: 'y' },
      load: () => import('./map/OneMap.screen.tsx'),
    },
  ],
});
