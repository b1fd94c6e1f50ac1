import { useState } from 'react';
import type { Phrase } from '../../../kernel/phrases.ts';
import { useCommand } from '../../api/web.ts';
import { Dialog, Form, FormActions, InstantField, TextField, useSay } from '../../design-system/web.ts';
import { PersonField } from '../PersonField.part.tsx';
import type { Holder } from '../unit-node.part.tsx';
import type { appoint, correct, end } from './appointments.commands.ts';

export interface Appointing {
  readonly step: 'appoint' | 'deputy' | 'end';
  readonly holder: Holder;
}

const WORDS = {
  appoint: { zh: '任命', en: 'Appoint' },
  deputy: { zh: '指定代理', en: 'Name a deputy' },
  end: { zh: '免职', en: 'End the appointment' },
  person: { zh: '人员', en: 'Person' },
  from: { zh: '任职时间', en: 'From' },
  fromHint: { zh: '不填为现在', en: 'Now, if left empty' },
  until: { zh: '离任时间', en: 'Until' },
  untilHint: { zh: '不填为长期', en: 'Without an end, if left empty' },
  acting: { zh: '代理主持原因', en: 'Acts because' },
  actingHint: {
    zh: '填写后即代理主持：指令直接送达代理人，须填离任时间。不填仅在本人未应答时转代理人。',
    en: 'If filled, the deputy acts at once and needs an end; if not, the deputy is asked when the holder is silent.',
  },
  correct: { zh: '更正任职', en: 'Correct the appointment' },
  reason: { zh: '更正原因', en: 'Reason' },
  reasonHint: {
    zh: '原来登记的时间保留在「任职认定记录」中，可按当时所知查询。',
    en: 'What was recorded stays on record and can be asked for as it was known then.',
  },
  endAt: { zh: '免职时间', en: 'Ends at' },
  endHint: {
    zh: '不填为现在。权限随任职在该时刻终止，任职记录保留。',
    en: 'Now, if left empty. The rights end at that moment; the appointment stays on record.',
  },
} as const satisfies Record<string, Phrase>;

/** Dates that were recorded wrongly are put right; what was believed stays on record. */
export function CorrectDialog({
  of: wrong,
  onClose,
}: {
  of: { appointmentId: string | null; postName: string; validFrom: string | null; validTo: string | null };
  onClose: () => void;
}) {
  const say = useSay();
  const correcting = useCommand<typeof correct>('appointments.correct');
  const [from, setFrom] = useState(wrong.validFrom ?? undefined);
  const [until, setUntil] = useState(wrong.validTo ?? undefined);
  const [reason, setReason] = useState('');
  const send = async () => {
    if (!wrong.appointmentId || !from) return;
    if (await correcting.run({ id: wrong.appointmentId, from, until: until ?? null, reason })) onClose();
  };
  return (
    <Dialog title={`${say(WORDS.correct)} · ${wrong.postName}`} isOpen onClose={onClose}>
      <Form onSubmit={() => void send()} problem={correcting.problem} isWaiting={correcting.isWaiting}>
        <InstantField label={WORDS.from} name="from" value={from} onChange={setFrom} isRequired />
        <InstantField label={WORDS.until} name="until" hint={WORDS.untilHint} value={until} onChange={setUntil} />
        <TextField
          label={WORDS.reason}
          name="reason"
          hint={WORDS.reasonHint}
          isRequired
          value={reason}
          onChange={setReason}
          maxLength={300}
        />
        <FormActions submit={WORDS.correct} isBusy={correcting.isRunning} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}

/** A person takes a post, stands in for its holder, or leaves it. */
export function AppointDialog({ of: appointing, onClose }: { of: Appointing | undefined; onClose: () => void }) {
  const say = useSay();
  if (!appointing) return null;
  const { step, holder } = appointing;
  const whom = step === 'appoint' ? holder.postName : `${holder.postName} ${holder.personName}`;
  return (
    <Dialog title={`${say(WORDS[step])} · ${whom}`} isOpen onClose={onClose}>
      {step === 'end' ? (
        <End holder={holder} onClose={onClose} />
      ) : (
        <Appoint holder={holder} isDeputy={step === 'deputy'} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Appoint({ holder, isDeputy, onClose }: { holder: Holder; isDeputy: boolean; onClose: () => void }) {
  const appointing = useCommand<typeof appoint>('appointments.appoint');
  const [personId, setPerson] = useState<string>();
  const [from, setFrom] = useState<string>();
  const [until, setUntil] = useState<string>();
  const [reason, setReason] = useState('');
  const send = async () => {
    if (!personId) return;
    const answer = await appointing.run({
      personId,
      postId: holder.postId,
      ...(from ? { from } : {}),
      ...(until ? { until } : {}),
      ...(isDeputy && holder.appointmentId ? { deputisesFor: holder.appointmentId } : {}),
      ...(isDeputy && reason ? { actingReason: reason } : {}),
    });
    if (answer) onClose();
  };
  return (
    <Form onSubmit={() => void send()} problem={appointing.problem} isWaiting={appointing.isWaiting}>
      <PersonField label={WORDS.person} name="personId" isRequired value={personId} onChange={setPerson} />
      <InstantField label={WORDS.from} name="from" hint={WORDS.fromHint} value={from} onChange={setFrom} />
      <InstantField label={WORDS.until} name="until" hint={WORDS.untilHint} value={until} onChange={setUntil} />
      {isDeputy && (
        <TextField
          label={WORDS.acting}
          name="actingReason"
          hint={WORDS.actingHint}
          value={reason}
          onChange={setReason}
          maxLength={200}
        />
      )}
      <FormActions submit={isDeputy ? WORDS.deputy : WORDS.appoint} isBusy={appointing.isRunning} onCancel={onClose} />
    </Form>
  );
}

function End({ holder, onClose }: { holder: Holder; onClose: () => void }) {
  const ending = useCommand<typeof end>('appointments.end');
  const [at, setAt] = useState<string>();
  const send = async () => {
    if (holder.appointmentId && (await ending.run({ id: holder.appointmentId, ...(at ? { at } : {}) }))) onClose();
  };
  return (
    <Form onSubmit={() => void send()} problem={ending.problem} isWaiting={ending.isWaiting}>
      <InstantField label={WORDS.endAt} name="at" hint={WORDS.endHint} value={at} onChange={setAt} />
      <FormActions submit={WORDS.end} isBusy={ending.isRunning} onCancel={onClose} />
    </Form>
  );
}
