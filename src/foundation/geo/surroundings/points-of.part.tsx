import type { Point } from '../../../kernel/geometry.ts';
import type { OutputOf } from '../../api/web.ts';
import type { MapPoint } from '../map-props.ts';
import type { Asked } from './asked.rules.ts';
import type { around } from './surroundings.views.ts';

type Result = OutputOf<typeof around>;

/** The point that ways begin at; while an answer is under way, the one that was asked for. */
export function originPoint(result: Result | undefined, asked?: Asked): Point | undefined {
  if (asked?.lng !== undefined && asked.lat !== undefined) return { lng: asked.lng, lat: asked.lat };
  return result ? { lng: result.origin.lng, lat: result.origin.lat } : undefined;
}

/** On the map: the nearest one of each kind of help, or the records of the chosen register. */
export function pointsOf(
  result: Pick<Result, 'nearest'> | undefined,
  records?: readonly { readonly id: string; readonly title: string; readonly lng: number; readonly lat: number }[],
): MapPoint[] {
  if (records) return records.map(({ id, title, lng, lat }) => ({ id, lng, lat, label: title, shape: 'place' }));
  return (result?.nearest ?? []).flatMap(({ layer, items }) =>
    items.slice(0, 1).map(
      ({ id, title, lng, lat }): MapPoint => ({
        id: `${layer}/${id}`,
        lng,
        lat,
        label: title,
        shape: layer === 'teams' ? 'team' : 'place',
      }),
    ),
  );
}
