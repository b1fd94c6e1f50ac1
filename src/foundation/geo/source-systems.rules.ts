import type { Point } from '../../kernel/geometry.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { COORDINATE_SYSTEMS, toCgcs2000 } from './coordinates.rules.ts';
import type { LocalSystem } from './local-system.rules.ts';
import { gaussKruger, localPlane, readDefinition, webMercator } from './projections.rules.ts';

/** A system that places of a file may be given in. */
export interface SourceSystem {
  readonly id: string;
  readonly label: Phrase;
  /** Metres east and north instead of degrees. */
  readonly isPlane: boolean;
  /** CGCS2000, degrees; what is no place of this system comes back as it is and is refused by its field. */
  readonly toCgcs2000: (point: Point) => Point;
}

export const OF_THE_FILE = 'file';
const LOCAL = 'beijing_local';

/** The systems in degrees alone; where no rule is at hand. */
export const DEGREE_SYSTEMS: readonly SourceSystem[] = COORDINATE_SYSTEMS.map(({ id, label }) => ({
  id,
  label,
  isPlane: false,
  toCgcs2000: (point) => (isDegrees(point) ? toCgcs2000(point, id) : point),
}));

/** Every system that can be declared for a file; `definition` is what the file says of itself (.prj, GeoPackage). */
export function sourceSystems(local: LocalSystem, definition?: string | null): readonly SourceSystem[] {
  // What is the local system by its figures is that, with the district's own way to CGCS2000.
  const own = definition && declaredBy(local, definition) === OF_THE_FILE ? readDefinition(definition) : undefined;
  const system = (id: string, label: Phrase, read: (point: Point) => Point, isPlane = true): SourceSystem => ({
    id,
    label,
    isPlane,
    toCgcs2000: (point) => {
      const found = read(point);
      return isDegrees(found) ? found : point;
    },
  });
  const ofFile = (name: string): Phrase => ({ zh: `文件自带：${name}`, en: `As the file says: ${name}` });
  return [
    ...(own ? [system(OF_THE_FILE, ofFile(own.name), own.toCgcs2000, own.isPlane)] : []),
    ...DEGREE_SYSTEMS,
    system(LOCAL, { zh: '北京地方坐标系（米）', en: 'Beijing-local system (m)' }, localPlane(local)),
    system(
      'gauss_kruger',
      { zh: 'CGCS2000 高斯三度带（米）', en: 'CGCS2000, 3° Gauss–Krüger (m)' },
      gaussKruger(local),
    ),
    system('web_mercator', { zh: 'Web 墨卡托（EPSG:3857）', en: 'Web Mercator (EPSG:3857)' }, webMercator),
  ];
}

/** Which system a file declares by its definition: the local one under whatever name, or its own. */
export function declaredBy(local: LocalSystem, definition: string | null | undefined): string | undefined {
  const own = definition ? readDefinition(definition) : undefined;
  if (!own) return undefined;
  if (own.isStored) return 'cgcs2000';
  const isLocal =
    Math.abs((own.meridian ?? 0) - local.meridian) < 0.001 &&
    Math.abs((own.falseNorthing ?? 0) - local.falseNorthing) < 1;
  return isLocal ? LOCAL : OF_THE_FILE;
}

const isDegrees = ({ lng, lat }: Point) =>
  Number.isFinite(lng) && Number.isFinite(lat) && Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
