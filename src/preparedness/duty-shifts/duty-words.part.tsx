import { Go, useSay } from '../../foundation/design-system/web.ts';
import { localTime } from '../../kernel/calendar.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { DUTY_KINDS, type DutyKind } from '../duty-posts/duty-post.register.ts';

const LABELS = new Map<string, Phrase>(DUTY_KINDS.map(({ id, label }) => [id, label]));

export const dutyLabel = (kind: DutyKind): Phrase => LABELS.get(kind) ?? { zh: kind, en: kind };

const two = (value: number) => String(value).padStart(2, '0');

/** `12-03 08:30` */
export function shiftEdge(at: Date | string): string {
  const { month, day, hour, minute } = localTime(new Date(at));
  return `${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

const WORDS = { substitute: { zh: '备班 {name}', en: 'substitute {name}' } } as const;

export interface Sat {
  readonly id: string;
  readonly dutyKind: DutyKind;
  readonly personId: string;
  readonly personName: string;
  readonly substituteName: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Who has a post, one tap from their numbers; the substitute beside. */
export function People({ shifts, hasLinks = true }: { shifts: readonly Sat[]; hasLinks?: boolean }) {
  const say = useSay();
  return (
    <ul className="duty-people">
      {shifts.map(({ id, dutyKind, personId, personName, substituteName }) => (
        <li key={id}>
          <small>{say(dutyLabel(dutyKind))}</small>{' '}
          {hasLinks ? <Go to={`/people/${personId}`}>{personName}</Go> : <b>{personName}</b>}
          {substituteName && <span className="soft"> {say(WORDS.substitute, { name: substituteName })}</span>}
        </li>
      ))}
    </ul>
  );
}
