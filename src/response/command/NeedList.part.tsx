import { Countdown, Empty, Go, PinIcon, Section, useMay, useSay } from '../../foundation/design-system/web.ts';
import { useHat } from '../../foundation/identity/web.ts';
import { TakeOverButton } from '../../foundation/messaging/web.ts';
import { RemindButton } from '../../foundation/orders/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { Need } from './Situation.screen.tsx';

const WORDS = {
  title: { zh: '现在需要你', en: 'What needs you now' },
  none: { zh: '现在没有待办', en: 'Nothing is waiting' },
  noneHint: { zh: '接到报告按 N 登记。', en: 'Press N to take a report.' },
  decide: { zh: '研判', en: 'Decide' },
  report: { zh: '报送', en: 'Report' },
  open: { zh: '查看', en: 'Open' },
  answer: { zh: '办理', en: 'Answer' },
  show: { zh: '在地图上看', en: 'Show on the map' },
  more: { zh: '另有 {count} 项', en: '{count} more' },
} as const satisfies Record<string, Phrase>;

/** The lines that fit the column; what is later can wait for them. */
const SHOWN = 30;

/** In the order of what harms first if nobody acts; a line has one action and goes when it is done. */
export function NeedList({ needs, onShow }: { needs: readonly Need[]; onShow: (need: Need) => void }) {
  const say = useSay();
  const mayTake = useMay()('intake.take');
  return (
    <Section title={WORDS.title} aside={<span className="big-number">{needs.length}</span>}>
      {needs.length === 0 ? (
        <Empty title={WORDS.none} {...(mayTake ? { hint: WORDS.noneHint } : {})} />
      ) : (
        <ul className="needs">
          {needs.slice(0, SHOWN).map((need) => (
            <li key={`${need.kind} ${need.id} ${need.ladderId}`}>
              <Countdown dueAt={need.dueAt} />
              <div>
                <p>{say(need.title)}</p>
                <p className="soft">{need.who}</p>
              </div>
              {need.place && (
                <button
                  type="button"
                  className="button-bare"
                  title={say(WORDS.show)}
                  aria-label={`${say(WORDS.show)}: ${say(need.title)}`}
                  onClick={() => onShow(need)}
                >
                  <PinIcon />
                </button>
              )}
              <ActionOf need={need} />
            </li>
          ))}
        </ul>
      )}
      {needs.length > SHOWN && <p className="soft">{say(WORDS.more, { count: needs.length - SHOWN })}</p>}
    </Section>
  );
}

function ActionOf({ need }: { need: Need }) {
  const say = useSay();
  const may = useMay();
  const hat = useHat();
  // A wall shows; who acts sits at a desk.
  if (hat?.role === 'wall') return null;
  if (need.kind === 'unanswered' && need.orderId && !need.isMine && may('order.manage')) {
    return (
      <div className="need-action">
        <RemindButton orderId={need.orderId} assignmentId={need.id} />
      </div>
    );
  }
  if (need.ladderId) {
    return (
      <div className="need-action">
        {need.isMine && <TakeOverButton messageId={need.id} ladderId={need.ladderId} />}
        <Go className="button" to={`/messages/${need.id}`} aria-label={`${say(WORDS.open)}: ${say(need.title)}`}>
          {say(WORDS.open)}
        </Go>
      </div>
    );
  }
  const to =
    need.kind === 'unanswered'
      ? `/assignments/${need.id}`
      : need.kind === 'clock' && need.incidentId
        ? `/incidents/${need.incidentId}`
        : `/intake/${need.id}`;
  const word =
    need.kind === 'intake'
      ? WORDS.decide
      : need.kind === 'clock'
        ? WORDS.report
        : need.isMine
          ? WORDS.answer
          : WORDS.open;
  return (
    <Go className="button need-action" to={to} aria-label={`${say(word)}: ${say(need.title)}`}>
      {say(word)}
    </Go>
  );
}
