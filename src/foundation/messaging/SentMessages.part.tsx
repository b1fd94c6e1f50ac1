import type { Phrase } from '../../kernel/phrases.ts';
import { useView } from '../api/web.ts';
import { Empty, Go, Shown, Tag, Time, useSay } from '../design-system/web.ts';
import type { sent } from './follow.views.ts';

const WORDS = {
  none: { zh: '没有发出的消息', en: 'Nothing was sent' },
  at: { zh: '发送', en: 'Sent' },
  heading: { zh: '消息', en: 'Message' },
  state: { zh: '落实', en: 'Settled' },
  reached: { zh: '送达 {settled} / {all}', en: '{settled} of {all} reached' },
  settled: { zh: '应答 {settled} / {all}', en: '{settled} of {all} settled' },
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
          <table className="table">
            <thead>
              <tr>
                {[WORDS.at, WORDS.heading, WORDS.state].map((title) => (
                  <th key={title.en} scope="col">
                    {say(title)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <tr key={one.id}>
                  <td>
                    <Time at={one.sentAt} />
                  </td>
                  <td>
                    <Go to={`/messages/${one.id}`}>{say(one.heading)}</Go>
                  </td>
                  <td>
                    {say(one.asks === 'nothing' ? WORDS.reached : WORDS.settled, {
                      settled: one.settled,
                      all: one.addressees,
                    })}{' '}
                    {one.withHuman > 0 && <Tag>{say(WORDS.withHuman, { count: one.withHuman })}</Tag>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </Shown>
  );
}
