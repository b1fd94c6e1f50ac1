import { useState } from 'react';
import type { Point } from '../../../kernel/geometry.ts';
import type { Phrase } from '../../../kernel/phrases.ts';
import { type OutputOf, useView } from '../../api/web.ts';
import { Button, Go, MarkBadge, Section, Shown, TableHead, useSay } from '../../design-system/web.ts';
import { useRecordPath } from '../../timeline/web.ts';
import type { LayerJson } from '../map/layer-look.rules.ts';
import { MOST_TOLD } from '../map.rules.ts';
import { lengthText } from '../measure.rules.ts';
import type { differences } from './history.views.ts';

type Told = OutputOf<typeof differences>;
type Item = Told['items'][number];

const WORDS = {
  counts: { zh: '新增 {came}，消失 {went}，变化 {changed}', en: '{came} came, {went} went, {changed} changed' },
  none: { zh: '两个时刻之间没有差异', en: 'Nothing differs between the two moments' },
  kind: { zh: '差异', en: 'Difference' },
  name: { zh: '名称', en: 'Name' },
  state: { zh: '状态', en: 'State' },
  place: { zh: '所在', en: 'Where' },
  what: { zh: '变化内容', en: 'What changed' },
  onMap: { zh: '图上', en: 'Map' },
  locate: { zh: '定位', en: 'Find' },
  locateOf: { zh: '在图上定位：{name}', en: 'Find on the map: {name}' },
  moved: { zh: '移动 {length}', en: 'moved {length}' },
  reshaped: { zh: '形状变化', en: 'another shape' },
  outside: { zh: '区外', en: 'Outside the district' },
  more: { zh: '列出更多', en: 'List more' },
} as const satisfies Record<string, Phrase>;

const KINDS = {
  came: { zh: '＋ 新增', en: '+ Came' },
  went: { zh: '－ 消失', en: '− Went' },
  changed: { zh: '△ 变化', en: '△ Changed' },
} as const;

interface Props {
  readonly layer: LayerJson;
  readonly from: Date;
  readonly until: Date;
  readonly within: string | undefined;
  readonly onLocate: (point: Point) => void;
}

/** What of a layer came, went and changed between two moments: reads without the map. */
export function Differences({ layer, from, until, within, onLocate }: Props) {
  const say = useSay();
  const [limit, setLimit] = useState(50);
  const view = useView<typeof differences>(
    'mapLayers.differences',
    {
      layer: layer.id,
      from: from.toISOString(),
      until: until.toISOString(),
      limit,
      ...(within ? { within } : {}),
    },
    { topics: [layer.register], keepsPrevious: true },
  );
  return (
    <Section title={layer.label}>
      <Shown of={view} rows={3}>
        {({ came, went, changed, items, plural }) => (
          <>
            <p role="status">
              {came + went + changed === 0
                ? say(WORDS.none)
                : say(WORDS.counts, { came: `${came}`, went: `${went}`, changed: `${changed}` })}
            </p>
            {items.length > 0 && (
              <table className="table" aria-label={say(layer.label)}>
                <TableHead titles={[WORDS.kind, WORDS.name, WORDS.state, WORDS.place, WORDS.what, WORDS.onMap]} />
                <tbody>
                  {items.map((item) => (
                    <Line key={item.id} item={item} plural={plural} onLocate={onLocate} />
                  ))}
                </tbody>
              </table>
            )}
            {came + went + changed > items.length && limit < MOST_TOLD && (
              <Button onClick={() => setLimit(Math.min(MOST_TOLD, limit + 150))}>{say(WORDS.more)}</Button>
            )}
          </>
        )}
      </Shown>
    </Section>
  );
}

function Line({ item, plural, onLocate }: { item: Item; plural: string; onLocate: (point: Point) => void }) {
  const say = useSay();
  const path = useRecordPath()({ plural, id: item.id });
  const { before, after, metres, isReshaped, title } = item;
  const place = (side: Item['before']) => side && (side.placeText || say(WORDS.outside));
  const moved =
    metres === null ? (isReshaped ? say(WORDS.reshaped) : '') : say(WORDS.moved, { length: lengthText(metres) });
  const told = item.fields.map(({ label, from, to }) => `${say(label)}：${say(from)} → ${say(to)}`);
  return (
    <tr>
      <td>{say(KINDS[item.kind])}</td>
      <th scope="row">
        <MarkBadge mark={item.mark} /> {path ? <Go to={path}>{title}</Go> : title}
      </th>
      <td>{fromTo(before && say(before.state), after && say(after.state))}</td>
      <td>{fromTo(place(before), place(after))}</td>
      <td>{[moved, ...told].filter(Boolean).join('；')}</td>
      <td>
        <Button
          kind="bare"
          className="map-table-locate"
          aria-label={say(WORDS.locateOf, { name: title })}
          onClick={() => onLocate({ lng: item.lng, lat: item.lat })}
        >
          {say(WORDS.locate)}
        </Button>
      </td>
    </tr>
  );
}

/** «A → B» where they differ. */
function fromTo(before: string | null, after: string | null): string {
  if (before !== null && after !== null && before !== after) return `${before} → ${after}`;
  return after ?? before ?? '';
}
