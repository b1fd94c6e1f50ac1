import type { ErrorEvent, Map as MapLibre } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import { pictureOfSource } from './picture-style.part.tsx';

/** A source that did not answer is asked again after this; the server tells at once while it rests. */
const AGAIN_MS = 40_000;

/** Tells which pictures of others did not come, and asks for them again after a while. */
export function useSilence(map: MapLibre | undefined, onSilent: ((id: string) => void) | undefined): void {
  const told = useRef(onSilent);
  told.current = onSilent;
  useEffect(() => {
    if (!map) return;
    const waiting = new Map<string, ReturnType<typeof setTimeout>>();
    const hear = (event: ErrorEvent & { sourceId?: string }) => {
      const { sourceId } = event;
      const id = pictureOfSource(sourceId);
      if (!id || !sourceId) return console.error(event.error);
      told.current?.(id);
      if (waiting.has(id)) return;
      const again = () => {
        waiting.delete(id);
        if (map.getSource(sourceId)) map.refreshTiles(sourceId);
      };
      waiting.set(id, setTimeout(again, AGAIN_MS));
    };
    map.on('error', hear);
    return () => {
      for (const timer of waiting.values()) clearTimeout(timer);
      map.off('error', hear);
    };
  }, [map]);
}
