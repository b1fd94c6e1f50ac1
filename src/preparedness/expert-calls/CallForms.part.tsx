import { useState } from 'react';
import { useCommand } from '../../foundation/api/web.ts';
import { ChoiceField, Form, FormActions, NumberField, TextAreaField } from '../../foundation/design-system/web.ts';
import { FilesField } from '../../foundation/files/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { decide, evaluate, give } from './expert-advice.commands.ts';
import { ADOPTIONS, expertAdvice } from './expert-advice.register.ts';
import { expertCall, WAYS } from './expert-call.register.ts';
import type { answer, withdraw } from './expert-calls.commands.ts';

const WORDS = {
  answer: { zh: '答复', en: 'Answer' },
  accepted: { zh: '应邀', en: 'Accept' },
  declined: { zh: '不能参加', en: 'Decline' },
  give: { zh: '提交意见', en: 'Give the advice' },
  decide: { zh: '决定', en: 'Decide' },
  evaluate: { zh: '评价', en: 'Evaluate' },
  withdraw: { zh: '撤回邀请', en: 'Withdraw the call' },
} as const satisfies Record<string, Phrase>;
const { way: wayField, arrivalMinutes, reason: reasonField } = expertCall.fields;
const { advice: adviceField, files: filesField, adoption, adoptionReason, score, evaluation } = expertAdvice.fields;
const ANSWERS = (['accepted', 'declined'] as const).map((value) => ({ value, label: WORDS[value] }));

interface Of {
  readonly id: string;
  readonly onDone: () => void;
}

export function AnswerCall({ id, onDone }: Of) {
  const answering = useCommand<typeof answer>('expertCalls.answer');
  const [given, setGiven] = useState<'accepted' | 'declined'>('accepted');
  const [way, setWay] = useState<(typeof WAYS)[number]['id']>('remote');
  const [minutes, setMinutes] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const isAccepted = given === 'accepted';
  const submit = async () => {
    const more = isAccepted
      ? { way, arrivalMinutes: way === 'on_site' ? minutes : null, reason: null }
      : { way: null, arrivalMinutes: null, reason };
    if (await answering.run({ id, answer: given, ...more })) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={answering.problem} isWaiting={answering.isWaiting}>
      <ChoiceField
        label={WORDS.answer}
        name="answer"
        value={given}
        onChange={setGiven}
        choices={ANSWERS}
        as="buttons"
      />
      {isAccepted ? (
        <>
          <ChoiceField
            label={wayField.label}
            name="way"
            value={way}
            onChange={setWay}
            choices={WAYS.map(({ id: value, label }) => ({ value, label }))}
            as="buttons"
          />
          {way === 'on_site' && (
            <NumberField
              label={arrivalMinutes.label}
              name="arrivalMinutes"
              value={minutes}
              onChange={setMinutes}
              min={0}
              max={2880}
              unit={{ zh: '分钟', en: 'min' }}
            />
          )}
        </>
      ) : (
        <TextAreaField
          label={reasonField.label}
          name="reason"
          value={reason}
          onChange={setReason}
          maxLength={500}
          isRequired
        />
      )}
      <FormActions submit={WORDS.answer} isBusy={answering.isRunning} onCancel={onDone} />
    </Form>
  );
}

export function GiveAdvice({ id, onDone }: Of) {
  const giving = useCommand<typeof give>('expertAdvice.give');
  const [advice, setAdvice] = useState('');
  const [files, setFiles] = useState<readonly string[]>([]);
  const submit = async () => {
    if (await giving.run({ callId: id, advice, files: [...files] })) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={giving.problem} isWaiting={giving.isWaiting}>
      <TextAreaField
        label={adviceField.label}
        name="advice"
        value={advice}
        onChange={setAdvice}
        maxLength={4000}
        isRequired
      />
      <FilesField label={filesField.label} name="files" value={files} onChange={setFiles} />
      <FormActions submit={WORDS.give} isBusy={giving.isRunning} onCancel={onDone} />
    </Form>
  );
}

export function DecideAdvice({ id, onDone }: Of) {
  const deciding = useCommand<typeof decide>('expertAdvice.decide');
  const [adopted, setAdopted] = useState<(typeof ADOPTIONS)[number]['id']>('adopted');
  const [reason, setReason] = useState('');
  const submit = async () => {
    if (await deciding.run({ id, adoption: adopted, reason: reason || null })) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={deciding.problem} isWaiting={deciding.isWaiting}>
      <ChoiceField
        label={adoption.label}
        name="adoption"
        value={adopted}
        onChange={setAdopted}
        choices={ADOPTIONS.map(({ id: value, label }) => ({ value, label }))}
        as="buttons"
      />
      <TextAreaField
        label={adoptionReason.label}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={500}
        isRequired={adopted !== 'adopted'}
      />
      <FormActions submit={WORDS.decide} isBusy={deciding.isRunning} onCancel={onDone} />
    </Form>
  );
}

export function EvaluateAdvice({ id, onDone }: Of) {
  const evaluating = useCommand<typeof evaluate>('expertAdvice.evaluate');
  const [points, setPoints] = useState<number | null>(5);
  const [words, setWords] = useState('');
  const submit = async () => {
    if (await evaluating.run({ id, score: points ?? 0, evaluation: words || null })) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={evaluating.problem} isWaiting={evaluating.isWaiting}>
      <NumberField label={score.label} name="score" value={points} onChange={setPoints} min={1} max={5} isRequired />
      <TextAreaField label={evaluation.label} name="evaluation" value={words} onChange={setWords} maxLength={500} />
      <FormActions submit={WORDS.evaluate} isBusy={evaluating.isRunning} onCancel={onDone} />
    </Form>
  );
}

export function WithdrawCall({ id, onDone }: Of) {
  const withdrawing = useCommand<typeof withdraw>('expertCalls.withdraw');
  const [reason, setReason] = useState('');
  const submit = async () => {
    if (await withdrawing.run({ id, reason })) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={withdrawing.problem} isWaiting={withdrawing.isWaiting}>
      <TextAreaField
        label={reasonField.label}
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
