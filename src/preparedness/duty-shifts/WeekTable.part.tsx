import { useState } from 'react';
import { serverNow, useView } from '../../foundation/api/web.ts';
import { Button, Go, Section, Shown, useSay } from '../../foundation/design-system/web.ts';
import { dayText } from '../../kernel/calendar.ts';
import type { week } from './duty-shifts.views.ts';
import { dutyLabel } from './duty-words.part.tsx';

const WORDS = {
  week: { zh: '一周值班', en: 'Duty of a week' },
  unit: { zh: '单位', en: 'Unit' },
  before: { zh: '上一周', en: 'Week before' },
  after: { zh: '下一周', en: 'Week after' },
} as const;

const WEEKDAYS = [
  { zh: '周一', en: 'Mon' },
  { zh: '周二', en: 'Tue' },
  { zh: '周三', en: 'Wed' },
  { zh: '周四', en: 'Thu' },
  { zh: '周五', en: 'Fri' },
  { zh: '周六', en: 'Sat' },
  { zh: '周日', en: 'Sun' },
] as const;

const plus = (day: string, count: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);

/** Seven days of the units shown, Monday to Sunday; today is marked. */
export function WeekTable({ units }: { units: ReadonlySet<string> }) {
  const say = useSay();
  const [from, setFrom] = useState<string>();
  const view = useView<typeof week>('dutyShifts.week', from ? { from } : {}, { keepsPrevious: true });
  const today = dayText(serverNow());
  return (
    <Shown of={view}>
      {(answer) => (
        <Section
          title={WORDS.week}
          aside={
            <span className="row">
              <Button onClick={() => setFrom(plus(answer.from, -7))}>{say(WORDS.before)}</Button>
              <Button onClick={() => setFrom(plus(answer.from, 7))}>{say(WORDS.after)}</Button>
            </span>
          }
        >
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what runs over the edge is scrolled with the keyboard */}
          <section className="duty-week" tabIndex={0} aria-label={say(WORDS.week)}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{say(WORDS.unit)}</th>
                  {WEEKDAYS.map((name, index) => (
                    <th
                      key={name.zh}
                      scope="col"
                      className={plus(answer.from, index) === today ? 'is-today' : undefined}
                    >
                      {say(name)} {plus(answer.from, index).slice(5)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {answer.units
                  .filter(({ unitId }) => units.has(unitId))
                  .map(({ unitId, unitName, days }) => (
                    <tr key={unitId}>
                      <th scope="row">
                        <Go to={`/duty-rosters/${unitId}`}>{unitName}</Go>
                      </th>
                      {days.map((posts, index) => (
                        <td
                          key={plus(answer.from, index)}
                          className={plus(answer.from, index) === today ? 'is-today' : undefined}
                        >
                          {posts.map(({ dutyKind, people }) => (
                            <div key={dutyKind}>
                              <small>{say(dutyLabel(dutyKind))}</small> {people}
                            </div>
                          ))}
                        </td>
                      ))}
                    </tr>
                  ))}
              </tbody>
            </table>
          </section>
        </Section>
      )}
    </Shown>
  );
}
