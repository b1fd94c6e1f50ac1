import { Button, useSay } from '../../foundation/design-system/web.ts';

const WORDS = {
  before: { zh: '上月', en: 'Month before' },
  after: { zh: '下月', en: 'Month after' },
} as const;

export function shiftMonth(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

/** One month, and the ones beside it. */
export function MonthChoice({ month, onChange }: { month: string; onChange: (month: string) => void }) {
  const say = useSay();
  return (
    <span className="row">
      <Button onClick={() => onChange(shiftMonth(month, -1))}>{say(WORDS.before)}</Button>
      <b>{month}</b>
      <Button onClick={() => onChange(shiftMonth(month, 1))}>{say(WORDS.after)}</Button>
    </span>
  );
}
