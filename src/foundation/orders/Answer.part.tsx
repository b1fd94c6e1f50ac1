import { type ReactNode, useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { type OutputOf, useCommand } from '../api/web.ts';
import { type Action, ActionBar, Dialog, Form, FormActions, TextAreaField, useSay } from '../design-system/web.ts';
import { assignmentLifecycle } from './assignment.lifecycle.ts';
import { assignment } from './assignment.register.ts';
import type { finish, receive, reject, start } from './assignments.commands.ts';
import type { record } from './assignments.views.ts';
import { DelegateDialog } from './DelegateDialog.part.tsx';
import { missingEvidence } from './evidence.rules.ts';
import { GiveFeedback } from './GiveFeedback.part.tsx';

const { transitions } = assignmentLifecycle;
const FEEDBACK: Phrase = { zh: '反馈', en: 'Report' };
const CANNOT: Phrase = { zh: '无法办理', en: 'Cannot do it' };

type Step = 'giveFeedback' | 'finish' | 'reject';
const DELEGATE: Phrase = { zh: '分派', en: 'Delegate' };
const TITLES: Readonly<Record<Step, Phrase>> = {
  giveFeedback: FEEDBACK,
  finish: transitions.finish.label,
  reject: CANNOT,
};

/** The assignee's steps; what usually comes next is the big button. */
export function Answer({
  one,
  children,
}: {
  one: Pick<
    OutputOf<typeof record>,
    'id' | 'may' | 'state' | 'assigneeUnitId' | 'evidenceAsked' | 'evidenceGiven' | 'feedbackCount'
  >;
  children?: ReactNode;
}) {
  const say = useSay();
  const receiving = useCommand<typeof receive>('assignments.receive');
  const starting = useCommand<typeof start>('assignments.start');
  const [step, setStep] = useState<Step>();
  const [isDelegating, setDelegating] = useState(false);
  const { id } = one;
  // Green is what comes next: a report first, the finish once something was reported and nothing is missing.
  const missing = missingEvidence(one.evidenceAsked, one.evidenceGiven);
  const isReported = one.feedbackCount > 0 && Object.keys(missing).length === 0;
  const may = (name: string) => one.may.includes(name);
  const close = () => setStep(undefined);
  const problem = receiving.problem ?? starting.problem;
  const actions: (Action | false)[] = [
    may('receive') && {
      key: 'receive',
      label: transitions.receive.label,
      kind: 'main',
      isBusy: receiving.isRunning,
      act: () => void receiving.run({ id }),
    },
    may('start') && {
      key: 'start',
      label: transitions.start.label,
      isBusy: starting.isRunning,
      act: () => void starting.run({ id }),
    },
    // Before the receipt a report would say that somebody works on what nobody has taken.
    may('giveFeedback') &&
      !may('receive') && {
        key: 'feedback',
        label: FEEDBACK,
        ...(isReported ? {} : { kind: 'main' as const }),
        act: () => setStep('giveFeedback'),
      },
    may('delegate') && { key: 'delegate', label: DELEGATE, act: () => setDelegating(true) },
    may('finish') && {
      key: 'finish',
      label: transitions.finish.label,
      ...(isReported ? { kind: 'main' as const } : {}),
      act: () => setStep('finish'),
    },
    may('reject') && { key: 'reject', label: CANNOT, act: () => setStep('reject') },
  ];
  return (
    <ActionBar actions={actions.filter((action) => action !== false)}>
      {children}
      {problem && (
        <p className="problem" role="alert">
          {say(problem.phrase)}
        </p>
      )}
      <Dialog title={step ? say(TITLES[step]) : ''} isOpen={step !== undefined} onClose={close}>
        {step === 'giveFeedback' && <GiveFeedback id={id} onDone={close} />}
        {step === 'finish' && <Finish id={id} onDone={close} />}
        {step === 'reject' && <Reject id={id} onDone={close} />}
      </Dialog>
      <DelegateDialog id={id} unitId={one.assigneeUnitId} isOpen={isDelegating} onClose={() => setDelegating(false)} />
    </ActionBar>
  );
}

function Finish({ id, onDone }: { id: string; onDone: () => void }) {
  const finishing = useCommand<typeof finish>('assignments.finish');
  const [result, setResult] = useState('');
  const submit = async () => {
    if (await finishing.run({ id, ...(result ? { result } : {}) })) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={finishing.problem} isWaiting={finishing.isWaiting}>
      <TextAreaField
        label={assignment.fields.result.label}
        name="result"
        value={result}
        onChange={setResult}
        maxLength={2000}
      />
      <FormActions submit={transitions.finish.label} isBusy={finishing.isRunning} onCancel={onDone} />
    </Form>
  );
}

function Reject({ id, onDone }: { id: string; onDone: () => void }) {
  const rejecting = useCommand<typeof reject>('assignments.reject');
  const [reason, setReason] = useState('');
  const submit = async () => {
    if (await rejecting.run({ id, reason })) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={rejecting.problem} isWaiting={rejecting.isWaiting}>
      <TextAreaField
        label={assignment.fields.reason.label}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={500}
        isRequired
      />
      <FormActions submit={transitions.reject.label} isBusy={rejecting.isRunning} onCancel={onDone} />
    </Form>
  );
}
