/* The browser door of areas: outlines for the map, and where a point lies. */
export { useAreaAt, useDistrictMap } from './area-views.part.tsx';
