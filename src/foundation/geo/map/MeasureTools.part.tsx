import type { Phrase } from '../../../kernel/phrases.ts';
import { Button, Contributions, go, MenuButton, toast, useSay } from '../../design-system/web.ts';
import { areaOf, areaText, lengthOf, lengthText } from '../measure.rules.ts';
import { aroundArea } from '../surroundings/around-address.rules.ts';
import { type Drawing, groundOf, type Measuring } from './ground.rules.ts';
import type { MapActionProps } from './map-action-props.ts';

const WORDS = {
  tools: { zh: '地图工具', en: 'Tools' },
  length: { zh: '测距', en: 'Length' },
  area: { zh: '测面积', en: 'Area' },
  choose: { zh: '框选', en: 'Select' },
  rectangle: { zh: '矩形', en: 'Rectangle' },
  circle: { zh: '圆形', en: 'Circle' },
  polygon: { zh: '多边形', en: 'Polygon' },
  table: { zh: '表格', en: 'Table' },
  list: { zh: '列出其中的记录', en: 'List what lies within' },
  undo: { zh: '退一点', en: 'Undo' },
  done: { zh: '结束', en: 'Done' },
  hint: { zh: '在地图上逐点点击', en: 'Click the map point by point' },
  corner: { zh: '点击矩形的一角', en: 'Click a corner of the rectangle' },
  opposite: { zh: '点击对角', en: 'Click the opposite corner' },
  centre: { zh: '点击圆心', en: 'Click the middle of the circle' },
  rim: { zh: '点击圆上一点', en: 'Click a point of the rim' },
  outline: { zh: '周长 {length}，面积 {area}', en: 'Outline {length}, area {area}' },
  way: { zh: '长度 {length}', en: 'Length {length}' },
  around: { zh: '周边分析', en: 'Surroundings' },
  aroundHint: { zh: '点击地图上的位置', en: 'Click a place on the map' },
  time: { zh: '时间', en: 'Time' },
  print: { zh: '打印', en: 'Print' },
  share: { zh: '复制链接', en: 'Copy the link' },
  shared: {
    zh: '链接已复制：打开的人看到同一视图、图层和范围',
    en: 'Copied: whoever opens it sees this view, these layers and this ground',
  },
} as const satisfies Record<string, Phrase>;

interface Props {
  readonly measuring: Measuring | undefined;
  readonly onChange: (measuring: Measuring | undefined) => void;
  /** The outline that was drawn is the ground of the table. */
  readonly onList: (measuring: Measuring) => void;
  readonly isTabled: boolean;
  readonly onTable: (isOn: boolean) => void;
  readonly isPast: boolean;
  /** Begins at now, from where one goes back. */
  readonly onPast: (isPast: boolean) => void;
  readonly onPrint: () => void;
}

/** Lengths and areas on the spheroid, ground to select by, the table, and the link to this very view. */
export function MeasureTools({ measuring, onChange, onList, isTabled, onTable, isPast, onPast, onPrint }: Props) {
  const say = useSay();
  const begin = (kind: Drawing) => onChange({ kind, points: [] });
  const share = () => void navigator.clipboard?.writeText(location.href).then(() => toast(WORDS.shared));
  const shapes = { rectangle: WORDS.rectangle, circle: WORDS.circle, area: WORDS.polygon } as const;
  return (
    <section className="map-tools" aria-label={say(WORDS.tools)}>
      {measuring ? (
        <>
          <span role="status">{resultOf(measuring, say)}</span>
          <Button
            disabled={measuring.points.length === 0}
            onClick={() => onChange({ ...measuring, points: measuring.points.slice(0, -1) })}
          >
            {say(WORDS.undo)}
          </Button>
          {measuring.kind === 'area' && groundOf(measuring) && (
            <>
              <Button onClick={() => onList(measuring)}>{say(WORDS.list)}</Button>
              <Button onClick={() => go(aroundArea(measuring.points))}>{say(WORDS.around)}</Button>
            </>
          )}
          <Button onClick={() => onChange(undefined)}>{say(WORDS.done)}</Button>
        </>
      ) : (
        <>
          <Button onClick={() => begin('length')}>{say(WORDS.length)}</Button>
          <Button onClick={() => begin('area')}>{say(WORDS.area)}</Button>
          <Button onClick={() => begin('around')}>{say(WORDS.around)}</Button>
          <MenuButton
            className="button"
            label={say(WORDS.choose)}
            items={(['rectangle', 'circle', 'area'] as const).map((kind) => ({
              key: kind,
              label: say(shapes[kind]),
              act: () => begin(kind),
            }))}
          />
          <Button aria-pressed={isTabled} onClick={() => onTable(!isTabled)}>
            {say(WORDS.table)}
          </Button>
          <Button aria-pressed={isPast} onClick={() => onPast(!isPast)}>
            {say(WORDS.time)}
          </Button>
          <Button onClick={onPrint}>{say(WORDS.print)}</Button>
          <Button onClick={share}>{say(WORDS.share)}</Button>
          <Contributions<MapActionProps>
            at="map.actions"
            props={{ address: `${location.pathname}${location.search}` }}
          />
        </>
      )}
    </section>
  );
}

function resultOf({ points, kind }: Measuring, say: ReturnType<typeof useSay>): string {
  const [first] = points;
  if (kind === 'around') return say(WORDS.aroundHint);
  if (kind === 'rectangle') return say(first ? WORDS.opposite : WORDS.corner);
  if (kind === 'circle') return say(first ? WORDS.rim : WORDS.centre);
  if (points.length < 2 || !first) return say(WORDS.hint);
  if (kind === 'length') return say(WORDS.way, { length: lengthText(lengthOf(points)) });
  const around = lengthText(lengthOf([...points, first]));
  return say(WORDS.outline, { length: around, area: areaText(areaOf(points)) });
}
