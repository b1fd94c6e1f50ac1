import type { Phrase } from '../../kernel/phrases.ts';
import { type OutputOf, useCommand, useView } from '../api/web.ts';
import { Button, Empty, Go, Shown, Tag, Time, UrgencyTag, useSay, useWorkplace } from '../design-system/web.ts';
import type { answer, read } from './messages.commands.ts';
import type { inbox } from './messages.views.ts';
import { TakeOverButton } from './TakeOverButton.part.tsx';
import { useArrivals } from './UnreadMessages.part.tsx';
import './messages.css';

const WORDS = {
  read: { zh: '已阅', en: 'Read' },
  settled: { zh: '已办', en: 'Done' },
  open: { zh: '查看', en: 'Open' },
  answer: { zh: '请答复', en: 'Please answer' },
  withMe: { zh: '对方未应答，由您落实', en: 'Nobody answered; it is with you' },
  none: { zh: '没有消息', en: 'No messages' },
} as const satisfies Record<string, Phrase>;

type Letter = OutputOf<typeof inbox>['items'][number];

/** Everything that was sent to this person, unread first. */
export function MessageList() {
  const view = useView<typeof inbox>('messages.inbox', {});
  useArrivals(view.data);
  return (
    <Shown of={view}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={WORDS.none} />
        ) : (
          <ul className="messages">
            {items.map((letter) => (
              <Item key={letter.id} letter={letter} />
            ))}
          </ul>
        )
      }
    </Shown>
  );
}

function Item({ letter }: { letter: Letter }) {
  const say = useSay();
  const reading = useCommand<typeof read>('messages.read');
  const path = useSubjectPath(letter.subject);
  const isUnread = letter.readAt === null && !letter.isSettled;
  const note = () => {
    if (isUnread) void reading.run({ id: letter.id });
  };
  return (
    <li className={isUnread ? 'message is-unread' : 'message'}>
      <p className="message-line">
        <Time at={letter.sentAt} />
        <span>{letter.senderName}</span>
        <UrgencyTag urgency={letter.priority} />
        {letter.isSettled && <Tag>{say(WORDS.settled)}</Tag>}
      </p>
      <p className="message-heading">{say(letter.heading)}</p>
      {letter.text && <p className="message-text">{say(letter.text)}</p>}
      {letter.choices.length > 0 && <Choices of={letter} />}
      {letter.withMe.map((ladderId) => (
        <p key={ladderId} className="message-line">
          <span>{say(WORDS.withMe)}</span>
          <TakeOverButton messageId={letter.id} ladderId={ladderId} />
        </p>
      ))}
      <p className="message-line">
        {path && (
          <Go to={path} onClick={note}>
            {say(WORDS.open)}
          </Go>
        )}
        {isUnread && (
          <Button isBusy={reading.isRunning} onClick={note}>
            {say(WORDS.read)}
          </Button>
        )}
      </p>
    </li>
  );
}

/** The answers of a question; the one given is marked and may be changed, all are kept. */
function Choices({ of }: { of: Letter }) {
  const say = useSay();
  const answering = useCommand<typeof answer>('messages.answer');
  return (
    <fieldset className="message-line">
      <legend>{say(WORDS.answer)}</legend>
      {of.choices.map(({ id, label }) => (
        <Button
          key={id}
          kind={of.answer === id ? 'main' : 'plain'}
          aria-pressed={of.answer === id}
          isBusy={answering.isRunning}
          onClick={() => void answering.run({ id: of.id, choice: id })}
        >
          {say(label)}
        </Button>
      ))}
      {answering.problem && (
        <span className="problem" role="alert">
          {say(answering.problem.phrase)}
        </span>
      )}
    </fieldset>
  );
}

/** The page of the record a message is about, where this app has one: `/assignments/…`. */
function useSubjectPath(subject: Letter['subject']): string | undefined {
  const { contributions } = useWorkplace();
  if (!subject) return undefined;
  const folder = `/${subject.register.replaceAll('_', '-').replace(/y$/, 'ie')}s`;
  const isHere = contributions.some(({ screens, fieldScreens }) =>
    [...screens, ...fieldScreens].some((screen) => screen.path === `${folder}/:id`),
  );
  return isHere ? `${folder}/${subject.id}` : undefined;
}
