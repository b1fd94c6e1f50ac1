import type { Phrase } from '../../kernel/phrases.ts';
import { Page, Section } from '../design-system/web.ts';
import { MessageList } from './MessageList.part.tsx';
import { SendMessage } from './SendMessage.part.tsx';
import { SentMessages } from './SentMessages.part.tsx';

const WORDS = {
  title: { zh: '消息', en: 'Messages' },
  inbox: { zh: '收件', en: 'Received' },
  sent: { zh: '已发及送达', en: 'Sent, and what came of it' },
} as const satisfies Record<string, Phrase>;

/** What came in, and what went out with how far it has got. */
export default function MessageInbox() {
  return (
    <Page title={WORDS.title}>
      <Section title={WORDS.inbox} aside={<SendMessage />}>
        <MessageList />
      </Section>
      <Section title={WORDS.sent}>
        <SentMessages />
      </Section>
    </Page>
  );
}
