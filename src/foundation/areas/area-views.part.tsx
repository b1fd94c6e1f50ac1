import type { Point } from '../../kernel/geometry.ts';
import { useView } from '../api/web.ts';
import type { at, map } from './areas.views.ts';

/** Outlines of the district, its streets or its communities as GeoJSON; `isSchematic` says that they are no survey (示意). */
export function useDistrictMap(kind: 'district' | 'street' | 'community' = 'street') {
  return useView<typeof map>('areas.map', { kind });
}

/** Street and community of a point; not asked while there is none. Outside the district is an answer, too. */
export function useAreaAt(point: Point | undefined) {
  return useView<typeof at>(
    'areas.at',
    { lng: point?.lng ?? 0, lat: point?.lat ?? 0 },
    { isEnabled: point !== undefined, keepsPrevious: true },
  );
}
