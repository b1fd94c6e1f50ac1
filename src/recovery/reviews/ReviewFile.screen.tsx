import { useState } from 'react';
import { useCommand, useView } from '../../foundation/api/web.ts';
import {
  type Action,
  ActionBar,
  Contributions,
  Countdown,
  Dialog,
  Facts,
  Form,
  FormActions,
  Go,
  go,
  RecordPage,
  Section,
  Shown,
  Time,
  useKeys,
  useMay,
  useParams,
  useSay,
} from '../../foundation/design-system/web.ts';
import { PersonField } from '../../foundation/organisation/web.ts';
import { RecordTimeline } from '../../foundation/timeline/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { Assessment } from './Assessment.part.tsx';
import { reviewLifecycle } from './review.lifecycle.ts';
import { review as register } from './review.register.ts';
import { type ReviewPartProps, ReviewState } from './review-states.part.tsx';
import type { begin, finish } from './reviews.commands.ts';
import type { record } from './reviews.views.ts';
import { WriteReview } from './WriteReview.part.tsx';
import './reviews.css';

const WORDS = {
  back: { zh: '返回列表', en: 'Back to the list' },
  timeline: { zh: '大事记', en: 'Timeline' },
  conclusions: { zh: '评估结论', en: 'Conclusions' },
  write: { zh: '撰写', en: 'Write' },
  paper: { zh: '评估报告', en: 'Review report' },
  incident: { zh: '事件', en: 'Incident' },
  points: { zh: '{score} 分', en: '{score} of 100' },
  due: { zh: '完成时限', en: 'Due' },
} as const satisfies Record<string, Phrase>;
const { fields: of } = register;

type Act = 'begin' | 'write';

/** 复盘评估: what the timeline says, what people conclude from it, and what is done about it. */
export default function ReviewFile() {
  const { id } = useParams();
  const view = useView<typeof record>('reviews.record', { id }, { topics: [`review/${id}`, 'review_finding'] });
  useKeys([{ keys: 'Escape', label: WORDS.back, act: () => go('/reviews') }]);
  return <Shown of={view}>{(review) => <File review={review} />}</Shown>;
}

function File({ review }: ReviewPartProps) {
  const say = useSay();
  const may = useMay();
  const [act, setAct] = useState<Act>();
  const close = () => setAct(undefined);
  const finishing = useCommand<typeof finish>('reviews.finish');
  const mayKeep = may('review.keep') && review.state !== 'finished';
  const { transitions } = reviewLifecycle;
  const actions: Action[] = [
    ...(review.steps.includes('begin')
      ? [{ key: 'begin', kind: 'main' as const, label: transitions.begin.label, act: () => setAct('begin') }]
      : []),
    ...(mayKeep ? [{ key: 'write', label: WORDS.write, act: () => setAct('write') }] : []),
    ...(review.steps.includes('finish')
      ? [
          {
            key: 'finish',
            kind: 'main' as const,
            label: transitions.finish.label,
            isBusy: finishing.isRunning,
            act: () => void finishing.run({ id: review.id }, { version: review.version }),
          },
        ]
      : []),
  ];
  return (
    <RecordPage
      number={review.number}
      title={review.title}
      mark={review.mark}
      badges={<ReviewState of={review} />}
      clocks={
        review.state !== 'finished' && (
          <span className="row">
            {say(WORDS.due)} <Countdown dueAt={review.dueAt} />
          </span>
        )
      }
      owner={
        <Go to={`/incidents/${review.incidentId}`}>
          {say(WORDS.incident)} {review.incidentNumber}
        </Go>
      }
      timeline={
        <div id="timeline">
          <h2>{say(WORDS.timeline)}</h2>
          <RecordTimeline register="review" id={review.id} />
        </div>
      }
      actions={
        <ActionBar actions={actions}>
          <a className="button" href={`/api/reviews/${review.id}/paper?format=docx`}>
            {say(WORDS.paper)} DOCX
          </a>
          <a className="button" href={`/api/reviews/${review.id}/paper?format=pdf`}>
            {say(WORDS.paper)} PDF
          </a>
          {finishing.problem && (
            <p className="problem" role="alert">
              {say(finishing.problem.phrase)}
            </p>
          )}
        </ActionBar>
      }
    >
      <Section title={WORDS.conclusions}>
        <Facts
          facts={[
            { label: of.reviewerId.label, value: review.reviewerName },
            { label: of.score.label, value: review.score !== null && say(WORDS.points, { score: review.score }) },
            { label: of.finishedAt.label, value: review.finishedAt && <Time at={review.finishedAt} /> },
            { label: of.causes.label, value: review.causes },
            { label: of.assessment.label, value: review.assessment },
            { label: of.lessons.label, value: review.lessons },
          ]}
        />
      </Section>
      <Contributions at="review.sections" props={{ review }} />
      <Assessment review={review} />
      <Dialog title={say(WORDS.write)} isOpen={act === 'write'} onClose={close} size="wide">
        <WriteReview review={review} onDone={close} />
      </Dialog>
      <Dialog title={say(transitions.begin.label)} isOpen={act === 'begin'} onClose={close}>
        <Begin review={review} onDone={close} />
      </Dialog>
    </RecordPage>
  );
}

function Begin({ review, onDone }: ReviewPartProps & { onDone: () => void }) {
  const beginning = useCommand<typeof begin>('reviews.begin');
  const [reviewerId, setReviewer] = useState<string>();
  const submit = async () => {
    if (reviewerId && (await beginning.run({ id: review.id, reviewerId }, { version: review.version }))) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={beginning.problem} isWaiting={beginning.isWaiting}>
      <PersonField label={of.reviewerId.label} name="reviewerId" value={reviewerId} onChange={setReviewer} isRequired />
      <FormActions submit={reviewLifecycle.transitions.begin.label} isBusy={beginning.isRunning} onCancel={onDone} />
    </Form>
  );
}
