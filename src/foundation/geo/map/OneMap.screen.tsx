import { useMemo, useState } from 'react';
import type { Point } from '../../../kernel/geometry.ts';
import type { Phrase } from '../../../kernel/phrases.ts';
import { withinFrom, withinText } from '../../../kernel/within.ts';
import { serverNow, useView } from '../../api/web.ts';
import { useDistrictMap } from '../../areas/web.ts';
import { go, Shown, useKeys, useMay, usePageTitle, useSay, useSearch } from '../../design-system/web.ts';
import { momentFrom, momentText } from '../history/moment.rules.ts';
import { TimeBar } from '../history/TimeBar.part.tsx';
import type { tree } from '../layers/layer-tree.views.ts';
import { DistrictMap } from '../MapFrame.part.tsx';
import type { MapExtent } from '../map.rules.ts';
import type { list } from '../map-layers.views.ts';
import { aroundPoint } from '../surroundings/around-address.rules.ts';
import { drawingShape, extentGround, groundOf, groundShape, type Measuring, previewShape } from './ground.rules.ts';
import { LayerTree } from './LayerTree.part.tsx';
import { type LayerJson, type MapFeature, viewFrom, viewText } from './layer-look.rules.ts';
import { useLayersOn } from './layers-on.part.tsx';
import { MapCard } from './MapCard.part.tsx';
import { MapSearch } from './MapSearch.part.tsx';
import { MapTable } from './MapTable.part.tsx';
import { MeasureTools } from './MeasureTools.part.tsx';
import { printAddress } from './print.rules.ts';
import { ShownLayers } from './ShownLayers.part.tsx';

const WORDS = {
  title: { zh: '一张图', en: 'One map' },
  map: { zh: '辖区地图', en: 'Map of the district' },
  undo: { zh: '退一点', en: 'Undo a point' },
  printed: {
    zh: '地图的图形连同图例和比例尺，请用「打印」按钮出图。',
    en: 'The map itself, with legend and scale, is printed by the button “Print”.',
  },
  stop: { zh: '结束测量，关闭卡片', en: 'Stop measuring, close the card' },
} as const satisfies Record<string, Phrase>;

/** 一张图: every register with a place, switched on and off, as far as this person sees it; the address holds the view. */
export default function OneMapScreen() {
  const say = useSay();
  usePageTitle(say(WORDS.title), 'real');
  const view = useView<typeof list>('mapLayers.list', { counts: 'no' });
  return (
    <div className="one-map">
      <h1 className="unseen" tabIndex={-1}>
        {say(WORDS.title)}
      </h1>
      <p className="map-print-note">{say(WORDS.printed)}</p>
      <Shown of={view} rows={8}>
        {({ layers }) => <Board all={layers} />}
      </Shown>
    </div>
  );
}

function Board({ all }: { all: readonly LayerJson[] }) {
  const say = useSay();
  const [search, setSearch] = useSearch();
  const outlines = useDistrictMap();
  const [start] = useState(() => viewFrom(search.at));
  const [found, setFound] = useState<Point>();
  const [chosen, setChosen] = useState<readonly MapFeature[]>([]);
  const [measuring, setMeasuring] = useState<Measuring>();
  const [extent, setExtent] = useState<MapExtent>();
  const drawn = useMemo(() => withinFrom(search.within), [search.within]);
  const isTabled = search.table === 'yes';

  const moment = useMemo(() => momentFrom(search.moment), [search.moment]);
  const { on, shown, tiles, pictures, counts } = useLayersOn(all, moment);
  const may = useMay();
  const catalogue = useView<typeof tree>('catalogueLayers.tree', {}, { isEnabled: may('catalogue_layer.look') });
  const [silent, setSilent] = useState<Readonly<Record<string, number>>>({});

  const turn = (id: string, isOn: boolean) => {
    const next = isOn ? [...on, id] : on.filter((one) => one !== id);
    setSearch({ on: next.join(',') || 'none' });
  };
  /** Two clicks make a rectangle or a circle, whose content is then listed; outlines go on until somebody says so. */
  const take = (next: Measuring) => {
    const ground = groundOf(next);
    if (!ground) return setMeasuring(next);
    setMeasuring(undefined);
    setSearch({ within: withinText(ground), table: 'yes' });
  };
  const pick = (point: Point) => {
    if (!measuring) return;
    if (measuring.kind === 'around') return go(aroundPoint(point));
    const next = { ...measuring, points: [...measuring.points, point] };
    if (next.kind === 'rectangle' || next.kind === 'circle') take(next);
    else setMeasuring(next);
  };
  const shape = useMemo(() => (measuring ? drawingShape(measuring) : drawn && groundShape(drawn)), [measuring, drawn]);
  const preview = useMemo(
    () => (measuring?.points.length ? (point: Point) => previewShape(measuring, point) : undefined),
    [measuring],
  );
  useKeys([
    { keys: 'Escape', label: WORDS.stop, act: () => (measuring ? setMeasuring(undefined) : setChosen([])) },
    {
      keys: 'Backspace',
      label: WORDS.undo,
      act: () => measuring && setMeasuring({ ...measuring, points: measuring.points.slice(0, -1) }),
    },
  ]);
  return (
    <>
      <aside className="one-map-side">
        <MapSearch onFound={setFound} moment={moment} />
        <ShownLayers
          all={all}
          shown={shown}
          pictures={pictures}
          silent={silent}
          counts={counts}
          onOff={(id) => turn(id, false)}
        />
        <LayerTree all={all} entries={catalogue.data?.entries ?? []} on={on} onTurn={turn} />
      </aside>
      <div className={`one-map-place${isTabled ? ' is-tabled' : ''}${moment ? ' is-past' : ''}`}>
        <DistrictMap
          label={say(WORDS.map)}
          areas={outlines.data}
          tiles={tiles}
          pictures={pictures}
          onSilent={(id) => setSilent((now) => ({ ...now, [id]: (now[id] ?? 0) + 1 }))}
          view={start}
          onView={(at) => setSearch({ at: viewText(at) })}
          picked={found}
          focus={found}
          onExtent={setExtent}
          drawn={shape}
          onPick={measuring && pick}
          preview={preview}
          onFeatures={setChosen}
        />
        <MeasureTools
          measuring={measuring}
          onChange={setMeasuring}
          onList={take}
          isTabled={isTabled}
          isPast={moment !== undefined}
          onPast={(isPast) => setSearch({ moment: isPast ? momentText(serverNow()) : undefined })}
          onPrint={() => extent && go(printAddress(search, extent))}
          onTable={(isOn) => setSearch({ table: isOn ? 'yes' : undefined })}
        />
        {chosen.length > 0 && !measuring && (
          <MapCard moment={moment} features={chosen} all={[...all, ...shown]} onClose={() => setChosen([])} />
        )}
        {isTabled && (
          <MapTable
            moment={moment}
            shown={shown}
            pictures={pictures}
            ground={drawn ?? (extent && extentGround(extent))}
            isDrawn={drawn !== undefined}
            onGround={(within) => setSearch({ within: within && withinText(within) })}
            onLocate={setFound}
            onClose={() => setSearch({ table: undefined })}
          />
        )}
        {moment && <TimeBar on={on} moment={moment} />}
      </div>
    </>
  );
}
