import { useView } from '../../foundation/api/web.ts';
import { Go, Shown, useSay } from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { ofTeam } from './support.views.ts';
import { SentMoments, SentState } from './support-words.part.tsx';
import './support.css';

const WORDS = {
  none: { zh: '没有出动记录', en: 'It has not been sent yet' },
  figures: {
    zh: '到达 {came} 次，按时 {inTime} 次，通常 {minutes} 分钟到',
    en: 'arrived {came} times, {inTime} in time, usually in {minutes} min',
  },
} as const satisfies Record<string, Phrase>;

/** 出动记录 on a team's page: each time it was sent, and how soon it comes as a rule. */
export default function TeamArrivals({ record }: { record: { readonly id: string } }) {
  const say = useSay();
  const view = useView<typeof ofTeam>(
    'supportDispatches.ofTeam',
    { teamId: record.id },
    { topics: ['support_dispatch'] },
  );
  return (
    <Shown of={view} rows={2}>
      {({ items, came, inTime, medianMinutes }) =>
        items.length === 0 ? (
          <p className="quiet">{say(WORDS.none)}</p>
        ) : (
          <>
            {medianMinutes !== null && <p>{say(WORDS.figures, { came, inTime, minutes: medianMinutes })}</p>}
            <ul className="support-sent">
              {items.map((one) => (
                <li key={one.id}>
                  <span className="row">
                    <Go to={`/support-requests/${one.requestId}`}>{one.requestNumber}</Go>
                    <span>{one.content}</span>
                    <SentState of={one} />
                  </span>
                  <SentMoments of={one} />
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Shown>
  );
}
