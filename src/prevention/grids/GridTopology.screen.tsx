import { useMemo, useState } from 'react';
import { type OutputOf, useView } from '../../foundation/api/web.ts';
import { ChoiceField, Empty, Go, Page, Section, Shown, useSay, useSearch } from '../../foundation/design-system/web.ts';
import { type AreaCollection, DistrictMap } from '../../foundation/geo/web.ts';
import { kebabCase } from '../../kernel/names.ts';
import type { topology } from './grid-topology.views.ts';
import { TopologyFaults } from './TopologyFaults.part.tsx';
import './grids.css';

type Topology = OutputOf<typeof topology>;

const WORDS = {
  title: { zh: '网格拓扑检查', en: 'Ground of the grids' },
  street: { zh: '街道', en: 'Street' },
  map: { zh: '网格、空隙与重叠', en: 'Grids, gaps and overlaps' },
  faults: { zh: '空隙与重叠', en: 'Gaps and overlaps' },
  coverage: { zh: '覆盖', en: 'Coverage' },
  area: {
    zh: '面积 {covered} / {all} 平方公里（{share}）',
    en: 'Ground: {covered} of {all} km² ({share})',
  },
  people: { zh: '居民 {covered} / {all} 人（{share}）', en: 'People: {covered} of {all} ({share})' },
  without: { zh: '没有网格的社区（{count}）', en: 'Communities without a grid ({count})' },
  unowned: { zh: '不在任何网格内的点位（{count}）', en: 'Places in no grid ({count})' },
  more: { zh: '另有 {count} 处', en: '{count} more' },
  allOwned: { zh: '点位都有网格', en: 'Every place lies in a grid' },
} as const;

/** Gaps and overlaps between the grids of a street, on the map and in a list, each with what would mend it. */
export default function GridTopology() {
  const [search, change] = useSearch();
  const view = useView<typeof topology>('grids.topology', search.street ? { street: search.street } : {});
  return (
    <Page title={WORDS.title}>
      <Shown of={view}>{(data) => <Checked data={data} onStreet={(street) => change({ street })} />}</Shown>
    </Page>
  );
}

function Checked({ data, onStreet }: { data: Topology; onStreet: (street: string) => void }) {
  const say = useSay();
  const [chosen, setChosen] = useState<string>();
  const areas = useMemo(() => outlinesOf(data), [data]);
  const fault = data.faults.find(({ key }) => key === chosen);
  return (
    <>
      <ChoiceField
        label={WORDS.street}
        name="street"
        isRequired
        value={data.street}
        onChange={onStreet}
        choices={data.streets.map(({ code, name }) => ({ value: code, label: { zh: name, en: name } }))}
      />
      <div className="grid-topology">
        <div className="grid-topology-map">
          <DistrictMap
            key={data.street}
            label={say(WORDS.map)}
            areas={areas}
            points={data.faults.map(({ key, kind, middle }, at) => ({
              ...middle,
              id: key,
              label: `${at + 1}`,
              shape: kind === 'overlap' ? 'alarm' : 'incident',
              isChosen: key === chosen,
              onOpen: () => setChosen(key),
            }))}
            {...(fault ? { focus: fault.middle, drawn: { isClosed: true, points: cornersOf(fault.ring) } } : {})}
          />
        </div>
        <Section title={WORDS.faults}>
          <TopologyFaults faults={data.faults} mayMend={data.mayMend} chosen={chosen} onChoose={setChosen} />
        </Section>
      </div>
      <Coverage data={data} />
    </>
  );
}

const cornersOf = (ring: Topology['faults'][number]['ring']) => ring.map(([lng = 0, lat = 0]) => ({ lng, lat }));

const outlinesOf = ({ outlines }: Topology): AreaCollection => ({
  type: 'FeatureCollection',
  features: outlines.map(({ name, coordinates }) => ({
    type: 'Feature',
    properties: { name },
    geometry: { type: 'Polygon', coordinates },
  })),
});

const share = (part: number, whole: number) => (whole > 0 ? `${((part / whole) * 100).toFixed(1)}%` : '—');

function Coverage({ data }: { data: Topology }) {
  const say = useSay();
  const { coverage, without, unowned, unownedCount } = data;
  const { squareKilometres: all, covered, people, peopleCovered } = coverage;
  return (
    <>
      <Section title={WORDS.coverage}>
        <p>{say(WORDS.area, { covered: covered.toFixed(2), all: all.toFixed(2), share: share(covered, all) })}</p>
        {people !== null && peopleCovered !== null && (
          <p>{say(WORDS.people, { covered: peopleCovered, all: people, share: share(peopleCovered, people) })}</p>
        )}
        {without.length > 0 && (
          <details>
            <summary>{say(WORDS.without, { count: without.length })}</summary>
            <p>{without.map(({ name }) => name).join('、')}</p>
          </details>
        )}
      </Section>
      <Section
        title={{ zh: say(WORDS.unowned, { count: unownedCount }), en: say(WORDS.unowned, { count: unownedCount }) }}
      >
        {unowned.length === 0 && <Empty title={WORDS.allOwned} />}
        <ul className="grid-topology-places">
          {unowned.map(({ register, id, title }) => (
            <li key={id}>
              <Go to={`/${kebabCase(PATHS[register] ?? register)}/${id}`}>{title}</Go>
            </li>
          ))}
        </ul>
        {unownedCount > unowned.length && (
          <p className="soft">{say(WORDS.more, { count: unownedCount - unowned.length })}</p>
        )}
      </Section>
    </>
  );
}

const PATHS: Readonly<Record<string, string>> = {
  protected_target: 'protectedTargets',
  building: 'buildings',
  lifeline_point: 'lifelinePoints',
};
