import { useLayoutEffect, useMemo, useState } from 'react';
import { officialTime } from '../../../kernel/calendar.ts';
import type { Phrase } from '../../../kernel/phrases.ts';
import { withinFrom } from '../../../kernel/within.ts';
import { serverNow, useView } from '../../api/web.ts';
import { useDistrictMap } from '../../areas/web.ts';
import { Button, ChoiceField, Go, Shown, TextField, usePageTitle, useSay, useSearch } from '../../design-system/web.ts';
import { useHat, useViewer } from '../../identity/web.ts';
import { momentFrom } from '../history/moment.rules.ts';
import type { PictureJson } from '../layers/picture-layer.ts';
import { DistrictMap } from '../MapFrame.part.tsx';
import type { MapExtent } from '../map.rules.ts';
import type { list } from '../map-layers.views.ts';
import type { MapView } from '../map-props.ts';
import { groundShape, groundWords } from './ground.rules.ts';
import { type LayerJson, viewFrom, viewText } from './layer-look.rules.ts';
import { useLayersOn } from './layers-on.part.tsx';
import { ClassLines, HOLLOW, Swatch } from './legend.part.tsx';
import { legendLines, MOST_LINES, SCALES, scaleOf, scaleText, sheetFrom, zoomOf } from './print.rules.ts';
import './print.css';

const WORDS = {
  screen: { zh: '打印地图', en: 'Print the map' },
  title: { zh: '图名', en: 'Title' },
  usual: { zh: '{installation}一张图', en: 'Map: {installation}' },
  sheet: { zh: '纸张（横向）', en: 'Sheet (landscape)' },
  scale: { zh: '比例尺', en: 'Scale' },
  free: { zh: '按当前视图', en: 'As shown' },
  print: { zh: '打印或存为 PDF', en: 'Print or save as PDF' },
  back: { zh: '返回一张图', en: 'Back to the map' },
  hint: {
    zh: '图可拖动、缩放；比例尺按纸张原大（100 %）打印时成立。',
    en: 'Drag and zoom the map; the scale holds when printed at 100 %.',
  },
  map: { zh: '要打印的地图', en: 'The map to be printed' },
  legend: { zh: '图例', en: 'Legend' },
  apart: { zh: '见下一页', en: 'See the next page' },
  nothing: { zh: '没有打开的图层', en: 'No layer is on' },
  ground: { zh: '划定的范围：{ground}', en: 'Drawn ground: {ground}' },
  scaleIs: { zh: '比例尺 {scale}（{sheet} 原大）', en: 'Scale {scale} ({sheet} at full size)' },
  asOf: { zh: '数据截至 {at}', en: 'Data as of {at}' },
  past: { zh: '历史状态：{at}（按系统记录还原）', en: 'As it stood {at} (rebuilt from what was recorded)' },
  system: { zh: '2000 国家大地坐标系', en: 'CGCS2000' },
  schematic: { zh: '示意图，边界不作划界依据', en: 'Schematic: outlines settle no boundary' },
  rights: { zh: '只含制图人有权查看的记录', en: 'Only records that its maker may see' },
  by: { zh: '制图单位 {unit}', en: 'Made by {unit}' },
} as const satisfies Record<string, Phrase>;

const PAPERS = [
  { value: 'a4', label: { zh: 'A4', en: 'A4' } },
  { value: 'a3', label: { zh: 'A3', en: 'A3' } },
] as const;

/** Paper is white, whatever the screen: the map takes its colours from the theme of the page. */
function useLightPaper(): void {
  useLayoutEffect(() => {
    const root = document.documentElement;
    const before = root.dataset.theme;
    root.dataset.theme = 'light';
    return () => {
      root.dataset.theme = before;
    };
  }, []);
}

/** The one map as a sheet: title, map, legend, scale, date of the data, whose it is. What is seen is what is printed. */
export default function MapPrintScreen() {
  const say = useSay();
  usePageTitle(say(WORDS.screen), 'real');
  useLightPaper();
  const view = useView<typeof list>('mapLayers.list', { counts: 'no' });
  return (
    <div className="map-print">
      <h1 className="unseen" tabIndex={-1}>
        {say(WORDS.screen)}
      </h1>
      <Shown of={view} rows={8}>
        {({ layers }) => <Board all={layers} />}
      </Shown>
    </div>
  );
}

