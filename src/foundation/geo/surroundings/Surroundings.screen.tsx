import { useState } from 'react';
import type { Point } from '../../../kernel/geometry.ts';
import type { Phrase } from '../../../kernel/phrases.ts';
import { cornersText } from '../../../kernel/within.ts';
import { type OutputOf, useView, type ViewState } from '../../api/web.ts';
import { useDistrictMap } from '../../areas/web.ts';
import {
  Button,
  Contributions,
  Empty,
  Page,
  Shown,
  Time,
  toast,
  useKeys,
  useSay,
  useSearch,
} from '../../design-system/web.ts';
import { DistrictMap } from '../MapFrame.part.tsx';
import { AroundForm } from './AroundForm.part.tsx';
import { askedFrom, recordFrom } from './around-address.rules.ts';
import type { Asked } from './asked.rules.ts';
import { Findings } from './Findings.part.tsx';
import { PaperOfAround } from './PaperOfAround.part.tsx';
import { originPoint, pointsOf } from './points-of.part.tsx';
import type { around, records } from './surroundings.views.ts';
import { originWords, reachWords } from './surroundings-words.rules.ts';
import './surroundings.css';

type Result = OutputOf<typeof around>;

const WORDS = {
  title: { zh: '周边分析', en: 'Surroundings' },
  map: { zh: '周边范围', en: 'What is around' },
  nowhere: { zh: '先选一个位置', en: 'Choose a place first' },
  hint: {
    zh: '点击地图、输入坐标或圈画区域；也可从一张图、事件和各台账记录进入。',
    en: 'Click the map, type a coordinate or draw an area; or come from the map, an incident or a record.',
  },
  share: { zh: '复制链接', en: 'Copy the link' },
  shared: {
    zh: '链接已复制：打开的人按本人权限看到同一分析',
    en: 'Copied: whoever opens it sees the same by their own rights',
  },
  asOf: { zh: '截至', en: 'As of' },
  stop: { zh: '停止圈画', en: 'Stop drawing' },
} as const satisfies Record<string, Phrase>;

/** 周边分析: what lies within a distance or minutes by road of a place, as tables, on the map, as a paper, onto an incident. */
export default function SurroundingsScreen() {
  const say = useSay();
  const [search, change] = useSearch();
  const asked = askedFrom(search);
  const [drawing, setDrawing] = useState<readonly Point[]>();
  const areas = useDistrictMap();
  const { layer } = search;
  const isEnabled = asked !== undefined;
  const view = useView<typeof around>('surroundings.around', { ...asked }, { keepsPrevious: true, isEnabled });
  const listed = useView<typeof records>(
    'surroundings.records',
    { ...asked, layer: layer ?? '', limit: 100 },
    { isEnabled: isEnabled && layer !== undefined },
  );
  const put = (place: { point?: string; area?: string }) => {
    change({ point: undefined, area: undefined, of: undefined, layer: undefined, ...place });
    setDrawing(undefined);
  };
  useKeys([{ keys: 'Escape', label: WORDS.stop, act: () => setDrawing(undefined) }]);
  const pick = (point: Point) =>
    drawing ? setDrawing([...drawing, point]) : put({ point: `${point.lng},${point.lat}` });
  const form = (
    <AroundForm
      asked={asked}
      drawing={drawing}
      onPlace={({ lng, lat }) => put({ point: `${lng},${lat}` })}
      onDrawing={setDrawing}
      onDrawn={(corners) => put({ area: cornersText(corners) })}
      onFar={({ metres, minutes }) => {
        // The same question once more is asked anew: no fact says that an answer over every register is stale.
        if (metres === search.metres && minutes === search.minutes) view.refresh();
        else change({ metres, minutes });
      }}
    />
  );
  return (
    <Page title={WORDS.title}>
      <div className="surroundings">
        <div className="surroundings-side">
          {form}
          {asked ? (
            <Told asked={asked} view={view} listed={listed} subject={search.for} />
          ) : (
            <Empty title={WORDS.nowhere} hint={WORDS.hint} />
          )}
        </div>
        <div className="surroundings-map">
          <DistrictMap
            label={say(WORDS.map)}
            areas={areas.data}
            onPick={pick}
            {...(drawing ? { drawn: { points: drawing, isClosed: true } } : {})}
            {...(asked && view.data
              ? {
                  reach: view.data.reach.outline,
                  picked: originPoint(view.data, asked),
                  points: pointsOf(view.data, layer ? listed.data?.items : undefined),
                }
              : {})}
          />
        </div>
      </div>
    </Page>
  );
}

interface ToldProps {
  readonly asked: Asked;
  readonly view: ViewState<Result>;
  readonly listed: ViewState<OutputOf<typeof records>>;
  /** The record that the result may be for, as the address has it. */
  readonly subject: string | undefined;
}

function Told({ asked, view, listed, subject }: ToldProps) {
  const say = useSay();
  const [{ layer }, change] = useSearch();
  const share = () => void navigator.clipboard?.writeText(location.href).then(() => toast(WORDS.shared));
  return (
    <Shown of={view} rows={8}>
      {(result) => (
        <>
          <h2>
            {say(originWords(result))} · {say(reachWords(result))}
          </h2>
          <div className="row">
            <PaperOfAround asked={asked} />
            <Button onClick={share}>{say(WORDS.share)}</Button>
            {view.asOf && (
              <span className="soft">
                {say(WORDS.asOf)} <Time at={view.asOf} />
              </span>
            )}
            <Contributions at="surroundings.actions" props={{ asked, subject: recordFrom(subject) }} />
          </div>
          <Findings
            result={result}
            chosen={layer}
            records={layer ? listed.data : undefined}
            onChoose={(id) => change({ layer: id === layer ? undefined : id })}
          />
        </>
      )}
    </Shown>
  );
}
