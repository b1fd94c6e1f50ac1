import type { Phrase } from '../../kernel/phrases.ts';
import { Page } from '../design-system/web.ts';
import MyOrders from './MyOrders.part.tsx';

const TITLE: Phrase = { zh: '我的指令', en: 'My orders' };

/** What this person must do, the most urgent first. */
export default function OrderInbox() {
  return (
    <Page title={TITLE}>
      <MyOrders />
    </Page>
  );
}
