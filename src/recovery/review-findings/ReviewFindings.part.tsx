import { useView } from '../../foundation/api/web.ts';
import {
  Button,
  Countdown,
  Dialog,
  Go,
  Section,
  Shown,
  StateBadge,
  Tag,
  Time,
  useMay,
  useSay,
  useSearch,
} from '../../foundation/design-system/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { ReviewPartProps } from '../reviews/web.ts';
import { RecordFinding } from './RecordFinding.part.tsx';
import { reviewFindingLifecycle } from './review-finding.lifecycle.ts';
import { FINDING_KINDS } from './review-finding.register.ts';
import type { list } from './review-findings.views.ts';

const WORDS = {
  title: { zh: '问题和改进措施', en: 'Findings and measures' },
  add: { zh: '列出问题', en: 'Record a finding' },
  none: { zh: '还没有列出问题', en: 'No finding yet' },
  measure: { zh: '措施', en: 'Measure' },
  revise: { zh: '修订《{plan}》{clause}', en: 'Revise “{plan}” {clause}' },
} as const satisfies Record<string, Phrase>;

const TONES = { noted: 'waiting', ordered: 'active', done: 'done' } as const;

/** What a review found: each with its measure, who mends it until when, and the plan that is to be revised. */
export default function ReviewFindings({ review }: ReviewPartProps) {
  const say = useSay();
  const may = useMay();
  const [search, change] = useSearch();
  const close = () => change({ act: undefined, about: undefined });
  const view = useView<typeof list>(
    'reviewFindings.list',
    { reviewId: review.id },
    { topics: ['review_finding', 'assignment'] },
  );
  const mayAdd = may('review_finding.keep') && review.state !== 'finished';
  return (
    <Section
      title={WORDS.title}
      aside={mayAdd && <Button onClick={() => change({ act: 'finding' })}>{say(WORDS.add)}</Button>}
    >
      <Shown of={view} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{say(WORDS.none)}</p>
          ) : (
            <ol className="findings">
              {items.map((one) => (
                <li key={one.id}>
                  <p className="row">
                    <Tag>{say(labelOf(FINDING_KINDS, one.kind))}</Tag>
                    <strong>{one.text}</strong>
                    <StateBadge label={reviewFindingLifecycle.states[one.state]} tone={TONES[one.state]} />
                  </p>
                  <p>
                    <span className="soft">{say(WORDS.measure)}</span> {one.measure}
                  </p>
                  <p className="row">
                    {one.unitName}
                    {one.doneAt ? <Time at={one.doneAt} /> : one.dueAt && <Countdown dueAt={one.dueAt} />}
                    {one.assignmentId && <Go to={`/assignments/${one.assignmentId}`}>{one.orderNumber}</Go>}
                    {one.planId && (
                      <Go to={`/plans/${one.planId}`}>
                        {say(WORDS.revise, { plan: one.planName ?? '', clause: one.clause ?? '' })}
                      </Go>
                    )}
                  </p>
                </li>
              ))}
            </ol>
          )
        }
      </Shown>
      <Dialog title={say(WORDS.add)} isOpen={mayAdd && search.act === 'finding'} onClose={close} size="wide">
        <RecordFinding key={search.about ?? ''} review={review} about={search.about} onDone={close} />
      </Dialog>
    </Section>
  );
}
