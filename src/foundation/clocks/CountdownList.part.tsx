import type { Phrase } from '../../kernel/phrases.ts';
import { type OutputOf, useView } from '../api/web.ts';
import { Countdown, Empty, Go, MarkBadge, Shown, Tag, useSay, useWorkplace } from '../design-system/web.ts';
import type { running } from './clocks.views.ts';
import './clocks.css';

const WORDS = {
  suspended: { zh: '已中止计时', en: 'Suspended' },
  provisional: { zh: '日历未公布，暂定', en: 'Calendar not published' },
} as const satisfies Record<string, Phrase>;
const NONE: Phrase = { zh: '没有运行中的时限', en: 'No clock is running' };

type Clock = OutputOf<typeof running>['items'][number];

/** Running and late time limits, late first. `about`: only those of one record and of what concerns it. */
export default function CountdownList({ about, most = 50 }: { about?: string; most?: number }) {
  const view = useView<typeof running>('clocks.running', { limit: most, ...(about ? { about } : {}) });
  return (
    <Shown of={view} rows={3}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={NONE} />
        ) : (
          <ul className="countdowns">
            {items.map((clock) => (
              <Item key={clock.id} clock={clock} />
            ))}
          </ul>
        )
      }
    </Shown>
  );
}

function Item({ clock }: { clock: Clock }) {
  const say = useSay();
  const { contributions } = useWorkplace();
  const folder = `/${clock.subject.register.replaceAll('_', '-')}s`;
  const hasPage = contributions.some(({ screens }) => screens.some((screen) => screen.path === `${folder}/:id`));
  return (
    <li title={clock.suspendedBy ?? clock.citation}>
      {clock.isSuspended ? <Tag>{say(WORDS.suspended)}</Tag> : <Countdown dueAt={clock.dueAt} />}
      <span>
        {clock.isProvisional && <Tag>{say(WORDS.provisional)}</Tag>}
        <MarkBadge mark={clock.mark} />
        {hasPage ? <Go to={`${folder}/${clock.subject.id}`}>{say(clock.label)}</Go> : say(clock.label)}
      </span>
    </li>
  );
}
