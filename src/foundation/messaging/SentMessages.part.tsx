import type { Phrase } from '../../kernel/phrases.ts';
import { useView } from '../api/web.ts';
import { Empty, Go, Shown, Tag, Time, useSay } from '../design-system/web.ts';
import type { sent } from './follow.views.ts';

const WORDS = {
  none: { zh: '没有发出的消息', en: 'Nothing was sent' },
  settled: { zh: '已落实 {settled} / {all}', en: '{settled} of {all} settled' },
  withHuman: { zh: '{count} 人未应答', en: '{count} unanswered' },
} as const satisfies Record<string, Phrase>;

/** What this person and their room have sent; what nobody answered stands first. */
export function SentMessages() {
  const say = useSay();
  const view = useView<typeof sent>('messages.sent', {});
  return (
    <Shown of={view}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={WORDS.none} />
        ) : (
          <ul className="messages">
            {items.map((one) => (
              <li key={one.id} className="message">
                <p className="message-line">
                  <Time at={one.sentAt} />
                  <Go to={`/messages/${one.id}`}>{say(one.heading)}</Go>
                  <span className="soft">{say(WORDS.settled, { settled: one.settled, all: one.addressees })}</span>
                  {one.withHuman > 0 && <Tag>{say(WORDS.withHuman, { count: one.withHuman })}</Tag>}
                </p>
              </li>
            ))}
          </ul>
        )
      }
    </Shown>
  );
}
