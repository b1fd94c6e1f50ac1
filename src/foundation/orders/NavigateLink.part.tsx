import type { Phrase } from '../../kernel/phrases.ts';
import { PinIcon, useSay } from '../design-system/web.ts';

const GO: Phrase = { zh: '导航', en: 'Directions' };

/** Hands the place to the phone's own map. `geo:` takes CGCS2000 as WGS 84 (a metre at most); iPhones know `maps:` only. */
export function NavigateLink({ place: { lng, lat } }: { place: { readonly lng: number; readonly lat: number } }) {
  const say = useSay();
  const at = `${lat.toFixed(6)},${lng.toFixed(6)}`;
  const isApple = /iPhone|iPad/.test(navigator.userAgent);
  return (
    <a className="button" href={isApple ? `maps:?daddr=${at}` : `geo:${at}?q=${at}`}>
      <PinIcon />
      {say(GO)}
    </a>
  );
}
