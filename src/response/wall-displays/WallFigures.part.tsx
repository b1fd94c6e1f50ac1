import { useSay } from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { WallSituation } from './Wall.screen.tsx';

const WORDS = {
  numbers: { zh: '今日', en: 'Today' },
  intakes: { zh: '接报', en: 'Reports' },
  inTime: { zh: '初报按时', en: 'Sent in time' },
  open: { zh: '指令进行', en: 'Orders open' },
  late: { zh: '其中逾期', en: 'of these late' },
  done: { zh: '指令办结', en: 'Orders done' },
  cancelled: { zh: '指令取消', en: 'Called off' },
} as const satisfies Record<string, Phrase>;

/** The few numbers that matter, to be read from the last row. */
export function WallFigures({ situation: { today, assignments } }: { situation: WallSituation }) {
  const say = useSay();
  const figures: readonly (readonly [Phrase, string])[] = [
    [WORDS.intakes, `${today.intakes}`],
    [WORDS.inTime, `${today.clocksMet}/${today.clocksDue}`],
    [WORDS.open, `${assignments.open}`],
    [WORDS.late, `${assignments.late}`],
    [WORDS.done, `${assignments.done}`],
    [WORDS.cancelled, `${assignments.cancelled}`],
  ];
  return (
    <section className="wall-figures">
      <h2>{say(WORDS.numbers)}</h2>
      <dl>
        {figures.map(([label, value]) => (
          <div key={label.en}>
            <dt>{say(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
