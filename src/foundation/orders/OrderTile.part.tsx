import type { Phrase } from '../../kernel/phrases.ts';
import type { OutputOf } from '../api/web.ts';
import { Countdown, Go, MarkBadge, Photos, StateBadge, Time, UrgencyTag, useSay } from '../design-system/web.ts';
import { assignmentLifecycle } from './assignment.lifecycle.ts';
import { FollowUp } from './FollowUp.part.tsx';
import type { board } from './orders.views.ts';
import { RollUp } from './RollUp.part.tsx';

export type Card = OutputOf<typeof board>['items'][number];

const FEEDBACK: Phrase = { zh: '反馈 {count}', en: '{count} reports' };
const TONES = { unreceived: 'waiting', under_way: 'active', done: 'done', verified: 'done', ended: 'ended' } as const;

/** State of an assignment in words; `done` and `verified` carry a check mark. */
export function AssignmentState({ card }: { card: Pick<Card, 'state' | 'column'> }) {
  const states: Readonly<Record<string, Phrase>> = assignmentLifecycle.states;
  return <StateBadge label={states[card.state] ?? { zh: card.state, en: card.state }} tone={TONES[card.column]} />;
}

/** One assignee's part of an order on the board: who, by when, how far, with what evidence. */
export function OrderTile({ card }: { card: Card }) {
  const say = useSay();
  return (
    <li className="order-tile">
      <p className="order-line">
        <span className="order-number">{card.number}</span>
        <UrgencyTag urgency={card.priority} />
        {card.dueAt && <Countdown dueAt={card.dueAt} />}
      </p>
      <Go to={`/assignments/${card.id}`} className="order-title">
        <MarkBadge mark={card.mark} />
        {card.title}
      </Go>
      <p className="order-line">
        {[card.unitName, card.personName].filter(Boolean).join(' · ')}
        <AssignmentState card={card} />
      </p>
      {card.feedbackCount > 0 && (
        <p className="order-line">
          {say(FEEDBACK, { count: card.feedbackCount })}
          <Time at={card.lastFeedbackAt} />
        </p>
      )}
      <RollUp of={card.delegated} />
      <Photos ids={card.photos.slice(0, 4)} />
      <FollowUp card={card} />
    </li>
  );
}
