import { useState } from 'react';
import type { Point, Polygon } from '../../../kernel/geometry.ts';
import type { Position } from '../../../kernel/shapes.ts';
import { useDistrictMap } from '../../areas/web.ts';
import { Button, Dialog, TextAreaField, useSay } from '../../design-system/web.ts';
import { type AreaCollection, DistrictMap, type MapPoint, PlaceField } from '../../geo/web.ts';
import type { Fields } from '../define.ts';
import type { RecordJson } from '../record-views.part.tsx';
import { common, type FieldFace, type InputProps } from './face.part.tsx';
import { cornersOf, partsFrom, positionsFrom, textOf, withCorner } from './shape-text.rules.ts';

const WORDS = {
  line: { zh: '每行一点：经度, 纬度', en: 'One point a line: longitude, latitude' },
  area: {
    zh: '每行一点：经度, 纬度；空行分隔各块。也可粘贴 GeoJSON',
    en: 'One point a line: longitude, latitude; an empty line between parts. GeoJSON can be pasted',
  },
  draw: { zh: '在地图上描点', en: 'Draw on the map' },
  back: { zh: '退一点', en: 'Undo a point' },
  next: { zh: '下一块', en: 'Next part' },
  done: { zh: '完成', en: 'Done' },
  drag: { zh: '点击添加一点，拖动可移动', en: 'Click to add a point, drag one to move it' },
  corner: { zh: '第 {number} 点', en: 'Point {number}' },
} as const;

function Place(props: InputProps) {
  const point = (props.value as Point | null) ?? undefined;
  return <PlaceField {...common(props)} value={point} onChange={(value) => props.onChange(value ?? null)} />;
}

interface Kind {
  readonly hint: { zh: string; en: string };
  read(text: string): unknown;
  write(value: unknown): string;
  /** For the map: as closed outlines. */
  outlines(value: unknown): readonly Polygon[];
}

const LINE: Kind = {
  hint: WORDS.line,
  read: (text) => positionsFrom(text),
  write: (value) => textOf(value as readonly Position[]),
  outlines: (value) => {
    const there = value as readonly Position[];
    return there.length < 2 ? [] : [[[...there, ...there.toReversed()]]];
  },
};

const AREA: Kind = {
  hint: WORDS.area,
  read: (text) => pasted(text) ?? partsFrom(text),
  write: (value) => (value as readonly Polygon[]).map(([outline = []]) => textOf(outline)).join('\n\n'),
  outlines: (value) => value as readonly Polygon[],
};

/** GeoJSON of a polygon, of several, or of a feature with one. */
function pasted(text: string): unknown {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    const given = JSON.parse(text);
    const { type, coordinates } = given.geometry ?? given;
    return type === 'Polygon' ? [coordinates] : coordinates;
  } catch {
    return undefined;
  }
}

/** Each is an element of the page: an outline with more corners is a survey's, and corrected there. */
const MOST_HANDLES = 300;

function Shape({ kind, ...props }: InputProps & { kind: Kind }) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState(props.value ? kind.write(props.value) : '');
  const change = (typed: string) => {
    setText(typed);
    props.onChange(typed.trim() === '' ? null : kind.read(typed));
  };
  const all = text.trimStart().startsWith('{') ? [] : cornersOf(text);
  const corners = all.length > MOST_HANDLES ? [] : all;
  return (
    <div className="shape-field">
      <TextAreaField {...common(props)} hint={kind.hint} rows={5} value={text} onChange={change} />
      <div>
        <Button onClick={() => setOpen(true)}>{say(WORDS.draw)}</Button>
      </div>
      <Dialog title={say(props.field.label)} isOpen={isOpen} onClose={() => setOpen(false)} size="full">
        <div className="row">
          <Button onClick={() => change(text.trimEnd().split('\n').slice(0, -1).join('\n'))}>{say(WORDS.back)}</Button>
          {kind === AREA && <Button onClick={() => change(`${text.trimEnd()}\n\n`)}>{say(WORDS.next)}</Button>}
          <Button kind="main" onClick={() => setOpen(false)}>
            {say(WORDS.done)}
          </Button>
          <span className="soft">{say(WORDS.drag)}</span>
        </div>
        <ShapeMap
          label={say(props.field.label)}
          outlines={props.value ? kind.outlines(props.value) : []}
          points={corners.map(({ line, lng, lat }, index) => ({
            ...{ lng, lat, id: `${line}`, shape: 'corner' },
            label: say(WORDS.corner, { number: index + 1 }),
            onMove: (to) => change(withCorner(text, { ...to, line })),
          }))}
          onPick={({ lng, lat }) => change(`${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${lng}, ${lat}`)}
        />
      </Dialog>
    </div>
  );
}

/** The district with shapes on it. */
export function ShapeMap({
  label,
  outlines,
  points = [],
  onPick,
}: {
  label: string;
  outlines: readonly Polygon[];
  points?: readonly MapPoint[];
  onPick?: (point: Point) => void;
}) {
  const map = useDistrictMap();
  const own = outlines.map((coordinates) => ({
    type: 'Feature' as const,
    properties: { name: '' },
    geometry: { type: 'Polygon' as const, coordinates },
  }));
  const areas: AreaCollection = { type: 'FeatureCollection', features: [...(map.data?.features ?? []), ...own] };
  const [lng, lat] = outlines[0]?.[0]?.[0] ?? [];
  const focus = points[0] ?? (lng === undefined || lat === undefined ? undefined : { lng, lat });
  return <DistrictMap label={label} areas={areas} points={points} onPick={onPick} focus={onPick ? undefined : focus} />;
}

export const place: FieldFace = { Input: Place };
export const line: FieldFace = { Input: (props) => <Shape {...props} kind={LINE} /> };
export const area: FieldFace = { Input: (props) => <Shape {...props} kind={AREA} /> };
/** Where a record lies, as far as its fields say it: nothing where none is filled. */
export function RecordMap({ fields, record, label }: { fields: Fields; record: RecordJson; label: string }) {
  const filled = Object.entries(fields).filter(([name]) => record[name] !== null && record[name] !== undefined);
  const outlines = filled.flatMap(([name, { type }]) => outlinesOf[type]?.(record[name]) ?? []);
  const points = filled.flatMap(([name, { type }]): MapPoint[] =>
    type === 'place' ? [{ ...(record[name] as Point), id: name, label, shape: 'place' }] : [],
  );
  if (outlines.length + points.length === 0) return null;
  return (
    <div className="record-map">
      <ShapeMap label={label} outlines={outlines} points={points} />
    </div>
  );
}

const outlinesOf: Readonly<Record<string, (value: unknown) => readonly Polygon[]>> = {
  line: LINE.outlines,
  area: AREA.outlines,
};
