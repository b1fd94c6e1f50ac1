import proj4 from 'proj4';
import type { Point } from '../../kernel/geometry.ts';
import type { LocalSystem } from './local-system.rules.ts';

/** What turns coordinates of a plane, metres east and north, or foreign degrees into CGCS2000. NaN where there is no such place. */
export type ToDegrees = (point: Point) => Point;

const CGCS2000 = '+proj=longlat +ellps=GRS80 +no_defs';
const AXES = {
  krassovsky: '+a=6378245 +rf=298.3',
  iag75: '+a=6378140 +rf=298.257',
  cgcs2000: '+a=6378137 +rf=298.257222101',
} as const;
const METRES_OF_A_DEGREE = 111_195;

const through = (definition: string): ToDegrees => {
  const { forward } = proj4(definition, CGCS2000);
  return ({ lng: east, lat: north }) => {
    try {
      const [lng = Number.NaN, lat = Number.NaN] = forward([east, north]);
      return { lng, lat };
    } catch {
      return { lng: Number.NaN, lat: Number.NaN };
    }
  };
};

/** The local system as its rule set has it. The small shift stands for a datum that is not exactly known. */
export function localPlane(local: LocalSystem): ToDegrees {
  const plane = through(
    `+proj=tmerc +lat_0=${local.latitude} +lon_0=${local.meridian} +k=${local.scale} +x_0=${local.falseEasting}
     +y_0=${local.falseNorthing} ${AXES[local.ellipsoid]} +units=m +no_defs`.replaceAll(/\s+/g, ' '),
  );
  return (point) => {
    const { lng, lat } = plane(point);
    const metresOfLongitude = METRES_OF_A_DEGREE * Math.cos((lat * Math.PI) / 180);
    return { lng: lng + local.shiftEast / metresOfLongitude, lat: lat + local.shiftNorth / METRES_OF_A_DEGREE };
  };
}

const ZONE = 1_000_000;

/** CGCS2000 in 3° zones (EPSG:4513–4554): eastings of 39 500 000 name their zone, others lie in `zoneMeridian`. */
export function gaussKruger({ zoneMeridian }: LocalSystem): ToDegrees {
  const zones = new Map<number, ToDegrees>();
  const at = (meridian: number) => {
    const known = zones.get(meridian);
    if (known) return known;
    const made = through(`+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=500000 +y_0=0 ${AXES.cgcs2000} +units=m`);
    zones.set(meridian, made);
    return made;
  };
  return ({ lng: east, lat: north }) => {
    const zone = Math.floor(east / ZONE);
    const isNamed = zone >= 25 && zone <= 45;
    return at(isNamed ? zone * 3 : zoneMeridian)({ lng: isNamed ? east - zone * ZONE : east, lat: north });
  };
}

export const webMercator: ToDegrees = through('EPSG:3857');

/** What a file says of its own system (.prj, GeoPackage). */
export interface Definition {
  readonly name: string;
  /** Degrees that mean the same as CGCS2000 here: nothing to convert. */
  readonly isStored: boolean;
  readonly isPlane: boolean;
  /** Central meridian and false northing, by which the local system is recognised under whatever name. */
  readonly meridian?: number;
  readonly falseNorthing?: number;
  readonly toCgcs2000: ToDegrees;
}

const STORED = /CGCS_?2000|China(_| )Geodetic|China_2000|WGS(_| )?(19)?84|EPSG:(4490|4326)\b|CRS84/i;

/** Reads well-known text (of 2001 or 2019) or `EPSG:4326`. @returns undefined for what cannot be understood */
export function readDefinition(text: string): Definition | undefined {
  const plain = text.replaceAll('\0', '').trim();
  if (/^EPSG:4490$/i.test(plain)) return { name: 'EPSG:4490', isStored: true, isPlane: false, toCgcs2000: (at) => at };
  try {
    const made = new proj4.Proj(plain) as { projName?: string; long0?: number; y0?: number };
    const isPlane = made.projName !== 'longlat' && made.projName !== 'identity';
    const name = /^\w+\["([^"]+)"/.exec(plain)?.[1] ?? plain.slice(0, 80);
    const isStored = !isPlane && STORED.test(plain);
    return {
      name,
      isStored,
      isPlane,
      ...(isPlane ? { meridian: ((made.long0 ?? 0) * 180) / Math.PI, falseNorthing: made.y0 ?? 0 } : {}),
      toCgcs2000: isStored ? (at) => at : through(plain),
    };
  } catch {
    return undefined;
  }
}
