import {
  type GeoJSONSource,
  Map as MapLibre,
  Marker,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useSay, useTheme } from '../design-system/web.ts';
import { MapLabel, PickedLabel } from './MapLabel.part.tsx';
import { boundsOf, labelPoints } from './map.rules.ts';
import type { MapProps } from './map-props.ts';
import { mapStyle, type SourceData } from './map-style.part.tsx';

setWorkerUrl(workerUrl);

const WORDS = {
  schematic: { zh: '示意', en: 'Schematic' },
  schematicMore: { zh: '边界为示意，不作划界依据', en: 'Outlines are schematic and settle no boundary' },
  approval: { zh: '审图号 {number}', en: 'Map approval {number}' },
  zoomIn: { zh: '放大', en: 'Zoom in' },
  zoomOut: { zh: '缩小', en: 'Zoom out' },
} as const;

const EMPTY = { type: 'FeatureCollection', features: [] } as const;

/** The district on MapLibre. Asks no server for anything: outlines come as data, letters from the machine's own fonts. */
export default function DistrictMap(props: MapProps) {
  const { areas = EMPTY, points = [], picked, onPick, focus, approvalNumber, label } = props;
  const say = useSay();
  const theme = useTheme();
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibre>();
  const pick = useRef(onPick);
  pick.current = onPick;

  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; what changes later is told to it below
  useEffect(() => {
    const made = new MapLibre({
      container: box.current as HTMLElement,
      style: mapStyle(),
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      maxZoom: 18,
      center: [116.2, 39.92],
      zoom: 11,
      locale: {
        'Map.Title': label,
        'NavigationControl.ZoomIn': say(WORDS.zoomIn),
        'NavigationControl.ZoomOut': say(WORDS.zoomOut),
      },
    });
    made.touchZoomRotate.disableRotation();
    made.addControl(new NavigationControl({ showCompass: false }), 'top-left');
    made.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left');
    made.on('click', ({ lngLat }) => pick.current?.({ lng: rounded(lngLat.lng), lat: rounded(lngLat.lat) }));
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
    map.setStyle(mapStyle(), {
      diff: true,
      transformStyle: (before, after) => ({ ...after, sources: before?.sources ?? after.sources }),
    });
  }, [map, theme]);

  useEffect(() => {
    if (!map) return;
    box.current?.removeAttribute('data-drawn');
    const put = () => {
      map.getSource<GeoJSONSource>('areas')?.setData(areas as unknown as SourceData);
      map.getSource<GeoJSONSource>('names')?.setData(labelPoints(areas) as SourceData);
    };
    put();
    const bounds = boundsOf(areas);
    if (bounds) map.fitBounds(bounds, { padding: 24, duration: 0 });
  }, [map, areas]);

  useEffect(() => {
    if (map && focus)
      map.easeTo({ center: [focus.lng, focus.lat], zoom: Math.max(map.getZoom(), 13.5), duration: 400 });
  }, [map, focus]);

  const isSchematic = areas.features.some(({ properties }) => properties.isSchematic);
  return (
    <div className={onPick ? 'map is-picking' : 'map'}>
      <div ref={box} className="map-canvas" />
      {map &&
        points.map((point) => (
          <At key={point.id} map={map} point={point}>
            <MapLabel point={point} />
          </At>
        ))}
      {map && picked && (
        <At map={map} point={picked}>
          <PickedLabel />
        </At>
      )}
      {(isSchematic || approvalNumber) && (
        <p className="map-note" title={isSchematic ? say(WORDS.schematicMore) : undefined}>
          {isSchematic && say(WORDS.schematic)}
          {approvalNumber && ` ${say(WORDS.approval, { number: approvalNumber })}`}
        </p>
      )}
    </div>
  );
}

const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

/** Holds what it is given at a place of the map, while map and page move. */
function At({
  map,
  point,
  children,
}: {
  map: MapLibre;
  point: { lng: number; lat: number };
  children: React.ReactNode;
}) {
  const [held] = useState(() => document.createElement('div'));
  const marker = useRef<Marker>(undefined);
  const { lng, lat } = point;
  // biome-ignore lint/correctness/useExhaustiveDependencies: moved below, made once
  useEffect(() => {
    const made = new Marker({ element: held, anchor: 'center' }).setLngLat([lng, lat]).addTo(map);
    // The label inside says what it is; MapLibre's own words would be read twice.
    for (const name of ['aria-label', 'role', 'tabindex']) held.removeAttribute(name);
    marker.current = made;
    return () => {
      made.remove();
    };
  }, [map]);
  useEffect(() => {
    marker.current?.setLngLat([lng, lat]);
  }, [lng, lat]);
  return createPortal(children, held);
}
