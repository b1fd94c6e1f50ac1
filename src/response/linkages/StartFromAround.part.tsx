import { Button, go, useSay } from '../../foundation/design-system/web.ts';
import type { AroundActionProps } from '../../foundation/geo/web.ts';
import { linkage } from './linkage.register.ts';
import { linkageAddress } from './linkage-words.part.tsx';

const USUAL_METRES = 1000;

/** From what lies around a record, a point or an outline to those who must know of it. */
export default function StartFromAround({ asked }: AroundActionProps) {
  const say = useSay();
  const { register, recordId, area, lng, lat, metres } = asked;
  const start = () => {
    if (register && recordId) go(linkageAddress({ register, recordId }));
    else if (area) go(linkageAddress({ within: area }));
    else go(linkageAddress({ within: `${lng},${lat},${metres ?? USUAL_METRES}` }));
  };
  return <Button onClick={start}>{say(linkage.label)}</Button>;
}
