import type { Point } from '../../../kernel/geometry.ts';
import type { Phrase } from '../../../kernel/phrases.ts';
import { Button, go, toast, useSay } from '../../design-system/web.ts';
import { areaOf, areaText, lengthOf, lengthText } from '../measure.rules.ts';
import { aroundArea } from '../surroundings/around-address.rules.ts';
import { cornersFrom, cornersText } from '../surroundings/asked.rules.ts';

const WORDS = {
  tools: { zh: '地图工具', en: 'Tools' },
  length: { zh: '测距', en: 'Length' },
  area: { zh: '测面积', en: 'Area' },
  undo: { zh: '退一点', en: 'Undo' },
  done: { zh: '结束', en: 'Done' },
  hint: { zh: '在地图上逐点点击', en: 'Click the map point by point' },
  outline: { zh: '周长 {length}，面积 {area}', en: 'Outline {length}, area {area}' },
  way: { zh: '长度 {length}', en: 'Length {length}' },
  around: { zh: '周边分析', en: 'Surroundings' },
  aroundHint: { zh: '点击地图上的位置', en: 'Click a place on the map' },
  share: { zh: '复制链接', en: 'Copy the link' },
  shared: {
    zh: '链接已复制：打开的人看到同一视图和图层',
    en: 'Copied: whoever opens it sees this view and these layers',
  },
} as const satisfies Record<string, Phrase>;

export interface Measuring {
  readonly points: readonly Point[];
  readonly isClosed: boolean;
  /** The first click says around what: nothing is measured. */
  readonly isAround?: boolean;
}

/** Lengths and areas on the spheroid, and the link to this very view. */
export function MeasureTools({
  measuring,
  onChange,
}: {
  measuring: Measuring | undefined;
  onChange: (measuring: Measuring | undefined) => void;
}) {
  const say = useSay();
  const begin = (isClosed: boolean) => onChange({ points: [], isClosed });
  const share = () => void navigator.clipboard?.writeText(location.href).then(() => toast(WORDS.shared));
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
          {isArea(measuring) && <Button onClick={() => go(aroundArea(measuring.points))}>{say(WORDS.around)}</Button>}
          <Button onClick={() => onChange(undefined)}>{say(WORDS.done)}</Button>
        </>
      ) : (
        <>
          <Button onClick={() => begin(false)}>{say(WORDS.length)}</Button>
          <Button onClick={() => begin(true)}>{say(WORDS.area)}</Button>
          <Button onClick={() => onChange({ points: [], isClosed: false, isAround: true })}>{say(WORDS.around)}</Button>
          <Button onClick={share}>{say(WORDS.share)}</Button>
        </>
      )}
    </section>
  );
}

/** Has something within, so that one may ask what. */
const isArea = ({ points, isClosed }: Measuring) => isClosed && cornersFrom(cornersText(points)) !== undefined;

function resultOf({ points, isClosed, isAround }: Measuring, say: ReturnType<typeof useSay>): string {
  if (isAround) return say(WORDS.aroundHint);
  const [first] = points;
  if (points.length < 2 || !first) return say(WORDS.hint);
  if (!isClosed) return say(WORDS.way, { length: lengthText(lengthOf(points)) });
  const around = lengthText(lengthOf([...points, first]));
  return say(WORDS.outline, { length: around, area: areaText(areaOf(points)) });
}
