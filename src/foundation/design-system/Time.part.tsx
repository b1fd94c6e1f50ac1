import { localTime, showTime } from '../../kernel/calendar.ts';
import { countdownText, elapsedText } from './durations.rules.ts';
import { CheckIcon, ClockIcon } from './icons.tsx';
import { useSay } from './language.ts';
import { useNow } from './now.ts';

const two = (value: number) => String(value).padStart(2, '0');

function wholeTime(instant: Date): string {
  const { year, month, day, hour, minute, second } = localTime(instant);
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
}

/** `10:42` today, `11-23 10:42` this year; the whole time is in its title. Nothing for null. */
export function Time({ at }: { at: Date | string | null | undefined }) {
  const now = useNow();
  if (!at) return null;
  const instant = new Date(at);
  return (
    <time className="time" dateTime={instant.toISOString()} title={wholeTime(instant)}>
      {showTime(instant, now)}
    </time>
  );
}

const DUE = { zh: '应于 {at} 前完成', en: 'Due at {at}' };
const KEPT = { zh: '按时', en: 'On time' };
const WAS_LATE = { zh: '迟办', en: 'Done late' };

/** 「剩 3 分 20 秒」, then 「迟 2 分」 on hatched grey with a clock; with `endedAt` whether it was in time. */
export function Countdown({
  dueAt,
  endedAt,
}: {
  dueAt: Date | string | null | undefined;
  endedAt?: Date | string | null;
}) {
  const say = useSay();
  const now = useNow();
  if (!dueAt) return null;
  const due = new Date(dueAt);
  const title = say(DUE, { at: wholeTime(due) });
  if (endedAt) {
    const isKept = new Date(endedAt) <= due;
    return (
      <span className={`badge ${isKept ? 'badge-state state-done' : 'badge-late'}`} title={title}>
        {isKept ? <CheckIcon /> : <ClockIcon />}
        {say(isKept ? KEPT : WAS_LATE)}
      </span>
    );
  }
  const isLate = now >= due;
  return (
    <span className={isLate ? 'badge badge-late' : 'badge badge-clock'} role="timer" title={title}>
      <ClockIcon />
      {say(countdownText(due, now))}
    </span>
  );
}

/** 「已过 12 分」. */
export function Elapsed({ since }: { since: Date | string }) {
  const say = useSay();
  const now = useNow();
  return <span className="time">{say(elapsedText(new Date(since), now))}</span>;
}

/** 「迟」 without a due time at hand: for lists whose view says that something is late. */
export function LateBadge() {
  const say = useSay();
  return (
    <span className="badge badge-late">
      <ClockIcon />
      {say({ zh: '迟', en: 'Late' })}
    </span>
  );
}
