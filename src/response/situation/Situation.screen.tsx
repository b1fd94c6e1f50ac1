import { useEffect, useState } from 'react';
import { type OutputOf, useView } from '../../foundation/api/web.ts';
import { useDistrictMap } from '../../foundation/areas/web.ts';
import { Contributions, go, Shown, usePageTitle, useSay } from '../../foundation/design-system/web.ts';
import { DistrictMap, type MapPoint } from '../../foundation/geo/web.ts';
import { useHat } from '../../foundation/identity/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { NeedList } from './NeedList.part.tsx';
import { SituationFigures } from './SituationFigures.part.tsx';
import type { situation } from './situation.views.ts';
import './situation.css';

export type Situation = OutputOf<typeof situation>;
export type Need = Situation['needs'][number];

const WORDS = {
  title: { zh: '态势', en: 'Situation' },
  map: { zh: '态势地图', en: 'Situation map' },
} as const satisfies Record<string, Phrase>;

/** 态势: the room's first screen. Left the map, right what harms first if nobody acts. */
export default function SituationScreen() {
  const say = useSay();
  const hat = useHat();
  usePageTitle(say(WORDS.title), 'real');
  // Whoever contributes needs says which registers change them.
  const [topics, setTopics] = useState<readonly string[]>(['incident', 'intake', 'assignment', 'clock']);
  const view = useView<typeof situation>('command.situation', {}, { topics });
  const told = view.data?.topics.join(' ');
  useEffect(() => {
    if (told) setTopics(told.split(' '));
  }, [told]);
  return (
    <div className={hat?.role === 'wall' ? 'situation is-wall' : 'situation'}>
      <h1 className="unseen" tabIndex={-1}>
        {say(WORDS.title)}
      </h1>
      <Shown of={view} rows={8}>
        {(shown) => <Board situation={shown} />}
      </Shown>
    </div>
  );
}

function Board({ situation: { needs, waiting, incidents, today, assignments } }: { situation: Situation }) {
  const say = useSay();
  const map = useDistrictMap();
  const [focus, setFocus] = useState<Need>();
  const points = [
    ...incidents.flatMap((one): MapPoint[] =>
      one.place
        ? [
            {
              ...one.place,
              id: one.id,
              label: one.title,
              shape: 'incident',
              isChosen: focus?.matterId === one.id,
              onOpen: () => go(`/incidents/${one.id}`),
            },
          ]
        : [],
    ),
    // A call that nobody has decided on yet: an incident of its own or part of one.
    ...needs.flatMap((need): MapPoint[] =>
      need.kind === 'intake' && need.place
        ? [
            {
              ...need.place,
              id: need.id,
              label: say(need.title),
              shape: 'alarm',
              isChosen: focus?.id === need.id,
              onOpen: () => go(`/intake/${need.id}`),
            },
          ]
        : [],
    ),
  ];
  const placeOf = ({ place, matterId }: Need) => place ?? points.find(({ id }) => id === matterId);
  return (
    <>
      <div className="situation-map">
        <DistrictMap label={say(WORDS.map)} areas={map.data} points={points} focus={focus && placeOf(focus)} />
      </div>
      <div className="situation-side">
        <NeedList needs={needs} waiting={waiting} isOnMap={(need) => placeOf(need) !== undefined} onShow={setFocus} />
        <SituationFigures incidents={incidents} today={today} assignments={assignments} />
        <Contributions at="situation.side" />
      </div>
    </>
  );
}
