import type { Phrase } from '../../kernel/phrases.ts';
import { Page } from '../design-system/web.ts';
import { MessageList } from './MessageList.part.tsx';

const TITLE: Phrase = { zh: '消息', en: 'Messages' };

/** The inbox under the thumb. */
export default function PhoneInbox() {
  return (
    <Page title={TITLE}>
      <MessageList />
    </Page>
  );
}
