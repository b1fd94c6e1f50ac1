import { useState } from 'react';
import { useCommand } from '../../foundation/api/web.ts';
import { Dialog, Form, FormActions, TextAreaField, TextField, useSay } from '../../foundation/design-system/web.ts';
import { UnitField } from '../../foundation/organisation/web.ts';
import { intake } from './intake.register.ts';
import type { dismiss, transfer } from './outcomes.commands.ts';

const WORDS = {
  dismiss: {
    title: { zh: '判为误报', en: 'Dismiss as false' },
    reason: { zh: '依据', en: 'Why it is false' },
    submit: { zh: '判为误报', en: 'Dismiss' },
  },
  transfer: {
    title: { zh: '转办', en: 'Transfer' },
    reason: { zh: '转办理由和要求', en: 'Why, and what is asked' },
    submit: { zh: '转办', en: 'Transfer' },
  },
  unit: { zh: '转给本区单位', en: 'To a unit of the district' },
  unitHint: { zh: '该单位值班室会收到并签收', en: 'Its duty room is told and receives it' },
} as const;
const { transferredTo } = intake.fields;

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
  const [unitId, setUnit] = useState<string>();
  const [to, setTo] = useState('');
  const submit = async () => {
    const target = step === 'transfer' ? { ...(unitId ? { unitId } : {}), ...(to ? { to } : {}) } : {};
    if (await ending.run({ id: report.id, reason, ...target }, { version: report.version })) onClose();
  };
  return (
    <Form onSubmit={() => void submit()} problem={ending.problem} isWaiting={ending.isWaiting}>
      {step === 'transfer' && (
        <>
          <UnitField label={WORDS.unit} name="unitId" value={unitId} onChange={setUnit} hint={WORDS.unitHint} />
          {!unitId && <TextField label={transferredTo.label} name="to" value={to} onChange={setTo} maxLength={60} />}
        </>
      )}
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
