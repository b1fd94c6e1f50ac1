import type { ReactNode } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { useSay } from './language.ts';
import { Empty } from './States.part.tsx';
import { Time } from './Time.part.tsx';

export interface TimelineEntry {
  readonly id: string;
  readonly at: string | Date;
  readonly label: Phrase;
  /** Who, under which hat. */
  readonly actor?: string | undefined;
  readonly text?: ReactNode;
  /** The unsealed tail of the chain is visible. */
  readonly isSealed?: boolean;
}

const UNSEALED: Phrase = { zh: '待封存', en: 'not sealed yet' };
const NONE: Phrase = { zh: '还没有记录', en: 'Nothing recorded yet' };

/** What happened, newest first as the caller orders it. */
export function TimelineList({ entries }: { entries: readonly TimelineEntry[] }) {
  const say = useSay();
  if (entries.length === 0) return <Empty title={NONE} />;
  return (
    <ol className="timeline">
      {entries.map(({ id, at, label, actor, text, isSealed = true }) => (
        <li key={id}>
          <Time at={at} />
          <div>
            <b>{say(label)}</b>
            {actor && <span className="timeline-actor">{actor}</span>}
            {!isSealed && <span className="timeline-actor">{say(UNSEALED)}</span>}
            {text && <div className="timeline-text">{text}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