function Board({ all }: { all: readonly LayerJson[] }) {
  const say = useSay();
  const [search, setSearch] = useSearch();
  const { installation } = useViewer();
  const sheet = sheetFrom(search.sheet);
  const [title, setTitle] = useState(say(WORDS.usual, { installation: installation.name }));
  const [start, setStart] = useState<MapView | undefined>(() => viewFrom(search.at));
  const [extent, setExtent] = useState<MapExtent>();
  const scale = extent && scaleOf(extent, sheet);
  const toScale = (text: string) => {
    if (!extent) return;
    const [lng, lat] = [(extent.west + extent.east) / 2, (extent.south + extent.north) / 2];
    const at = { lng, lat, zoom: zoomOf(Number(text), lat) };
    setStart(at);
    setSearch({ at: viewText(at) });
  };
  const round = SCALES.find((one) => scale && Math.abs(scale / one - 1) < 0.005);
  return (
    <>
      <section className="map-print-tools" aria-label={say(WORDS.screen)}>
        <TextField label={WORDS.title} name="title" value={title} onChange={setTitle} maxLength={60} />
        <ChoiceField
          label={WORDS.sheet}
          name="sheet"
          as="buttons"
          value={sheet}
          onChange={(next) => {
            setStart(viewFrom(search.at));
            setSearch({ sheet: next });
          }}
          choices={PAPERS}
        />
        <ChoiceField
          label={WORDS.scale}
          name="scale"
          value={round ? `${round}` : 'free'}
          onChange={(next) => next !== 'free' && toScale(next)}
          choices={[
            { value: 'free', label: WORDS.free },
            ...SCALES.map((one) => ({ value: `${one}`, label: { zh: scaleText(one), en: scaleText(one) } })),
          ]}
        />
        <Button kind="main" disabled={!extent} onClick={() => window.print()}>
          {say(WORDS.print)}
        </Button>
        <Go className="button" to={mapAddress(search)}>
          {say(WORDS.back)}
        </Go>
        <p className="soft">{say(WORDS.hint)}</p>
      </section>
      <div className="map-sheet-place">
        <SheetOf
          key={`${sheet} ${start ? viewText(start) : ''}`}
          all={all}
          title={title}
          start={start}
          scale={scale}
          onExtent={setExtent}
        />
      </div>
    </>
  );
}

function mapAddress({ sheet: _, ...search }: Readonly<Record<string, string>>): string {
  return `/map?${new URLSearchParams(search)}`;
}

interface SheetProps {
  readonly all: readonly LayerJson[];
  readonly title: string;
  readonly start: MapView | undefined;
  readonly scale: number | undefined;
  readonly onExtent: (extent: MapExtent) => void;
}

function SheetOf({ all, title, start, scale, onExtent }: SheetProps) {
  const say = useSay();
  const [search, setSearch] = useSearch();
  const { hats, installation } = useViewer();
  const hat = useHat() ?? hats[0];
  const outlines = useDistrictMap();
  const moment = useMemo(() => momentFrom(search.moment), [search.moment]);
  const { shown, tiles, pictures, asOf } = useLayersOn(all, moment);
  // By the server's clock: that of the desk may be wrong, and paper stays.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer has its moment
  const told = useMemo(() => asOf && serverNow(), [asOf?.getTime()]);
  const drawn = useMemo(() => withinFrom(search.within), [search.within]);
  const shape = useMemo(() => drawn && groundShape(drawn), [drawn]);
  const sheet = sheetFrom(search.sheet);
  const isSchematic = outlines.data?.features.some(({ properties }) => properties.isSchematic);
  const credits = [...new Set(pictures.flatMap(({ origin, attribution }) => [origin, attribution]))].filter(Boolean);
  const isApart = legendLines(shown) + pictures.length > MOST_LINES[sheet];
  return (
    <>
      <article className={`map-sheet is-${sheet}`}>
        <h2>{moment ? `${title}（${officialTime(moment)}）` : title}</h2>
        <div className="map-sheet-map">
          <DistrictMap
            label={say(WORDS.map)}
            areas={outlines.data}
            tiles={tiles}
            pictures={pictures}
            drawn={shape}
            view={start}
            onView={(at) => setSearch({ at: viewText(at) })}
            onExtent={onExtent}
            isPrinted
          />
        </div>
        <aside className="map-sheet-legend">
          <h3>{say(WORDS.legend)}</h3>
          {isApart ? <p>{say(WORDS.apart)}</p> : <LegendOf shown={shown} pictures={pictures} all={all} />}
          {shown.some(({ geometry }) => geometry === 'point') && <p>{say(HOLLOW)}</p>}
          {drawn && <p>{say(WORDS.ground, { ground: groundWords(drawn, say) })}</p>}
        </aside>
        <footer>
          {scale && <span>{say(WORDS.scaleIs, { scale: scaleText(scale), sheet: sheet.toUpperCase() })}</span>}
          {moment && <strong>{say(WORDS.past, { at: officialTime(moment) })}</strong>}
          {told && <span>{say(WORDS.asOf, { at: officialTime(told) })}</span>}
          <span>{say(WORDS.system)}</span>
          {isSchematic && <span>{say(WORDS.schematic)}</span>}
          {credits.length > 0 && <span>{credits.join(' · ')}</span>}
          <span>{say(WORDS.rights)}</span>
          <span>{say(WORDS.by, { unit: hat?.unit.name ?? installation.name })}</span>
        </footer>
      </article>
      {isApart && (
        <article className={`map-sheet is-${sheet} is-legend`}>
          <h2>{`${title} · ${say(WORDS.legend)}`}</h2>
          <LegendOf shown={shown} pictures={pictures} all={all} />
        </article>
      )}
    </>
  );
}

interface LegendProps {
  readonly shown: readonly LayerJson[];
  readonly pictures: readonly PictureJson[];
  readonly all: readonly LayerJson[];
}

function LegendOf({ shown, pictures, all }: LegendProps) {
  const say = useSay();
  if (shown.length + pictures.length === 0) return <p>{say(WORDS.nothing)}</p>;
  return (
    <ul className="map-sheet-signs">
      {shown.map((layer) => (
        <li key={layer.id}>
          {!layer.colourBy && <Swatch layer={layer} all={all} />} {say(layer.label)}
          <ul>
            <ClassLines layer={layer} all={all} />
          </ul>
        </li>
      ))}
      {pictures.map(({ id, name }) => (
        <li key={id}>▦ {name}</li>
      ))}
    </ul>
  );
}
