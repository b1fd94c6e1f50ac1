import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useState } from 'react';

/** What comes sooner would only flicker. */
const PATIENCE_MS = 400;

/** Whether something of the map is still on its way: an empty map and one that is not there yet look alike. */
export function useIsDrawing(map: MapLibre | undefined): boolean {
  const [isDrawing, setDrawing] = useState(true);
  useEffect(() => {
    if (!map) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const begin = () => {
      waiting ??= setTimeout(() => setDrawing(true), PATIENCE_MS);
    };
    const end = () => {
      clearTimeout(waiting);
      waiting = undefined;
      setDrawing(false);
    };
    map.on('dataloading', begin);
    map.on('idle', end);
    // What was given up brings no frame, and only a frame tells that the rest is there.
    const look = () => void map.triggerRepaint();
    map.on('dataabort', look);
    look();
    return () => {
      clearTimeout(waiting);
      map.off('dataloading', begin);
      map.off('idle', end);
      map.off('dataabort', look);
    };
  }, [map]);
  return isDrawing;
}
