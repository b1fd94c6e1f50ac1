import type { Point } from '../../../kernel/geometry.ts';
import type { Phrase } from '../../../kernel/phrases.ts';
import { cornersFrom, cornersText, MOST_RADIUS, rectangleOf, type Within } from '../../../kernel/within.ts';
import type { Drawn, MapExtent } from '../map.rules.ts';
import { areaOf, areaText, bufferOf, lengthOf, lengthText } from '../measure.rules.ts';
import { aroundArea, aroundPoint } from '../surroundings/around-address.rules.ts';
import { MOST_METRES } from '../surroundings/asked.rules.ts';

/** What clicks on the map make: something measured, ground that is chosen, or the place to look around. */
export type Drawing = 'length' | 'area' | 'rectangle' | 'circle' | 'around';

export interface Measuring {
  readonly kind: Drawing;
  readonly points: readonly Point[];
}

/** Where the drawing is ground by now: two corners, a middle and a point of the rim, an outline. */
export function groundOf({ kind, points }: Measuring): Within | undefined {
  const [first, second] = points;
  if (kind === 'area') return cornersFrom(cornersText(points)) && { corners: points };
  if (!first || !second || (first.lng === second.lng && first.lat === second.lat)) return undefined;
  if (kind === 'circle') {
    const metres = lengthOf([first, second]);
    return metres > MOST_RADIUS ? undefined : { centre: first, metres };
  }
  const isFlat = first.lng === second.lng || first.lat === second.lat;
  return kind === 'rectangle' && !isFlat ? rectangleOf(first, second) : undefined;
}

/** What the map shows of a drawing under way. */
export const drawingShape = ({ kind, points }: Measuring): Drawn => ({ points, isClosed: kind === 'area' });

/** What it would show if this place were clicked next: the rectangle or circle that it would make. */
export function previewShape({ kind, points }: Measuring, { lng, lat }: Point): Drawn {
  const next = { kind, points: [...points, { lng, lat }] };
  const ground = kind === 'area' ? undefined : groundOf(next);
  return ground ? groundShape(ground) : drawingShape({ kind, points });
}

/** What the map shows of ground; a circle as 64 corners, which no eye tells from it. */
export function groundShape(within: Within): Drawn {
  if ('corners' in within) return { points: within.corners, isClosed: true };
  const ring = bufferOf(within.centre, within.metres).slice(0, -1);
  return { points: ring.map(([lng, lat]) => ({ lng, lat })), isClosed: true, isRound: true };
}

const WORDS = {
  circle: { zh: '以 {place} 为圆心、半径 {length} 的圆', en: 'a circle of {length} around {place}' },
  outline: { zh: '{count} 个点围成的 {area}', en: '{area} within {count} corners' },
} as const satisfies Record<string, Phrase>;

/** «以 116.190000, 39.910000 为圆心、半径 500 m 的圆». */
export function groundWords(within: Within, say: (phrase: Phrase, values: Record<string, string | number>) => string) {
  if ('corners' in within) {
    const { corners } = within;
    return say(WORDS.outline, { count: corners.length, area: areaText(areaOf(corners)) });
  }
  const { lng, lat } = within.centre;
  return say(WORDS.circle, { place: `${lng.toFixed(6)}, ${lat.toFixed(6)}`, length: lengthText(within.metres) });
}

export const extentGround = ({ west, south, east, north }: MapExtent): Within =>
  rectangleOf({ lng: west, lat: south }, { lng: east, lat: north });

/** 周边分析 of the same ground; undefined where it is wider than that looks. */
export function aroundGround(within: Within): string | undefined {
  if ('corners' in within) return aroundArea(within.corners);
  return within.metres <= MOST_METRES ? aroundPoint(within.centre, Math.round(within.metres)) : undefined;
}
