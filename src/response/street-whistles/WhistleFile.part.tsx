import { useState } from 'react';
import { type OutputOf, useCommand } from '../../foundation/api/web.ts';
import {
  ActionBar,
  Button,
  Countdown,
  Dialog,
  Facts,
  Form,
  FormActions,
  Go,
  RecordPage,
  Section,
  StateBadge,
  Tag,
  TextAreaField,
  Time,
  useSay,
} from '../../foundation/design-system/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import { RecordTimeline } from '../../foundation/timeline/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { AnswerForm, RateForm } from './AnswerForms.part.tsx';
import { departmentAnswer, PRESENCE, SATISFACTION, SOLVED } from './department-answer.register.ts';
import { departmentAnswerLifecycle, streetWhistleLifecycle } from './street-whistle.lifecycle.ts';
import { streetWhistle, WHISTLE_PRIORITIES } from './street-whistle.register.ts';
import type { withdraw } from './street-whistles.commands.ts';
import type { record } from './street-whistles.views.ts';

type Whistle = OutputOf<typeof record>;
type Answer = Whistle['answers'][number];

const WORDS = {
  what: { zh: '事项', en: 'Matter' },
  answers: { zh: '部门报到', en: 'Answers' },
  answer: { zh: '报到', en: 'Answer' },
  rate: { zh: '评价', en: 'Rate' },
  withdraw: { zh: '撤哨', en: 'Withdraw' },
  escalated: { zh: '已上报区级', en: 'Escalated' },
  rating: { zh: '评价', en: 'Rating' },
  history: { zh: '办理过程', en: 'History' },
} as const satisfies Record<string, Phrase>;

/** One whistle: what is asked, who has answered, what came of it; each viewer finds the own step. */
export function WhistleFile({ one, isPhone = false }: { one: Whistle; isPhone?: boolean }) {
  const say = useSay();
  const [step, setStep] = useState<{ name: 'answer' | 'rate' | 'withdraw'; answer?: Answer }>();
  const states: Readonly<Record<string, Phrase>> = streetWhistleLifecycle.states;
  const close = () => setStep(undefined);
  // On the phone the own answer is the big button; at a desk it stands in the department's row.
  const answering = isPhone ? one.answers.find(({ may }) => may.includes('answer')) : undefined;
  const { incidentId, content, placeText, blownAt, answerDueAt, reason } = streetWhistle.fields;
  return (
    <RecordPage
      number={one.number}
      title={one.title}
      mark={one.mark}
      badges={
        <>
          <StateBadge label={states[one.state] ?? WORDS.what} tone={one.state === 'blown' ? 'active' : 'ended'} />
          {one.priority !== 'normal' && <Tag>{say(labelOf(WHISTLE_PRIORITIES, one.priority))}</Tag>}
        </>
      }
      owner={one.streetName}
      timeline={
        !isPhone && (
          <>
            <h2>{say(WORDS.history)}</h2>
            <RecordTimeline register="street_whistle" id={one.id} />
          </>
        )
      }
      actions={
        <ActionBar
          actions={
            answering
              ? [
                  {
                    key: 'answer',
                    label: WORDS.answer,
                    kind: 'main',
                    act: () => setStep({ name: 'answer', answer: answering }),
                  },
                ]
              : one.mayWithdraw
                ? [{ key: 'withdraw', label: WORDS.withdraw, act: () => setStep({ name: 'withdraw' }) }]
                : []
          }
        />
      }
    >
      <Section title={WORDS.what}>
        <Facts
          facts={[
            ...(one.incident
              ? [
                  {
                    label: incidentId.label,
                    value: <MatterLink of={one.incident} isPhone={isPhone} />,
                  },
                ]
              : []),
            { label: content.label, value: one.content },
            { label: placeText.label, value: one.placeText },
            { label: blownAt.label, value: <Time at={one.blownAt} /> },
            { label: answerDueAt.label, value: <Time at={one.answerDueAt} /> },
            ...(one.reason ? [{ label: reason.label, value: one.reason }] : []),
          ]}
        />
      </Section>
      <Section title={WORDS.answers}>
        <Answers one={one} onStep={(name, answer) => setStep({ name, answer })} />
      </Section>
      {step && (
        <Dialog title={say(WORDS[step.name])} isOpen onClose={close}>
          {step.name === 'answer' && step.answer && <AnswerForm id={step.answer.id} onDone={close} />}
          {step.name === 'rate' && step.answer && <RateForm answer={step.answer} onDone={close} />}
          {step.name === 'withdraw' && <Withdraw one={one} onDone={close} />}
        </Dialog>
      )}
    </RecordPage>
  );
}

