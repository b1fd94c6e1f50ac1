import { useMemo, useState } from 'react';
import type { Phrase } from '../../../kernel/phrases.ts';
import { ApiProblem, requestJson, useCommand, useView } from '../../api/web.ts';
import { useDistrictMap } from '../../areas/web.ts';
import { Button, Facts, Notice, useMay, useSay } from '../../design-system/web.ts';
import type { choose } from '../layers/base-maps.commands.ts';
import type { now } from '../layers/base-maps.views.ts';
import type { SourceKind } from '../layers/layer-source.rules.ts';
import { MOST_BASES } from '../layers/picture-layer.ts';
import { DistrictMap } from '../MapFrame.part.tsx';
import type { list } from '../map-layers.views.ts';
import type { Tried } from '../sources/sources.routes.ts';
import { SourceState, useSourceState } from './source-state.part.tsx';

const WORDS = {
  map: { zh: '图层预览', en: 'Preview of the layer' },
  notYours: { zh: '您不在该图层的使用范围内，无法预览', en: 'The layer is not for you: no preview' },
  state: { zh: '来源状态', en: 'Source' },
  test: { zh: '测试连接', en: 'Test the connection' },
  well: { zh: '正常响应，{milliseconds} 毫秒', en: 'It answered within {milliseconds} ms' },
  empty: { zh: '有响应，但辖区中心没有图片', en: 'It answered, with no picture of the middle of the district' },
  bad: { zh: '未能取得图片：{reason}', en: 'No picture came: {reason}' },
  asked: { zh: '请求地址', en: 'Asked for' },
  answered: { zh: '返回内容', en: 'Answer' },
  base: { zh: '设为全区底图', en: 'Make it the base map' },
  over: { zh: '叠加到全区底图', en: 'Put it on the base map' },
  notBase: { zh: '移出全区底图', en: 'Take it off the base map' },
} as const satisfies Record<string, Phrase>;

interface Props {
  readonly record: { readonly id: string; readonly sourceKind?: unknown; readonly version: number };
}

/** On the page of an entry: the layer on a map, what its source answers, and whether it lies beneath every map. */
export default function SourcePreview({ record }: Props) {
  const { id } = record;
  const kind = record.sourceKind as SourceKind;
  const say = useSay();
  const outlines = useDistrictMap();
  const view = useView<typeof list>('mapLayers.list', { ids: id, counts: 'no' }, { topics: ['catalogue_layer'] });
  const [silent, setSilent] = useState(0);
  const shown = view.data?.layers;
  const tiles = useMemo(() => shown && { shown, all: shown, revision: 0 }, [shown]);
  const isThere = (view.data?.layers.length ?? 0) + (view.data?.pictures.length ?? 0) > 0;
  return (
    <>
      {view.data && !isThere && <Notice title={say(WORDS.notYours)} />}
      {view.data && isThere && (
        <div className="source-preview">
          <DistrictMap
            label={say(WORDS.map)}
            areas={outlines.data}
            {...(tiles && tiles.shown.length > 0 ? { tiles } : {})}
            pictures={view.data.pictures}
            onSilent={() => setSilent((times) => times + 1)}
          />
        </div>
      )}
      {kind === 'service' && <Connection id={id} sign={`${record.version} ${silent}`} />}
      {(kind === 'service' || kind === 'tiles') && <BaseButtons id={id} />}
    </>
  );
}

function Connection({ id, sign }: { id: string; sign: string }) {
  const say = useSay();
  const may = useMay();
  const [tried, setTried] = useState<Tried>();
  const [problem, setProblem] = useState<ApiProblem>();
  const [isBusy, setBusy] = useState(false);
  const told = useSourceState(id, `${sign} ${tried?.address} ${tried?.milliseconds}`);
  const test = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      setTried(await requestJson<Tried>(`/api/catalogue-layers/${id}/source/test`, { method: 'POST', body: {} }));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    }
    setBusy(false);
  };
  return (
    <>
      <Facts facts={[{ label: WORDS.state, value: <SourceState told={told} /> }]} />
      {may('catalogue_layer.keep') && (
        <p>
          <Button disabled={isBusy} onClick={() => void test()}>
            {say(WORDS.test)}
          </Button>
        </p>
      )}
      {problem && <p role="alert">{say(problem.phrase)}</p>}
      {tried && (
        <div role="status">
          <p>{say(outcomeOf(tried), { ...tried, reason: tried.reason ? say(tried.reason) : '' })}</p>
          <Facts
            facts={[
              { label: WORDS.asked, value: <span className="source-address">{tried.address}</span> },
              {
                label: WORDS.answered,
                value: tried.mediaType ? `${tried.mediaType} ${Math.ceil((tried.size ?? 0) / 1024)} KB` : '—',
              },
            ]}
          />
        </div>
      )}
    </>
  );
}

function outcomeOf({ isAnswered, mediaType }: Tried): Phrase {
  if (!isAnswered) return WORDS.bad;
  return mediaType ? WORDS.well : WORDS.empty;
}

function BaseButtons({ id }: { id: string }) {
  const say = useSay();
  const may = useMay();
  const view = useView<typeof now>('baseMaps.now', {});
  const choosing = useCommand<typeof choose>('baseMaps.choose');
  if (!may('base_map.choose') || !view.data) return null;
  const base = view.data.pictures.map((one) => one.id);
  const isBase = base.includes(id);
  const put = (layerIds: string[]) => void choosing.run({ layerIds });
  return (
    <p className="row">
      {!isBase && (
        <Button disabled={choosing.isRunning} onClick={() => put([id])}>
          {say(WORDS.base)}
        </Button>
      )}
      {!isBase && base.length > 0 && base.length < MOST_BASES && (
        <Button disabled={choosing.isRunning} onClick={() => put([...base, id])}>
          {say(WORDS.over)}
        </Button>
      )}
      {isBase && (
        <Button disabled={choosing.isRunning} onClick={() => put(base.filter((one) => one !== id))}>
          {say(WORDS.notBase)}
        </Button>
      )}
      {choosing.problem && <span role="alert">{say(choosing.problem.phrase)}</span>}
    </p>
  );
}
