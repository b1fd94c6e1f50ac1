import type { Phrase } from '../../kernel/phrases.ts';
import { Page } from '../design-system/web.ts';
import { MessageList } from './MessageList.part.tsx';

const TITLE: Phrase = { zh: '消息', en: 'Messages' };

/** The inbox, at the desk and on the phone. */
export default function MessageInbox() {
  return (
    <Page title={TITLE}>
      <MessageList />
    </Page>
  );
}