/** The phone has no page of incidents: the words alone. */
function MatterLink({ of, isPhone }: { of: NonNullable<Whistle['incident']>; isPhone: boolean }) {
  const words = `${of.number} ${of.title}`;
  return isPhone ? words : <Go to={`/incidents/${of.id}`}>{words}</Go>;
}

function Answers({ one, onStep }: { one: Whistle; onStep: (name: 'answer' | 'rate', answer: Answer) => void }) {
  const say = useSay();
  const states: Readonly<Record<string, Phrase>> = departmentAnswerLifecycle.states;
  const { unitId, answeredAt, measures } = departmentAnswer.fields;
  const rating = (answer: Answer) =>
    [
      answer.presence && say(labelOf(PRESENCE, answer.presence)),
      answer.solved && say(labelOf(SOLVED, answer.solved)),
      answer.satisfaction && say(labelOf(SATISFACTION, answer.satisfaction)),
      answer.remark,
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <table className="table table-stacks">
      <thead>
        <tr>
          <th scope="col">{say(unitId.label)}</th>
          <th scope="col">{say(answeredAt.label)}</th>
          <th scope="col">{say(measures.label)}</th>
          <th scope="col">{say(WORDS.rating)}</th>
        </tr>
      </thead>
      <tbody>
        {one.answers.map((answer) => (
          <tr key={answer.id}>
            <th scope="row">
              <span className="row">
                {answer.unitName}
                <StateBadge
                  label={states[answer.state] ?? unitId.label}
                  tone={answer.state === 'called' ? 'waiting' : 'done'}
                />
                {answer.escalatedAt && <Tag>{say(WORDS.escalated)}</Tag>}
              </span>
            </th>
            <td>
              {answer.answeredAt ? (
                <>
                  <Time at={answer.answeredAt} /> {answer.answeredBy}
                </>
              ) : answer.state === 'called' ? (
                <Countdown dueAt={answer.answerDueAt} />
              ) : (
                '—'
              )}
            </td>
            <td>
              {answer.measures ?? '—'}
              {answer.may.includes('answer') && (
                <Button kind="main" onClick={() => onStep('answer', answer)}>
                  {say(WORDS.answer)}
                </Button>
              )}
            </td>
            <td>
              {rating(answer) || '—'}
              {answer.may.includes('rate') && (
                <Button aria-label={`${say(WORDS.rate)} ${answer.unitName}`} onClick={() => onStep('rate', answer)}>
                  {say(WORDS.rate)}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Withdraw({ one, onDone }: { one: Whistle; onDone: () => void }) {
  const withdrawing = useCommand<typeof withdraw>('streetWhistles.withdraw');
  const [reason, setReason] = useState('');
  const send = async () => {
    if (await withdrawing.run({ id: one.id, reason }, { version: one.version })) onDone();
  };
  return (
    <Form onSubmit={() => void send()} problem={withdrawing.problem} isWaiting={withdrawing.isWaiting}>
      <TextAreaField
        label={streetWhistle.fields.reason.label}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={500}
        isRequired
      />
      <FormActions submit={WORDS.withdraw} isBusy={withdrawing.isRunning} onCancel={onDone} />
    </Form>
  );
}
