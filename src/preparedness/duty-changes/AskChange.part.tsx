import { useState } from 'react';
import { useCommand, useView } from '../../foundation/api/web.ts';
import {
  Button,
  ChoiceField,
  Dialog,
  Form,
  FormActions,
  TextField,
  useMay,
  useSay,
} from '../../foundation/design-system/web.ts';
import { shiftEdge } from '../duty-shifts/web.ts';
import { CHANGE_KINDS, dutyChange } from './duty-change.register.ts';
import type { ask } from './duty-changes.commands.ts';
import type { colleagues } from './duty-changes.views.ts';

const { fields: of } = dutyChange;
const WORDS = {
  ask: { zh: '申请换班', en: 'Change this shift' },
  send: { zh: '提交申请', en: 'Ask' },
  whom: { zh: '（请选择）', en: '(choose)' },
} as const;

/** 申请换班 of one's own shift, by hand or phone. */
export default function AskChange({ shift }: { shift: { id: string; startsAt: string; isSubstitute?: boolean } }) {
  const say = useSay();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  if (!may('duty_change.ask') || shift.isSubstitute || new Date(shift.startsAt) <= new Date()) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say(WORDS.ask)}</Button>
      {isOpen && (
        <Dialog title={`${say(WORDS.ask)} ${shiftEdge(shift.startsAt)}`} isOpen onClose={() => setOpen(false)}>
          <Ask shiftId={shift.id} onClose={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  );
}

function Ask({ shiftId, onClose }: { shiftId: string; onClose: () => void }) {
  const asking = useCommand<typeof ask>('dutyChanges.ask');
  const view = useView<typeof colleagues>('dutyChanges.colleagues', { shiftId });
  const [changeKind, setKind] = useState<(typeof CHANGE_KINDS)[number]['id']>('swap');
  const [toId, setTo] = useState('');
  const [otherShiftId, setOther] = useState('');
  const [reason, setReason] = useState('');
  const people = view.data?.items ?? [];
  const theirs = people.find(({ personId }) => personId === toId)?.shifts ?? [];
  const submit = async () => {
    const made = await asking.run({
      shiftId,
      changeKind,
      toId,
      reason,
      ...(changeKind === 'swap' && otherShiftId ? { otherShiftId } : {}),
    });
    if (made) onClose();
  };
  return (
    <Form onSubmit={() => void submit()} problem={asking.problem} isWaiting={asking.isWaiting}>
      <ChoiceField
        label={of.changeKind.label}
        name="changeKind"
        value={changeKind}
        onChange={setKind}
        choices={CHANGE_KINDS.map(({ id, label }) => ({ value: id, label }))}
        as="buttons"
      />
      <ChoiceField
        label={of.toId.label}
        name="toId"
        value={toId}
        onChange={(value) => {
          setTo(value);
          setOther('');
        }}
        choices={[
          { value: '', label: WORDS.whom },
          ...people.map(({ personId, name }) => ({ value: personId, label: { zh: name, en: name } })),
        ]}
      />
      {changeKind === 'swap' && (
        <ChoiceField
          label={of.otherShiftId.label}
          name="otherShiftId"
          value={otherShiftId}
          onChange={setOther}
          choices={[
            { value: '', label: WORDS.whom },
            ...theirs.map((one) => {
              const text = `${shiftEdge(one.startsAt)} – ${shiftEdge(one.endsAt)}`;
              return { value: one.id, label: { zh: text, en: text } };
            }),
          ]}
        />
      )}
      <TextField label={of.reason.label} name="reason" value={reason} onChange={setReason} maxLength={300} isRequired />
      <FormActions submit={WORDS.send} isBusy={asking.isRunning} onCancel={onClose} />
    </Form>
  );
}
