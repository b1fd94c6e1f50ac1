import { useCommand, useView } from '../../foundation/api/web.ts';
import { Button, Countdown, Go, Section, Shown, useMay, useSay } from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { INCIDENT_ANCHORS, type IncidentPartProps } from '../../response/incidents/web.ts';
import { ReviewState } from './review-states.part.tsx';
import type { ask } from './reviews.commands.ts';
import type { list } from './reviews.views.ts';

const WORDS = {
  ask: { zh: '发起复盘评估', en: 'Ask for a review' },
  none: { zh: '事件办结后按规则产生', en: 'Raised by rule when the incident is closed' },
  findings: { zh: '问题 {findings}，整改中 {open}', en: '{findings} findings, {open} being mended' },
} as const satisfies Record<string, Phrase>;

/** 复盘 on an incident: whether it is owed, how far it is. */
export default function IncidentReview({ incident }: IncidentPartProps) {
  const say = useSay();
  const may = useMay();
  const asking = useCommand<typeof ask>('reviews.ask');
  const view = useView<typeof list>(
    'reviews.list',
    { incidentId: incident.id },
    { topics: ['review', 'review_finding'] },
  );
  const mayAsk = may('review.keep') && incident.state === 'closed' && view.data?.items.length === 0;
  return (
    <Section
      id="review"
      title={INCIDENT_ANCHORS.review}
      aside={
        mayAsk && (
          <Button isBusy={asking.isRunning} onClick={() => void asking.run({ incidentId: incident.id })}>
            {say(WORDS.ask)}
          </Button>
        )
      }
    >
      <Shown of={view} rows={1}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{say(WORDS.none)}</p>
          ) : (
            items.map((one) => (
              <p key={one.id} className="row">
                <Go to={`/reviews/${one.id}`}>
                  {one.number} {one.title}
                </Go>
                <ReviewState of={one} />
                {one.state !== 'finished' && <Countdown dueAt={one.dueAt} />}
                {one.findings > 0 && (
                  <span className="soft">
                    {say(WORDS.findings, { findings: one.findings, open: one.findingsOpen })}
                  </span>
                )}
              </p>
            ))
          )
        }
      </Shown>
      {asking.problem && (
        <p className="problem" role="alert">
          {say(asking.problem.phrase)}
        </p>
      )}
    </Section>
  );
}
