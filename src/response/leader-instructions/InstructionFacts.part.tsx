import { useState } from 'react';
import { type OutputOf, useCommand } from '../../foundation/api/web.ts';
import {
  Button,
  Countdown,
  Dialog,
  Facts,
  Form,
  FormActions,
  Go,
  Photos,
  StateBadge,
  TextAreaField,
  Time,
  useMay,
  useSay,
} from '../../foundation/design-system/web.ts';
import { assignmentLifecycle } from '../../foundation/orders/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { leaderInstructionLifecycle } from './leader-instruction.lifecycle.ts';
import { leaderInstruction } from './leader-instruction.register.ts';
import type { answer } from './leader-instructions.commands.ts';
import type { list } from './leader-instructions.views.ts';

export type Instruction = OutputOf<typeof list>['items'][number];

const { fields } = leaderInstruction;
const ANSWER: Phrase = { zh: '反馈领导', en: 'Answer the leader' };
const UNITS: Phrase = { zh: '承办单位', en: 'Units' };

export function InstructionState({ of }: { of: Instruction }) {
  const tone = { under_way: 'active', finished: 'waiting', answered: 'done' } as const;
  return <StateBadge label={leaderInstructionLifecycle.states[of.state]} tone={tone[of.state]} />;
}

/** Each unit with where it stands; the order itself is one touch away. */
export function Parts({ of }: { of: Instruction }) {
  const say = useSay();
  const states: Readonly<Record<string, Phrase>> = assignmentLifecycle.states;
  return (
    <span className="row">
      {of.parts.map(({ assignmentId, unitName, state }) => (
        <Go key={assignmentId} to={`/assignments/${assignmentId}`}>
          {unitName} {say(states[state] ?? UNITS)}
        </Go>
      ))}
    </span>
  );
}

/** What was written, by whom, who does it, and what the leader was told. */
export function InstructionFacts({ of }: { of: Instruction }) {
  return (
    <Facts
      facts={[
        { label: fields.leaderId.label, value: of.leaderName },
        { label: fields.givenAt.label, value: <Time at={of.givenAt} /> },
        { label: fields.text.label, value: of.text },
        { label: fields.photos.label, value: of.photos.length > 0 ? <Photos ids={of.photos} /> : null },
        {
          label: fields.incidentId.label,
          value: of.incidentId && <Go to={`/incidents/${of.incidentId}`}>{of.incidentTitle}</Go>,
        },
        { label: UNITS, value: <Parts of={of} /> },
        {
          label: fields.dueAt.label,
          value: of.state === 'under_way' ? <Countdown dueAt={of.dueAt} /> : <Time at={of.dueAt} />,
        },
        { label: fields.finishedAt.label, value: of.finishedAt && <Time at={of.finishedAt} /> },
        { label: fields.answer.label, value: of.answer },
        { label: fields.answeredAt.label, value: of.answeredAt && <Time at={of.answeredAt} /> },
      ]}
    />
  );
}

/** 反馈领导, offered as long as the leader waits for it. */
export function AnswerLeader({ of }: { of: Instruction }) {
  const say = useSay();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  if (of.state === 'answered' || !may('leader_instruction.register')) return null;
  const close = () => setOpen(false);
  return (
    <>
      <Button kind="main" onClick={() => setOpen(true)} aria-label={`${say(ANSWER)} ${of.number}`}>
        {say(ANSWER)}
      </Button>
      <Dialog title={`${say(ANSWER)} · ${of.number}`} isOpen={isOpen} onClose={close}>
        <Answer of={of} onDone={close} />
      </Dialog>
    </>
  );
}

function Answer({ of, onDone }: { of: Instruction; onDone: () => void }) {
  const answering = useCommand<typeof answer>('leaderInstructions.answer');
  const [words, setWords] = useState('');
  const submit = async () => {
    if (await answering.run({ id: of.id, answer: words }, { version: of.version })) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={answering.problem} isWaiting={answering.isWaiting}>
      <TextAreaField
        label={fields.answer.label}
        name="answer"
        value={words}
        onChange={setWords}
        rows={5}
        maxLength={2000}
        isRequired
      />
      <FormActions submit={ANSWER} isBusy={answering.isRunning} onCancel={onDone} />
    </Form>
  );
}
