import { Elapsed, Go, GradeBadge, LevelBadge, MarkBadge, Section, useSay } from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { Situation } from './Situation.screen.tsx';

const WORDS = {
  incidents: { zh: '未办结事件', en: 'Open incidents' },
  none: { zh: '没有未办结的事件', en: 'No incident is open' },
  orders: { zh: '指令 {done}/{orders}', en: 'orders {done}/{orders}' },
  numbers: { zh: '今日', en: 'Today' },
  intakes: { zh: '接报', en: 'Reports' },
  inTime: { zh: '初报按时', en: 'Sent in time' },
  open: { zh: '指令进行', en: 'Orders open' },
  late: { zh: '其中逾期', en: 'of these late' },
  done: { zh: '指令办结', en: 'Orders done' },
  cancelled: { zh: '指令取消', en: 'Called off' },
} as const satisfies Record<string, Phrase>;

/** Incidents in progress, and the few numbers that matter; each opens the list it counts. */
export function SituationFigures({
  incidents,
  today,
  assignments,
}: Pick<Situation, 'incidents' | 'today' | 'assignments'>) {
  const say = useSay();
  const figures: readonly { label: Phrase; value: string; to: string }[] = [
    { label: WORDS.intakes, value: `${today.intakes}`, to: '/intake' },
    { label: WORDS.inTime, value: `${today.clocksMet}/${today.clocksDue}`, to: '/intake' },
    { label: WORDS.open, value: `${assignments.open}`, to: '/orders' },
    { label: WORDS.late, value: `${assignments.late}`, to: '/orders?late=1' },
    { label: WORDS.done, value: `${assignments.done}`, to: '/orders' },
    { label: WORDS.cancelled, value: `${assignments.cancelled}`, to: '/orders' },
  ];
  return (
    <>
      <Section title={WORDS.incidents} aside={<Go to="/incidents">{incidents.length}</Go>}>
        {incidents.length === 0 && <p className="soft">{say(WORDS.none)}</p>}
        <ul className="open-incidents">
          {incidents.map((one) => (
            <li key={one.id}>
              <Go to={`/incidents/${one.id}`}>
                <MarkBadge mark={one.mark} />
                {one.title}
              </Go>
              <p className="row">
                <GradeBadge grade={one.grade} />
                <LevelBadge level={one.responseLevel} />
                <span className="soft">
                  <Elapsed since={one.knownAt} /> · {say(WORDS.orders, { done: one.ordersDone, orders: one.orders })}
                </span>
              </p>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={WORDS.numbers}>
        <ul className="figures">
          {figures.map(({ label, value, to }) => (
            <li key={label.en}>
              <Go to={to}>
                <span className="big-number">{value}</span>
                <span>{say(label)}</span>
              </Go>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
