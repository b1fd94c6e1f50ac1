import { useState } from 'react';
import { useCommand } from '../../foundation/api/web.ts';
import { Dialog, Form, FormActions, TextAreaField, useSay } from '../../foundation/design-system/web.ts';
import type { dismiss, transfer } from './intake.commands.ts';

const WORDS = {
  dismiss: {
    title: { zh: '判为误报', en: 'Dismiss as false' },
    reason: { zh: '依据', en: 'Why it is false' },
    submit: { zh: '判为误报', en: 'Dismiss' },
  },
  transfer: {
    title: { zh: '转办', en: 'Transfer' },
    reason: { zh: '转给谁、为什么', en: 'To whom and why' },
    submit: { zh: '转办', en: 'Transfer' },
  },
} as const;

/** A report that becomes no incident ends with a reason; its clock is cancelled. */
export function OutcomeDialog({
  report,
  step,
  onClose,
}: {
  report: { id: string; version: number };
  step: 'dismiss' | 'transfer' | undefined;
  onClose: () => void;
}) {
  const say = useSay();
  if (!step) return null;
  return (
    <Dialog title={say(WORDS[step].title)} isOpen onClose={onClose}>
      <Outcome report={report} step={step} onClose={onClose} />
    </Dialog>
  );
}

function Outcome({
  report,
  step,
  onClose,
}: {
  report: { id: string; version: number };
  step: 'dismiss' | 'transfer';
  onClose: () => void;
}) {
  const ending = useCommand<typeof dismiss | typeof transfer>(`intake.${step}`);
  const [reason, setReason] = useState('');
  const submit = async () => {
    if (await ending.run({ id: report.id, reason }, { version: report.version })) onClose();
  };
  return (
    <Form onSubmit={() => void submit()} problem={ending.problem} isWaiting={ending.isWaiting}>
      <TextAreaField
        label={WORDS[step].reason}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={500}
        isRequired
      />
      <FormActions submit={WORDS[step].submit} isBusy={ending.isRunning} onCancel={onClose} />
    </Form>
  );
}
