import { Elapsed, GradeBadge, LevelBadge, MarkBadge, useSay } from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { Fitting } from './Fitting.part.tsx';
import type { WallSituation } from './Wall.screen.tsx';
import { WallNeeds } from './WallNeeds.part.tsx';

const WORDS = {
  incidents: { zh: '未办结事件', en: 'Open incidents' },
  noIncident: { zh: '没有未办结的事件', en: 'No incident is open' },
  orders: { zh: '指令 {done}/{orders}', en: 'orders {done}/{orders}' },
  wrong: { zh: '已经迟了', en: 'Late' },
  nothing: { zh: '没有逾期的事项', en: 'Nothing is late' },
} as const satisfies Record<string, Phrase>;

/** What is wrong: what is open, worst first, and what is late. As many lines as fit; the rest is counted. */
export function WallWrongs({ situation: { incidents, needs } }: { situation: WallSituation }) {
  const say = useSay();
  const late = needs.filter(({ isLate }) => isLate);
  return (
    <section className="wall-wrongs">
      <h2>
        {say(WORDS.incidents)} <b>{incidents.length}</b>
      </h2>
      {incidents.length === 0 && <p className="soft">{say(WORDS.noIncident)}</p>}
      <Fitting>
        {incidents.map((one) => (
          <li key={one.id}>
            <p className="wall-line">
              <MarkBadge mark={one.mark} />
              {one.title}
            </p>
            <p className="wall-more">
              <GradeBadge grade={one.grade} />
              <LevelBadge level={one.responseLevel} />
              <Elapsed since={one.knownAt} />
              <span>{say(WORDS.orders, { done: one.ordersDone, orders: one.orders })}</span>
            </p>
          </li>
        ))}
      </Fitting>
      <h2>
        {say(WORDS.wrong)} <b>{late.length}</b>
      </h2>
      {late.length === 0 && <p className="soft">{say(WORDS.nothing)}</p>}
      <WallNeeds needs={late} />
    </section>
  );
}
