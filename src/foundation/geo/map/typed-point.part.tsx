import { useEffect, useState } from 'react';
import type { Point } from '../../../kernel/geometry.ts';
import { useRules } from '../../rule-sets/web.ts';
import { COORDINATE_SYSTEMS, type CoordinateSystem, toCgcs2000 } from '../coordinates.rules.ts';
import { LOCAL_SYSTEM, type LocalSystem } from '../local-system.rules.ts';
import { planeFrom, pointFrom } from '../map.rules.ts';
import type { SourceSystem } from '../source-systems.rules.ts';

/** What was typed as a coordinate: the systems that it may be meant in, the chosen one, and where it then lies. */
export interface TypedPoint {
  readonly systems: readonly Pick<SourceSystem, 'id' | 'label'>[];
  readonly system: string;
  readonly choose: (id: string) => void;
  /** CGCS2000; undefined while the planes are loaded, and where there is no such place. */
  readonly point: Point | undefined;
}

/** Degrees in any form, or metres east and north of a plane; undefined where the text is neither. */
export function useTypedPoint(text: string): TypedPoint | undefined {
  const degrees = pointFrom(text);
  const plane = degrees ? undefined : planeFrom(text);
  const [inDegrees, setInDegrees] = useState<CoordinateSystem>('cgcs2000');
  const [inPlane, setInPlane] = useState('beijing_local');
  const planes = usePlanes(plane !== undefined);
  if (degrees)
    return {
      systems: COORDINATE_SYSTEMS,
      system: inDegrees,
      choose: (id) => setInDegrees(id as CoordinateSystem),
      point: toCgcs2000(degrees, inDegrees),
    };
  if (!plane) return undefined;
  const found = planes.find(({ id }) => id === inPlane)?.toCgcs2000(plane);
  const isPlace = found !== undefined && Math.abs(found.lng) <= 180 && Math.abs(found.lat) <= 90;
  return { systems: planes, system: inPlane, choose: setInPlane, point: isPlace ? found : undefined };
}

/** The systems in metres by the figures in force; projections weigh much and come when somebody types metres. */
function usePlanes(isWanted: boolean): readonly SourceSystem[] {
  const local = useRules(LOCAL_SYSTEM)?.values as LocalSystem | undefined;
  const [planes, setPlanes] = useState<readonly SourceSystem[]>([]);
  useEffect(() => {
    if (!isWanted || !local) return;
    void import('../source-systems.rules.ts').then(({ sourceSystems }) =>
      setPlanes(sourceSystems(local).filter(({ isPlane }) => isPlane)),
    );
  }, [isWanted, local]);
  return planes;
}
