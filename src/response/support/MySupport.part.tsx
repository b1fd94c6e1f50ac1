import { useView } from '../../foundation/api/web.ts';
import { Countdown, Empty, Go, MarkBadge, Shown, UrgencyTag, useSay } from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { SentSteps } from './SentSteps.part.tsx';
import type { mine } from './support.views.ts';
import { SentState, useWay } from './support-words.part.tsx';

const NONE: Phrase = { zh: '没有支援任务', en: 'No support to give' };

/** What of one's own is sent out, on the phone: set off, arrived, back within reach of one thumb. */
export default function MySupport() {
  const say = useSay();
  const wayOf = useWay();
  const view = useView<typeof mine>('supportDispatches.mine', {}, { topics: ['support_dispatch'] });
  return (
    <Shown of={view} rows={2}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={NONE} />
        ) : (
          <ul className="order-inbox" aria-label={say({ zh: '支援任务', en: 'Support' })}>
            {items.map((one) => (
              <li key={one.id} className="order-tile">
                <p className="order-line">
                  <span className="order-number">{one.requestNumber}</span>
                  <UrgencyTag urgency={one.priority} />
                  <SentState of={one} />
                </p>
                <Go to={`/support/${one.id}`} className="order-title">
                  <MarkBadge mark={one.mark} />
                  {one.content}
                </Go>
                <p>{one.placeText}</p>
                <p className="soft">{[one.title, wayOf(one)].filter(Boolean).join(' · ')}</p>
                {one.arrivedAt === null && <Countdown dueAt={one.arriveDueAt} />}
                <SentSteps of={one} />
              </li>
            ))}
          </ul>
        )
      }
    </Shown>
  );
}
