import { useEffect, useMemo, useState } from 'react';
import { useDistrictMap } from '../../foundation/areas/web.ts';
import { useSay } from '../../foundation/design-system/web.ts';
import { LayersMap, type MapPoint } from '../../foundation/geo/web.ts';
import type { WallSituation } from './Wall.screen.tsx';
import { type Frame, mapOf } from './wall-scene.rules.ts';

const WORDS = { map: { zh: '大屏地图', en: 'Map of the wall' } } as const;
/** Height in which the words of a map are as large as on a desk; a wall of 2,160 lines shows them two and a half times so. */
const DESK_LINES = 864;
const CLOSE = 15;
const NOTHING: readonly string[] = [];

/** One map for all pictures: it moves from one to the next and keeps what it has drawn. */
export function WallMap({ frame, situation }: { frame: Frame; situation: WallSituation | undefined }) {
  const say = useSay();
  const areas = useDistrictMap();
  const magnified = useMagnified();
  const map = useMemo(() => mapOf(frame.scene.mapAddress), [frame.scene.mapAddress]);
  const { incidents = [], needs = [] } = situation ?? {};
  const chosen = incidents.find(({ id }) => id === frame.incidentId);
  const points = [
    ...incidents.flatMap((one): MapPoint[] =>
      one.place
        ? [{ ...one.place, id: one.id, label: one.title, shape: 'incident', isChosen: one.id === frame.incidentId }]
        : [],
    ),
    ...needs.flatMap((need): MapPoint[] =>
      need.kind === 'intake' && need.place
        ? [{ ...need.place, id: need.id, label: say(need.title), shape: 'alarm' }]
        : [],
    ),
  ];
  const { lng, lat } = chosen?.place ?? {};
  const stand = useMemo(
    () => (lng !== undefined && lat !== undefined ? { lng, lat, zoom: CLOSE } : (map?.view ?? 'district')),
    [lng, lat, map],
  );
  return (
    <div className="wall-map">
      <LayersMap
        key={magnified}
        label={say(WORDS.map)}
        areas={areas.data}
        on={map?.on ?? NOTHING}
        points={map && !map.on.includes('incidents') ? [] : points}
        stand={stand}
        magnified={magnified}
      />
    </div>
  );
}

function useMagnified(): number {
  const [lines, setLines] = useState(window.innerHeight);
  useEffect(() => {
    const look = () => setLines(window.innerHeight);
    window.addEventListener('resize', look);
    return () => window.removeEventListener('resize', look);
  }, []);
  return Math.max(1, Math.round((lines / DESK_LINES) * 20) / 20);
}
