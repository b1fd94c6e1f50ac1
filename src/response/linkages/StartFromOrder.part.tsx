import { Button, go, useSay } from '../../foundation/design-system/web.ts';
import type { AssignmentActionProps } from '../../foundation/orders/web.ts';
import { linkage } from './linkage.register.ts';
import { linkageAddress } from './linkage-words.part.tsx';

/** From an order to everybody who must know of it. */
export default function StartFromOrder({ orderId }: AssignmentActionProps) {
  const say = useSay();
  return (
    <Button onClick={() => go(linkageAddress({ register: 'order', recordId: orderId }))}>{say(linkage.label)}</Button>
  );
}
