import { describe, expect, it } from 'vitest';
import type { Polygon } from '../../kernel/geometry.ts';
import { LOCAL_SYSTEM } from './local-system.rules.ts';
import { judgeSystem } from './plausibility.rules.ts';
import { readDefinition } from './projections.rules.ts';
import { declaredBy, sourceSystems } from './source-systems.rules.ts';

const local = LOCAL_SYSTEM.initial.values;
const at = (system: string, lng: number, lat: number, definition?: string) =>
  sourceSystems(local, definition)
    .find(({ id }) => id === system)
    ?.toCgcs2000({ lng, lat });

const GEOGCS =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const ZONE_39 = `PROJCS["CGCS2000_3_Degree_GK_Zone_39",${GEOGCS},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",39500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;
const BEIJING = `PROJCS["BJ_Local",GEOGCS["GCS_Beijing_1954",DATUM["D_Beijing_1954",SPHEROID["Krasovsky_1940",6378245.0,298.3]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",300000.0],PARAMETER["Central_Meridian",116.3502518],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",39.86576603],UNIT["Meter",1.0]]`;

describe('systems of files', () => {
  // What PROJ makes of the point in EPSG:4548; EPSG:4527 puts the number of the zone before it.
  it('reads 3° zones with and without their number, on the machine and by the .prj', () => {
    const truth = { lng: 116.2, lat: 39.9 };
    const [east, north] = [431_584.966522613, 4_418_732.04764971];
    for (const found of [
      at('gauss_kruger', east, north),
      at('gauss_kruger', 39_000_000 + east, north),
      at('file', 39_000_000 + east, north, ZONE_39),
    ]) {
      expect(found?.lng).toBeCloseTo(truth.lng, 8);
      expect(found?.lat).toBeCloseTo(truth.lat, 8);
    }
    expect(at('web_mercator', 12_935_324.83, 4_851_421.175)?.lng).toBeCloseTo(116.2, 4);
  });

  it('reads the Beijing-local system around its origin, and recognises it by its figures under any name', () => {
    const origin = at('beijing_local', 500_000, 300_000);
    expect(origin?.lng).toBeCloseTo(local.meridian, 8);
    expect(origin?.lat).toBeCloseTo(local.latitude, 8);
    const west = at('beijing_local', 487_000, 305_000);
    expect(west?.lng).toBeCloseTo(116.1982, 3);
    expect(west?.lat).toBeCloseTo(39.9107, 3);
    expect(declaredBy(local, BEIJING)).toBe('beijing_local');
    expect(declaredBy(local, ZONE_39)).toBe('file');
    expect(declaredBy(local, GEOGCS)).toBe('cgcs2000');
    expect(declaredBy(local, 'EPSG:4326')).toBe('cgcs2000');
    expect(declaredBy(local, 'PROJCS["broken')).toBeUndefined();
    expect(readDefinition('')).toBeUndefined();
  });

  it('moves what a datum shift of the rule set says', () => {
    const shifted = sourceSystems({ ...local, shiftEast: 100, shiftNorth: -50 });
    const moved = shifted.find(({ id }) => id === 'beijing_local')?.toCgcs2000({ lng: 500_000, lat: 300_000 });
    expect(((moved?.lng ?? 0) - local.meridian) * 111_195 * Math.cos((local.latitude * Math.PI) / 180)).toBeCloseTo(
      100,
    );
    expect(((moved?.lat ?? 0) - local.latitude) * 111_195).toBeCloseTo(-50);
  });

  it('proposes the plane that puts the places into the district, and exchanged axes, from one row on', () => {
    const outline: Polygon = [
      [
        [116.05, 39.85],
        [116.27, 39.85],
        [116.27, 40],
        [116.05, 40],
        [116.05, 39.85],
      ],
    ];
    const district = { outlines: [outline], isSchematic: true };
    const systems = sourceSystems(local);
    const place = { point: { lng: 487_000, lat: 305_000 } };
    expect(judgeSystem([place], 'cgcs2000', district, systems)).toMatchObject({
      inside: 0,
      proposed: { system: 'beijing_local', isSwapped: false },
      warning: { zh: expect.stringContaining('北京地方坐标系') },
    });
    const survey = { point: { lng: 4_418_732.05, lat: 39_431_584.97 } };
    expect(judgeSystem([survey], 'cgcs2000', district, systems).proposed).toEqual({
      system: 'gauss_kruger',
      isSwapped: true,
    });
    expect(judgeSystem([place], 'beijing_local', district, systems)).toEqual({ total: 1, inside: 1 });
  });
});
