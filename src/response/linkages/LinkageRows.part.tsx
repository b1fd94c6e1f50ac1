import { Countdown, Go, Time, UrgencyTag, useSay } from '../../foundation/design-system/web.ts';
import { type LinkageItem, LinkageState } from './linkage-words.part.tsx';

const WORDS = {
  progress: { zh: '已落实 {settled} / {addressees}', en: '{settled} of {addressees} settled' },
  people: { zh: '{people} 人', en: '{people} people' },
} as const;

/** Linkages as lines: how many of those reached have been settled. */
export function LinkageRows({ items }: { items: readonly LinkageItem[] }) {
  const say = useSay();
  return (
    <ul className="linkage-rows">
      {items.map((one) => (
        <li key={one.id} className="row">
          <Go to={`/linkages/${one.id}`}>
            {one.number} {one.title}
          </Go>
          <LinkageState state={one.state} />
          <UrgencyTag urgency={one.priority} />
          {one.state === 'held' ? (
            <span>{say(WORDS.people, one)}</span>
          ) : (
            one.sentAt && <span>{say(WORDS.progress, one)}</span>
          )}
          {one.state === 'sent' && one.answerDueAt && <Countdown dueAt={one.answerDueAt} />}
          <span className="soft">
            <Time at={one.startedAt} /> {one.starter}
          </span>
        </li>
      ))}
    </ul>
  );
}
