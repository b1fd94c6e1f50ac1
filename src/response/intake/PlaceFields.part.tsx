import { useView } from '../../foundation/api/web.ts';
import type { at } from '../../foundation/areas/areas.views.ts';
import { TextField, useSay } from '../../foundation/design-system/web.ts';
import type { Draft } from './draft.part.tsx';

const WORDS = {
  place: { zh: '地点', en: 'Place' },
  placeHint: { zh: '路口、门牌、单位名称', en: 'Crossing, house number, name of the place' },
  none: { zh: '未标位置：派单时无法按街道选人', en: 'No position yet: without it no street is found for the orders' },
  outside: { zh: '区外', en: 'Outside the district' },
} as const;

/** Where it is: in words, and as a point on the map. */
export function PlaceFields({ draft, set }: { draft: Draft; set: (changes: Partial<Draft>) => void }) {
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
      <AreaOf place={draft.place} />
    </>
  );
}

function AreaOf({ place }: { place: Draft['place'] }) {
  const say = useSay();
  const area = useView<typeof at>('areas.at', place ?? { lng: 0, lat: 0 }, { isEnabled: place !== undefined });
  if (!place) return <p className="soft">{say(WORDS.none)}</p>;
  return (
    <p role="status">
      {area.data?.isOutside ? say(WORDS.outside) : area.data?.names.join(' · ')}{' '}
      <span className="soft">
        {place.lng.toFixed(5)}, {place.lat.toFixed(5)}
      </span>
    </p>
  );
}
