import { useView } from '../../foundation/api/web.ts';
import { Countdown, Go, Section, Shown, StateBadge } from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { departmentAnswerLifecycle } from './street-whistle.lifecycle.ts';
import type { list } from './street-whistles.views.ts';

const TITLE: Phrase = { zh: '街道吹哨', en: 'Street whistles' };

/** 吹哨 that are open, beside the orders: one board for everybody who is called to a matter, whoever called. */
export default function BoardWhistles({ matter }: { matter?: string }) {
  const states: Readonly<Record<string, Phrase>> = departmentAnswerLifecycle.states;
  const view = useView<typeof list>('streetWhistles.list', {
    isOpen: true,
    ...(matter ? { incidentId: matter } : {}),
    limit: 50,
  });
  if (view.data?.items.length === 0) return null;
  return (
    <Section title={TITLE}>
      <Shown of={view} rows={1}>
        {({ items }) => (
          <ul className="order-whistles">
            {items.map((one) => (
              <li key={one.id} className="row">
                <Go to={`/street-whistles/${one.id}`}>{one.number}</Go>
                <span className="soft">{one.streetName}</span>
                <span>{one.title}</span>
                {one.answers.map((answer) => (
                  <span key={answer.id} className="row">
                    {answer.unitName}
                    <StateBadge
                      label={states[answer.state] ?? TITLE}
                      tone={answer.state === 'called' ? 'waiting' : 'done'}
                    />
                    {answer.state === 'called' && <Countdown dueAt={answer.answerDueAt} />}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </Section>
  );
}
