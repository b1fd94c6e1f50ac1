/* The browser door of geo: the map, and the field that takes a place. */
import './geo.css';

export { DistrictMap } from './MapFrame.part.tsx';
export { type AreaCollection, pointFrom, pointText } from './map.rules.ts';
export type { MapPoint, MapProps, MapShape } from './map-props.ts';
export { MapPicker, PlaceField } from './PlaceField.part.tsx';
