import type { Point, Polygon } from '../kernel/geometry.ts';
import { COMMUNITIES } from './communities.ts';
import { CORNERS, type Corner, DISTRICT_OUTLINE, LANDMARK_POSITIONS, STREET_OUTLINES } from './outline.ts';
import { areaOf, centreOf, divide, type Ring, shareCorners, type Vertex } from './partition.ts';
import { seededRandom, seedOf } from './random.ts';
import { DISTRICT_CODE, STREETS } from './streets.ts';

/** One area of the demo district; its polygon is drawn, not surveyed, and every face shows it as 示意. */
export interface DemoArea {
  /** 6 digits for the district, 9 for a street, 12 for a community: the code of the lower begins with the higher. */
  readonly code: string;
  /** A word for tests and file names; for communities the code again. */
  readonly key: string;
  readonly name: string;
  readonly level: 'district' | 'street' | 'community';
  readonly parentCode: string | undefined;
  /** CGCS2000, longitude first, one closed ring running counter-clockwise. */
  readonly polygon: Polygon;
  /** A point inside, for a label. */
  readonly center: Point;
  readonly isSchematic: true;
}

const COMPASS: Readonly<Record<string, Vertex>> = { 东: [1, 0], 西: [-1, 0], 南: [0, -1], 北: [0, 1] };
/** How far a compass word moves a community from its landmark or street, in degrees. */
const COMPASS_STEP = 0.004;

const ringOf = (corners: readonly Corner[]): Ring => corners.map((name) => CORNERS[name]);

/** Where a community would like to lie: its landmark or the middle of its street, moved by the compass in its name. */
function wishOf(code: string, name: string, middle: Vertex): Vertex {
  const [, landmark] = LANDMARK_POSITIONS.find(([begins]) => name.startsWith(begins)) ?? ['', middle];
  // Scatter keeps namesakes apart and is small against the compass.
  const random = seededRandom(seedOf(code));
  let [lng, lat] = [landmark[0] + (random() - 0.5) * 0.002, landmark[1] + (random() - 0.5) * 0.002];
  for (const char of name) {
    const [dx, dy] = COMPASS[char] ?? [0, 0];
    lng += dx * COMPASS_STEP;
    lat += dy * COMPASS_STEP;
  }
  return [lng, lat];
}

function area(fields: Pick<DemoArea, 'code' | 'key' | 'name' | 'level' | 'parentCode'>, ring: Ring): DemoArea {
  const [lng, lat] = centreOf(ring);
  const outward = areaOf(ring) > 0 ? ring : [...ring].reverse();
  const center = { lng: Number(lng.toFixed(6)), lat: Number(lat.toFixed(6)) };
  return { ...fields, polygon: [[...outward, ...outward.slice(0, 1)]], center, isSchematic: true };
}

function buildAreas(): DemoArea[] {
  const rings = new Map<string, Ring>([[DISTRICT_CODE, ringOf(DISTRICT_OUTLINE)]]);
  for (const street of STREETS) {
    const ring = ringOf(STREET_OUTLINES[street.id]);
    rings.set(street.code, ring);
    const members = COMMUNITIES.filter(([code]) => code.startsWith(street.code));
    const claims = members.map(([code, name]) => ({ key: code, wish: wishOf(code, name, centreOf(ring)) }));
    for (const [code, cell] of divide(ring, claims)) rings.set(code, cell);
  }
  const shared = shareCorners(rings);
  const ringFor = (code: string) => shared.get(code) ?? [];
  return [
    area(
      { code: DISTRICT_CODE, key: 'shijingshan', name: '石景山区', level: 'district', parentCode: undefined },
      ringFor(DISTRICT_CODE),
    ),
    ...STREETS.map(({ id, code, name }) =>
      area({ code, key: id, name, level: 'street', parentCode: DISTRICT_CODE }, ringFor(code)),
    ),
    ...COMMUNITIES.map(([code, name]) =>
      area({ code, key: code, name, level: 'community', parentCode: code.slice(0, 9) }, ringFor(code)),
    ),
  ];
}

/** The district, its nine streets and their communities: a partition without gap or overlap at each level. */
export const DEMO_AREAS: readonly DemoArea[] = buildAreas();
