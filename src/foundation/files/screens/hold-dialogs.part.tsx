import { useState } from 'react';
import { originalAddress, useCommand } from '../../api/web.ts';
import { Button, Dialog, Form, FormActions, TextAreaField, TextField, useSay } from '../../design-system/web.ts';
import { PersonField } from '../../organisation/web.ts';
import type { lift, place } from '../custody/file-holds.commands.ts';
import type { transfer } from '../files.commands.ts';

const WORDS = {
  lift: { zh: '解除保全', en: 'Lift' },
  place: { zh: '证据保全', en: 'Place a legal hold' },
  scope: {
    zh: '保全期间任何人不能销毁，到期也不销毁。',
    en: 'While it is held nobody can destroy it, whatever retention says.',
  },
  reason: { zh: '事由', en: 'Reason' },
  caseNumber: { zh: '案号或文号', en: 'Number of the case' },
  transfer: { zh: '移交', en: 'Transfer' },
  to: { zh: '接收人', en: 'To' },
  download: { zh: '下载原件', en: 'Take the original' },
  downloadHint: {
    zh: '原件含拍摄位置等信息。谁在何时因何下载，记入经手记录。',
    en: 'The original may tell place and device. Who took it, when and why is kept in its custody.',
  },
} as const;

interface DialogProps {
  readonly onClose: () => void;
}

export function LiftHold({ id }: { id: string }) {
  const say = useSay();
  const lifting = useCommand<typeof lift>('fileHolds.lift');
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const submit = async () => {
    if (await lifting.run({ id, reason })) setOpen(false);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say(WORDS.lift)}</Button>
      <Dialog title={say(WORDS.lift)} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Form onSubmit={() => void submit()} problem={lifting.problem} isWaiting={lifting.isWaiting}>
          <Reason value={reason} onChange={setReason} />
          <FormActions submit={WORDS.lift} isBusy={lifting.isRunning} onCancel={() => setOpen(false)} />
        </Form>
      </Dialog>
    </>
  );
}

export function PlaceHold({ register, id, onClose }: DialogProps & { register: string; id: string }) {
  const say = useSay();
  const placing = useCommand<typeof place>('fileHolds.place');
  const [reason, setReason] = useState('');
  const [caseNumber, setCaseNumber] = useState('');
  const submit = async () => {
    if (await placing.run({ register, recordId: id, reason, ...(caseNumber ? { caseNumber } : {}) })) onClose();
  };
  return (
    <Form onSubmit={() => void submit()} problem={placing.problem} isWaiting={placing.isWaiting}>
      <p className="soft">{say(WORDS.scope)}</p>
      <Reason value={reason} onChange={setReason} />
      <TextField
        label={WORDS.caseNumber}
        name="caseNumber"
        value={caseNumber}
        onChange={setCaseNumber}
        maxLength={100}
      />
      <FormActions submit={WORDS.place} isBusy={placing.isRunning} onCancel={onClose} />
    </Form>
  );
}

export function Transfer({ id, onClose }: DialogProps & { id: string }) {
  const transferring = useCommand<typeof transfer>('files.transfer');
  const [toPersonId, setTo] = useState<string>();
  const [reason, setReason] = useState('');
  const submit = async () => {
    if (await transferring.run({ id, toPersonId: toPersonId ?? '', reason })) onClose();
  };
  return (
    <Form onSubmit={() => void submit()} problem={transferring.problem} isWaiting={transferring.isWaiting}>
      <PersonField label={WORDS.to} name="toPersonId" value={toPersonId} onChange={setTo} isRequired />
      <Reason value={reason} onChange={setReason} />
      <FormActions submit={WORDS.transfer} isBusy={transferring.isRunning} onCancel={onClose} />
    </Form>
  );
}

/** The browser fetches the file itself: a recording of 500 MB does not go through the page's memory. */
export function TakeOriginal({ id, onClose }: DialogProps & { id: string }) {
  const say = useSay();
  const [reason, setReason] = useState('');
  const submit = () => {
    if (reason.trim().length < 2) return;
    const link = document.createElement('a');
    link.href = originalAddress(id, reason.trim());
    link.download = '';
    link.click();
    onClose();
  };
  return (
    <Form onSubmit={submit}>
      <p className="soft">{say(WORDS.downloadHint)}</p>
      <Reason value={reason} onChange={setReason} />
      <FormActions submit={WORDS.download} onCancel={onClose} />
    </Form>
  );
}

function Reason({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <TextAreaField label={WORDS.reason} name="reason" value={value} onChange={onChange} maxLength={500} isRequired />
  );
}
