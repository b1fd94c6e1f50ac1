import { useMemo, useState } from 'react';
import { officialTime } from '../../../kernel/calendar.ts';
import type { Phrase } from '../../../kernel/phrases.ts';
import { serverNow, useView } from '../../api/web.ts';
import { useDistrictMap } from '../../areas/web.ts';
import { Go, InstantField, Shown, usePageTitle, useSay, useSearch } from '../../design-system/web.ts';
import { DistrictMap } from '../MapFrame.part.tsx';
import { type LayerJson, viewFrom, viewText } from '../map/layer-look.rules.ts';
import { useLayersOn } from '../map/layers-on.part.tsx';
import type { list } from '../map-layers.views.ts';
import type { JoinedMaps } from '../map-props.ts';
import { Differences } from './Differences.part.tsx';
import { useJoinedMaps } from './joined-maps.part.tsx';
import { momentFrom, momentText, stepFrom } from './moment.rules.ts';
import './history.css';

const WORDS = {
  title: { zh: '两期对比', en: 'Two moments compared' },
  from: { zh: '前一时刻', en: 'Earlier moment' },
  until: { zh: '后一时刻', en: 'Later moment' },
  map: { zh: '{at} 的地图', en: 'The map of {at}' },
  back: { zh: '返回一张图', en: 'Back to the map' },
  none: { zh: '没有打开的图层', en: 'No layer is on' },
} as const satisfies Record<string, Phrase>;

/** 两期对比: the one map at two moments side by side, and what came, went and changed between them as tables. */
export default function MapCompareScreen() {
  const say = useSay();
  usePageTitle(say(WORDS.title), 'real');
  const view = useView<typeof list>('mapLayers.list', { counts: 'no' });
  return (
    <div className="map-compare page">
      <h1 tabIndex={-1}>{say(WORDS.title)}</h1>
      <Shown of={view} rows={8}>
        {({ layers }) => <Board all={layers} />}
      </Shown>
    </div>
  );
}

function Board({ all }: { all: readonly LayerJson[] }) {
  const say = useSay();
  const [search, setSearch] = useSearch();
  const [now] = useState(serverNow);
  const from = useMemo(() => momentFrom(search.from) ?? stepFrom(now, 'day'), [search.from, now]);
  const until = useMemo(() => momentFrom(search.until) ?? now, [search.until, now]);
  const joined = useJoinedMaps();
  const { shown } = useLayersOn(all, until);
  return (
    <>
      <div className="map-compare-maps">
        <Side all={all} joined={joined} name="from" label={WORDS.from} moment={from} />
        <Side all={all} joined={joined} name="until" label={WORDS.until} moment={until} />
      </div>
      <p>
        <Go className="button" to={mapAddress(search)}>
          {say(WORDS.back)}
        </Go>
      </p>
      {shown.length === 0 && <p className="quiet">{say(WORDS.none)}</p>}
      {shown.map((layer) => (
        <Differences
          key={layer.id}
          layer={layer}
          from={from}
          until={until}
          within={search.within}
          onLocate={({ lng, lat }) => setSearch({ at: viewText({ lng, lat, zoom: 15 }) })}
        />
      ))}
    </>
  );
}

function mapAddress({ from: _, until: __, ...search }: Readonly<Record<string, string>>): string {
  return `/map?${new URLSearchParams(search)}`;
}

interface SideProps {
  readonly all: readonly LayerJson[];
  readonly joined: JoinedMaps;
  readonly name: 'from' | 'until';
  readonly label: Phrase;
  readonly moment: Date;
}

function Side({ all, joined, name, label, moment }: SideProps) {
  const say = useSay();
  const [search, setSearch] = useSearch();
  const outlines = useDistrictMap();
  const { tiles, pictures } = useLayersOn(all, moment);
  const start = viewFrom(search.at);
  const [first] = useState(start);
  const focus = useMemo(() => (search.at ? viewFrom(search.at) : undefined), [search.at]);
  return (
    <section aria-label={say(label)}>
      <InstantField
        label={label}
        name={name}
        value={moment.toISOString()}
        onChange={(text) => {
          const next = momentFrom(text);
          if (next) setSearch({ [name]: momentText(next) });
        }}
      />
      <div className="map-compare-map">
        <DistrictMap
          label={say(WORDS.map, { at: officialTime(moment) })}
          areas={outlines.data}
          tiles={tiles}
          pictures={pictures}
          view={first}
          focus={name === 'from' ? focus : undefined}
          joined={joined}
        />
      </div>
    </section>
  );
}
