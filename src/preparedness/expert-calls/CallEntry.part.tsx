import { useState } from 'react';
import type { OutputOf } from '../../foundation/api/web.ts';
import {
  Button,
  Countdown,
  Dialog,
  Facts,
  Go,
  StateBadge,
  Tag,
  Time,
  useSay,
} from '../../foundation/design-system/web.ts';
import { FileLinks } from '../../foundation/files/web.ts';
import { labelOf } from '../../foundation/registers/types/choice.type.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { AnswerCall, DecideAdvice, EvaluateAdvice, GiveAdvice, WithdrawCall } from './CallForms.part.tsx';
import { ADOPTIONS } from './expert-advice.register.ts';
import { expertAdviceLifecycle, expertCallLifecycle } from './expert-call.lifecycle.ts';
import { CALL_CHANNELS, expertCall, PURPOSES, WAYS } from './expert-call.register.ts';
import type { list } from './expert-calls.views.ts';

export type Call = OutputOf<typeof list>['items'][number];
type Advice = Call['advice'][number];

const WORDS = {
  answer: { zh: '答复', en: 'Answer' },
  advise: { zh: '提出意见', en: 'Advise' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  decide: { zh: '决定是否采纳', en: 'Decide' },
  evaluate: { zh: '评价', en: 'Evaluate' },
  subject: { zh: '事项', en: 'Subject' },
  minutes: { zh: '{count} 分钟内到', en: 'there within {count} min' },
  score: { zh: '{score} 分', en: '{score} of 5' },
} as const satisfies Record<string, Phrase>;
const FORMS = {
  answer: AnswerCall,
  advise: GiveAdvice,
  withdraw: WithdrawCall,
  decide: DecideAdvice,
  evaluate: EvaluateAdvice,
};
type Step = keyof typeof FORMS;
const { question, calledAt, answeredAt, channel, reason } = expertCall.fields;

/** One call with its answer and the advice that came of it; each viewer finds the own steps. */
export function CallEntry({ call, hasLink = true }: { call: Call; hasLink?: boolean }) {
  const say = useSay();
  const [step, setStep] = useState<{ name: Step; id: string }>();
  const close = () => setStep(undefined);
  const Form = step && FORMS[step.name];
  const way = call.way && say(labelOf(WAYS, call.way));
  const there = call.arrivalMinutes !== null && say(WORDS.minutes, { count: call.arrivalMinutes });
  const answered = [call.answerNotedBy, way, there].filter(Boolean).join(' · ');
  return (
    <article>
      <p className="row">
        {hasLink ? <Go to={`/expert-calls/${call.id}`}>{call.number}</Go> : call.number}
        <strong>{call.expert.name}</strong>
        <span className="soft">{call.expert.organisation}</span>
        <Tag>{say(labelOf(PURPOSES, call.purpose))}</Tag>
        <StateBadge
          label={expertCallLifecycle.states[call.state]}
          tone={call.state === 'called' ? 'waiting' : call.state === 'accepted' ? 'active' : 'ended'}
        />
        {call.state === 'called' && <Countdown dueAt={call.answerDueAt} />}
      </p>
      <Facts
        facts={[
          { label: WORDS.subject, value: call.subject.title },
          { label: question.label, value: call.question },
          { label: channel.label, value: say(labelOf(CALL_CHANNELS, call.channel)) },
          {
            label: calledAt.label,
            value: (
              <>
                <Time at={call.calledAt} /> {call.unitName}
              </>
            ),
          },
          {
            label: answeredAt.label,
            value: call.answeredAt && (
              <>
                <Time at={call.answeredAt} /> {answered}
              </>
            ),
          },
          ...(call.reason ? [{ label: reason.label, value: call.reason }] : []),
        ]}
      />
      <ul>
        {call.advice.map((one) => (
          <li key={one.id}>
            <AdviceEntry
              one={one}
              mayDecide={call.may.includes('decide')}
              onStep={(name) => setStep({ name, id: one.id })}
            />
          </li>
        ))}
      </ul>
      <p className="row">
        {(['answer', 'advise', 'withdraw'] as const)
          .filter((name) => call.may.includes(name))
          .map((name) => (
            <Button
              key={name}
              kind={name === 'withdraw' ? 'plain' : 'main'}
              onClick={() => setStep({ name, id: call.id })}
            >
              {say(WORDS[name])}
            </Button>
          ))}
      </p>
      {step && Form && (
        <Dialog title={say(WORDS[step.name])} isOpen onClose={close}>
          <Form id={step.id} onDone={close} />
        </Dialog>
      )}
    </article>
  );
}

function AdviceEntry({
  one,
  mayDecide,
  onStep,
}: {
  one: Advice;
  mayDecide: boolean;
  onStep: (name: 'decide' | 'evaluate') => void;
}) {
  const say = useSay();
  return (
    <>
      <p className="row">
        <Time at={one.givenAt} />
        <StateBadge
          label={one.adoption ? labelOf(ADOPTIONS, one.adoption) : expertAdviceLifecycle.states[one.state]}
          tone={one.adoption ? 'done' : 'waiting'}
        />
        {one.score !== null && <Tag>{say(WORDS.score, { score: one.score })}</Tag>}
        {mayDecide && one.state === 'given' && <Button onClick={() => onStep('decide')}>{say(WORDS.decide)}</Button>}
        {mayDecide && one.state === 'decided' && (
          <Button onClick={() => onStep('evaluate')}>{say(WORDS.evaluate)}</Button>
        )}
      </p>
      <p className="order-content">{one.advice}</p>
      <FileLinks ids={one.files} />
      <p className="soft">{[one.decidedBy, one.adoptionReason, one.evaluation].filter(Boolean).join(' · ')}</p>
    </>
  );
}
