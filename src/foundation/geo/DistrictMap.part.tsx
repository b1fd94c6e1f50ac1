import {
  type GeoJSONSource,
  Map as MapLibre,
  type MapMouseEvent,
  Marker,
  NavigationControl,
  ScaleControl,
  setMaxParallelImageRequests,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Point } from '../../kernel/geometry.ts';
import { useSay, useTheme } from '../design-system/web.ts';
import type { PictureJson } from './layers/picture-layer.ts';
import { MapLabel, PickedLabel } from './MapLabel.part.tsx';
import type { Pictures } from './map/picture-style.part.tsx';
import { useIsDrawing } from './map/use-is-drawing.part.tsx';
import { useSilence } from './map/use-silence.part.tsx';
import { useTiles } from './map/use-tiles.part.tsx';
import { boundsOf, drawnShape, labelPoints, reachShape } from './map.rules.ts';
import type { MapProps } from './map-props.ts';
import { mapStyle, type SourceData } from './map-style.part.tsx';

setWorkerUrl(workerUrl);
// A browser opens six connections to a server: pictures that are waited for must leave some to everything else.
setMaxParallelImageRequests(3);

const WORDS = {
  schematic: { zh: '示意', en: 'Schematic' },
  schematicMore: { zh: '边界为示意，不作划界依据', en: 'Outlines are schematic and settle no boundary' },
  approval: { zh: '审图号 {number}', en: 'Map approval {number}' },
  zoomIn: { zh: '放大', en: 'Zoom in' },
  zoomOut: { zh: '缩小', en: 'Zoom out' },
  drawing: { zh: '地图加载中…', en: 'Drawing the map…' },
} as const;

/** As `baseMaps.now` gives it. */
interface Ground {
  readonly own: Pictures['own'];
  readonly pictures: readonly PictureJson[];
}
const NOTHING_BELOW: Ground = { own: [], pictures: [] };
const NOTHING_DRAWN = { points: [], isClosed: false };
const EMPTY = { type: 'FeatureCollection', features: [] } as const;

/**
 * The district on MapLibre. Outlines come as data, letters from the machine's own fonts; the base map and what is switched on
 * come as tiles, from our own server.
 */
