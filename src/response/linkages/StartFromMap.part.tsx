import { Button, go, useSay } from '../../foundation/design-system/web.ts';
import type { MapActionProps } from '../../foundation/geo/web.ts';
import { linkage } from './linkage.register.ts';
import { linkageAddress } from './linkage-words.part.tsx';

/** From ground that is drawn on the map to everybody who must know what happens there. */
export default function StartFromMap({ address }: MapActionProps) {
  const say = useSay();
  const within = new URL(address, 'http://map').searchParams.get('within');
  return within && <Button onClick={() => go(linkageAddress({ within }))}>{say(linkage.label)}</Button>;
}
