import { useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { type OutputOf, useCommand, useView } from '../api/web.ts';
import { Button, Countdown, Empty, Go, MarkBadge, Shown, UrgencyTag, useSay } from '../design-system/web.ts';
import { assignmentLifecycle } from './assignment.lifecycle.ts';
import type { receive } from './assignments.commands.ts';
import { AssignmentState } from './OrderTile.part.tsx';
import type { mine } from './orders.views.ts';
import { RollUp } from './RollUp.part.tsx';
import './orders.css';

const NONE: Phrase = { zh: '没有待办指令', en: 'Nothing to do' };
const NONE_HINT: Phrase = { zh: '新指令会立即显示在这里', en: 'A new order appears here at once' };
const FINISHED: Phrase = { zh: '已办的指令', en: 'Orders that are finished' };
const NONE_FINISHED: Phrase = { zh: '还没有办过指令', en: 'Nothing was finished yet' };

/** The inbox of orders, with the receipt one tap away; what was finished, returned or called off is kept below it. */
export default function MyOrders() {
  const view = useView<typeof mine>('orders.mine', {});
  return (
    <>
      <Shown of={view} rows={3}>
        {({ items }) => (items.length === 0 ? <Empty title={NONE} hint={NONE_HINT} /> : <Inbox items={items} />)}
      </Shown>
      <Finished />
    </>
  );
}

/** Asked for only when somebody looks: what one reported then is often asked about days later. */
function Finished() {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const view = useView<typeof mine>('orders.mine', { includeFinished: true }, { isEnabled: isOpen });
  return (
    <>
      <p>
        <Button kind="bare" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {say(FINISHED)}
        </Button>
      </p>
      {isOpen && (
        <Shown of={view} rows={2}>
          {({ items }) => {
            const finished = items
              .filter(({ column }) => column !== 'unreceived' && column !== 'under_way')
              .toSorted((one, other) => String(other.doneAt ?? '').localeCompare(String(one.doneAt ?? '')));
            return finished.length === 0 ? <Empty title={NONE_FINISHED} /> : <Inbox items={finished} />;
          }}
        </Shown>
      )}
    </>
  );
}

function Inbox({ items }: { items: OutputOf<typeof mine>['items'] }) {
  return (
    <ul className="order-inbox">
      {items.map((card) => (
        <Item key={card.id} card={card} />
      ))}
    </ul>
  );
}

function Item({ card }: { card: OutputOf<typeof mine>['items'][number] }) {
  const say = useSay();
  const receiving = useCommand<typeof receive>('assignments.receive');
  const basis = [card.basisPlan, card.basisClause].filter(Boolean).join(' ');
  return (
    <li className="order-tile">
      <p className="order-line">
        <span className="order-number">{card.number}</span>
        <UrgencyTag urgency={card.priority} />
        <AssignmentState card={card} />
      </p>
      <Go to={`/assignments/${card.id}`} className="order-title">
        <MarkBadge mark={card.mark} />
        {card.title}
      </Go>
      {card.placeText && <p>{card.placeText}</p>}
      {card.task && <p>{card.task}</p>}
      <RollUp of={card.delegated} />
      {basis && <p className="order-basis">{basis}</p>}
      <div className="order-actions">
        {card.dueAt && <Countdown dueAt={card.dueAt} />}
        {card.may.includes('receive') && (
          <Button kind="main" isBusy={receiving.isRunning} onClick={() => void receiving.run({ id: card.id })}>
            {say(assignmentLifecycle.transitions.receive.label)}
          </Button>
        )}
      </div>
      {receiving.problem && (
        <p className="problem" role="alert">
          {say(receiving.problem.phrase)}
        </p>
      )}
    </li>
  );
}
