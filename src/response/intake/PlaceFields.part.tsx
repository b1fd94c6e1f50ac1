import { useRef } from 'react';
import { useDistrictMap } from '../../foundation/areas/web.ts';
import { TextField, useSay } from '../../foundation/design-system/web.ts';
import { DistrictMap, type MapPoint, PlaceField } from '../../foundation/geo/web.ts';
import type { Draft } from './draft.part.tsx';

const WORDS = {
  place: { zh: '地点', en: 'Place' },
  placeHint: { zh: '路口、门牌、单位名称', en: 'Crossing, house number, name of the place' },
  point: { zh: '位置', en: 'Position' },
  none: {
    zh: '点击地图标位置；不标则派单时无法按街道选人',
    en: 'Click the map; without a position no street is found for the orders',
  },
  map: { zh: '在地图上标位置', en: 'Mark the position on the map' },
} as const;

/** Where it is: in words, and as a point that a click on the map or typed coordinates give. */
export function PlaceFields({
  draft,
  set,
  points,
}: {
  draft: Draft;
  set: (changes: Partial<Draft>) => void;
  /** What else lies there, such as reports that may be of the same matter. */
  points: readonly MapPoint[];
}) {
  const say = useSay();
  const map = useDistrictMap();
  // Moves the map to a place that came with the draft or was typed, never under the click that set it.
  const clicked = useRef<Draft['place']>(undefined);
  return (
    <>
      <TextField
        label={WORDS.place}
        name="placeText"
        value={draft.placeText}
        onChange={(placeText) => set({ placeText })}
        hint={WORDS.placeHint}
        maxLength={500}
        isRequired
      />
      <PlaceField
        label={WORDS.point}
        name="place"
        value={draft.place}
        onChange={(place) => set({ place })}
        hint={WORDS.none}
      />
      <div className="intake-map">
        <DistrictMap
          label={say(WORDS.map)}
          areas={map.data}
          picked={draft.place}
          points={points}
          focus={draft.place === clicked.current ? undefined : draft.place}
          onPick={(place) => {
            clicked.current = place;
            set({ place });
          }}
        />
      </div>
    </>
  );
}