export default function DistrictMap(props: MapProps & { ground?: Ground | undefined }) {
  const { areas = EMPTY, points = [], picked, onPick, focus, approvalNumber, label, tiles, drawn, view, reach } = props;
  const { magnified } = props;
  const say = useSay();
  const theme = useTheme();
  const ground = usePictures(props.ground, props.pictures);
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibre>();
  const pick = useRef(onPick);
  pick.current = onPick;
  const moved = useRef(props.onView);
  moved.current = props.onView;
  const extended = useRef(props.onExtent);
  extended.current = props.onExtent;

  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; what changes later is told to it below
  useEffect(() => {
    const made = new MapLibre({
      container: box.current as HTMLElement,
      style: mapStyle(tiles, ground),
      // What is printed is taken after it was drawn, and paper is finer than a screen; names need not fade in on it.
      ...(props.isPrinted
        ? { canvasContextAttributes: { preserveDrawingBuffer: true }, pixelRatio: 2, fadeDuration: 0 }
        : {}),
      ...(magnified ? { pixelRatio: magnified, interactive: false, maxCanvasSize: [8192, 4320] } : {}),
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      maxZoom: 18,
      center: view ? [view.lng, view.lat] : [116.2, 39.92],
      zoom: view?.zoom ?? 11,
      locale: {
        'Map.Title': label,
        'NavigationControl.ZoomIn': say(WORDS.zoomIn),
        'NavigationControl.ZoomOut': say(WORDS.zoomOut),
      },
    });
    made.touchZoomRotate.disableRotation();
    if (!magnified) made.addControl(new NavigationControl({ showCompass: false }), 'top-left');
    made.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left');
    made.on('click', ({ lngLat }) => pick.current?.({ lng: rounded(lngLat.lng), lat: rounded(lngLat.lat) }));
    made.on('moveend', (event) => {
      const { lng, lat } = made.getCenter();
      if (!('isStart' in event)) moved.current?.({ lng, lat, zoom: made.getZoom() });
    });
    const tellExtent = () => {
      const bounds = made.getBounds();
      extended.current?.({
        west: rounded(bounds.getWest()),
        south: rounded(bounds.getSouth()),
        east: rounded(bounds.getEast()),
        north: rounded(bounds.getNorth()),
      });
    };
    for (const event of ['load', 'moveend', 'resize'] as const) made.on(event, tellExtent);
    made.once('load', () => setMap(made));
    // Names are set by a worker and faded in: whoever takes a picture waits for this.
    made.on('idle', () => box.current?.setAttribute('data-drawn', ''));
    return () => {
      setMap(undefined);
      made.remove();
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a theme gives the style its colours
  useEffect(() => {
    if (!map) return;
    map.setStyle(mapStyle(tiles, ground), {
      diff: true,
      transformStyle: (before, after) => {
        // Outlines stay as they were told; only tiles follow the style.
        const { areas, names, drawn, reach } = before?.sources ?? after.sources;
        return { ...after, sources: { ...after.sources, areas, names, drawn, reach } as typeof after.sources };
      },
    });
  }, [map, theme, tiles?.shown, ground]);

  useSilence(map, props.onSilent);
  const isDrawing = useIsDrawing(map);

  const { joined } = props;
  useEffect(() => (map && joined ? joined.add(map) : undefined), [map, joined]);

  useTiles(map, tiles, props.onFeatures, onPick !== undefined);

  useEffect(() => {
    if (map) map.getSource<GeoJSONSource>('drawn')?.setData(drawnShape(drawn ?? NOTHING_DRAWN) as SourceData);
  }, [map, drawn]);

  const { preview } = props;
  useEffect(() => {
    if (!map || !preview) return;
    // Past React: a pointer moves sixty times a second.
    const show = ({ lngLat }: MapMouseEvent) =>
      map.getSource<GeoJSONSource>('drawn')?.setData(drawnShape(preview(lngLat)) as SourceData);
    map.on('mousemove', show);
    return () => {
      map.off('mousemove', show);
    };
  }, [map, preview]);

  useEffect(() => {
    if (!map) return;
    const shape = reachShape(reach ?? []);
    map.getSource<GeoJSONSource>('reach')?.setData(shape as unknown as SourceData);
    const bounds = boundsOf(shape);
    if (bounds) map.fitBounds(bounds, { padding: 48, duration: 0, maxZoom: 16 });
  }, [map, reach]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a view given at the start keeps outlines from moving the map
  useEffect(() => {
    if (!map) return;
    box.current?.removeAttribute('data-drawn');
    const put = () => {
      map.getSource<GeoJSONSource>('areas')?.setData(areas as unknown as SourceData);
      map.getSource<GeoJSONSource>('names')?.setData(labelPoints(areas) as SourceData);
    };
    put();
    const bounds = boundsOf(areas);
    if (bounds && !view && !props.reach && !props.stand)
      map.fitBounds(bounds, { padding: 24, duration: 0 }, { isStart: true });
  }, [map, areas]);

  const { stand } = props;
  useEffect(() => {
    if (!map || !stand) return;
    if (stand !== 'district') return void map.jumpTo({ center: [stand.lng, stand.lat], zoom: stand.zoom });
    const bounds = boundsOf(areas);
    if (bounds) map.fitBounds(bounds, { padding: 24, duration: 0 });
  }, [map, stand, areas]);

  useEffect(() => {
    if (map && focus)
      map.easeTo({ center: [focus.lng, focus.lat], zoom: Math.max(map.getZoom(), 13.5), duration: 400 });
  }, [map, focus]);

  const credits = [...new Set([...ground.base, ...ground.shown].flatMap(({ attribution }) => attribution ?? []))];
  const isSchematic = areas.features.some(({ properties }) => properties.isSchematic);
  return (
    <div className={onPick ? 'map is-picking' : 'map'} style={magnified ? scaled(magnified) : undefined}>
      <div ref={box} className="map-canvas" />
      {isDrawing && !magnified && (
        <p className="map-drawing" role="status">
          {say(WORDS.drawing)}
        </p>
      )}
      {map &&
        points.map((point) => (
          <At key={point.id} map={map} point={point} onMove={point.onMove}>
            <MapLabel point={point} />
          </At>
        ))}
      {map && picked && (
        <At map={map} point={picked}>
          <PickedLabel />
        </At>
      )}
      {(isSchematic || approvalNumber || credits.length > 0) && (
        <p className="map-note" title={isSchematic ? say(WORDS.schematicMore) : undefined}>
          {isSchematic && say(WORDS.schematic)}
          {approvalNumber && ` ${say(WORDS.approval, { number: approvalNumber })}`}
          {credits.length > 0 && ` ${credits.join(' · ')}`}
        </p>
      )}
    </div>
  );
}

/** The same object until something of it would be drawn otherwise. */
function usePictures(given: Ground = NOTHING_BELOW, shown: readonly PictureJson[] = []): Pictures {
  const key = JSON.stringify([given, shown]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told apart by what they say
  return useMemo(() => ({ own: given.own, base: given.pictures, shown }), [key]);
}

/** As a glass before it: laid out so many times smaller, drawn in full pixels, and stretched over the same ground. */
const scaled = (times: number) => ({
  width: `${100 / times}%`,
  height: `${100 / times}%`,
  transform: `scale(${times})`,
  transformOrigin: '0 0',
});

const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

/** Holds what it is given at a place of the map, while map and page move. */
function At({
  map,
  point,
  onMove,
  children,
}: {
  map: MapLibre;
  point: Point;
  onMove?: ((to: Point) => void) | undefined;
  children: React.ReactNode;
}) {
  const [held] = useState(() => document.createElement('div'));
  const marker = useRef<Marker>(undefined);
  const { lng, lat } = point;
  const told = useRef(onMove);
  told.current = onMove;
  // biome-ignore lint/correctness/useExhaustiveDependencies: moved below, made once
  useEffect(() => {
    const made = new Marker({ element: held, anchor: 'center', draggable: onMove !== undefined })
      .setLngLat([lng, lat])
      .addTo(map);
    // What is dragged is no place to put a new point.
    const keep = (event: Event) => event.stopPropagation();
    if (onMove) held.addEventListener('click', keep);
    made.on('dragend', () => {
      const at = made.getLngLat();
      told.current?.({ lng: rounded(at.lng), lat: rounded(at.lat) });
    });
    // The label inside says what it is; MapLibre's own words would be read twice.
    for (const name of ['aria-label', 'role', 'tabindex']) held.removeAttribute(name);
    marker.current = made;
    return () => {
      held.removeEventListener('click', keep);
      made.remove();
    };
  }, [map]);
  useEffect(() => {
    marker.current?.setLngLat([lng, lat]);
  }, [lng, lat]);
  return createPortal(children, held);
}
