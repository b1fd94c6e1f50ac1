import type { Map as MapLibre, MapMouseEvent, VectorTileSource } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import type { MapFeature, TileLayers } from './layer-look.rules.ts';
import { TILE_SOURCE, tileAddressOf } from './tile-style.part.tsx';

/** Pixels around a click: a finger is no needle. */
const REACH = 6;

/** Tells what was clicked on the tiles, and asks them again when their records have changed. */
export function useTiles(
  map: MapLibre | undefined,
  tiles: TileLayers | undefined,
  onFeatures: ((features: readonly MapFeature[]) => void) | undefined,
  isPicking: boolean,
): void {
  const told = useRef(onFeatures);
  told.current = onFeatures;
  const revision = tiles?.revision ?? 0;
  const last = useRef(revision);

  useEffect(() => {
    if (!map || last.current === revision) return;
    last.current = revision;
    if (map.getSource(TILE_SOURCE)) map.refreshTiles(TILE_SOURCE);
  }, [map, revision]);

  const moment = tiles?.moment;
  const shownMoment = useRef(moment);
  // Another moment is another address of the same source: the style is not made anew, and nothing flickers while it is played.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is on is told by the style
  useEffect(() => {
    if (!map || !tiles || shownMoment.current === moment) return;
    shownMoment.current = moment;
    map.getSource<VectorTileSource>(TILE_SOURCE)?.setTiles([tileAddressOf(tiles)]);
  }, [map, moment]);

  useEffect(() => {
    if (!map || isPicking) return;
    const click = ({ point, lngLat }: MapMouseEvent) => {
      const box: [[number, number], [number, number]] = [
        [point.x - REACH, point.y - REACH],
        [point.x + REACH, point.y + REACH],
      ];
      const met = map.queryRenderedFeatures(box).filter(({ source }) => source === TILE_SOURCE);
      const gathered = met.find(({ properties }) => Number(properties.count) > 1);
      if (gathered) return map.easeTo({ center: lngLat, zoom: map.getZoom() + 2, duration: 300 });
      const found = met.flatMap(({ properties }): MapFeature[] =>
        properties.id
          ? [
              {
                layer: String(properties.layer ?? ''),
                id: String(properties.id),
                title: String(properties.title ?? ''),
              },
            ]
          : [],
      );
      // A shape that several tiles or drawings hold is met several times.
      told.current?.([...new Map(found.map((one) => [one.id, one])).values()]);
    };
    map.on('click', click);
    return () => {
      map.off('click', click);
    };
  }, [map, isPicking]);
}
