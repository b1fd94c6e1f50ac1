import { useView } from '../../foundation/api/web.ts';
import { Countdown, Empty, Go, MarkBadge, Shown, Tag, useSay } from '../../foundation/design-system/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { WHISTLE_PRIORITIES } from './street-whistle.register.ts';
import type { list } from './street-whistles.views.ts';

const NONE: Phrase = { zh: '没有待报到的吹哨', en: 'No whistle waits for you' };

/** What a department is called to and has not answered yet, on the phone. */
export default function MyWhistles() {
  const say = useSay();
  const view = useView<typeof list>('streetWhistles.list', { isOpen: true, isMine: true });
  return (
    <Shown of={view} rows={2}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={NONE} />
        ) : (
          <ul className="order-inbox">
            {items.map((one) => (
              <li key={one.id} className="order-tile">
                <p className="order-line">
                  <span className="order-number">{one.number}</span>
                  {one.priority !== 'normal' && <Tag>{say(labelOf(WHISTLE_PRIORITIES, one.priority))}</Tag>}
                  <span>{one.streetName}</span>
                </p>
                <Go to={`/street-whistles/${one.id}`} className="order-title">
                  <MarkBadge mark={one.mark} />
                  {one.title}
                </Go>
                <p>{one.placeText}</p>
                <Countdown dueAt={one.answerDueAt} />
              </li>
            ))}
          </ul>
        )
      }
    </Shown>
  );
}
