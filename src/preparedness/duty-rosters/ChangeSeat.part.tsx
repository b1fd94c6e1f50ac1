import { useState } from 'react';
import { useCommand } from '../../foundation/api/web.ts';
import {
  Button,
  ChoiceField,
  Contributions,
  Dialog,
  Form,
  FormActions,
  TextField,
  useSay,
} from '../../foundation/design-system/web.ts';
import { dutyShift } from '../duty-shifts/duty-shift.register.ts';
import { dutyLabel, shiftEdge } from '../duty-shifts/web.ts';
import type { assign, cancel, enter } from './duty-shifts.commands.ts';
import type { Roster, Seat } from './MonthSheet.part.tsx';

const { personId: who, substituteId: substitute } = dutyShift.fields;
const WORDS = {
  save: { zh: '安排', en: 'Save' },
  nobody: { zh: '（空缺）', en: '(empty)' },
  none: { zh: '（无）', en: '(none)' },
  cancel: { zh: '取消此班', en: 'Cancel the shift' },
  why: { zh: '取消原因', en: 'Reason' },
  inMonth: { zh: '{name}（本月 {shifts} 班）', en: '{name} ({shifts} this month)' },
} as const;

/** One seat by a form: who has it, who stands in; or it is cancelled with a reason. */
export function ChangeSeat({ seat, roster, onClose }: { seat: Seat; roster: Roster; onClose: () => void }) {
  const say = useSay();
  const assigning = useCommand<typeof assign>('dutyShifts.assign');
  const entering = useCommand<typeof enter>('dutyShifts.enter');
  const cancelling = useCommand<typeof cancel>('dutyShifts.cancel');
  const [person, setPerson] = useState(seat.personId ?? '');
  const [second, setSecond] = useState(seat.substituteId ?? '');
  const [reason, setReason] = useState('');
  const members = roster.members.filter(({ dutyKind }) => dutyKind === seat.dutyKind);
  const items = members.map(({ personId, name, month }) => {
    const text = say(WORDS.inMonth, { name, shifts: month.shifts });
    return { value: personId, label: { zh: text, en: text } };
  });
  const known = new Set(members.map(({ personId }) => personId));
  // Somebody who was put here by a sheet or a swap need not be in the rota.
  const others = [
    { value: seat.personId ?? '', name: seat.personName },
    { value: seat.substituteId ?? '', name: seat.substituteName },
  ]
    .filter(
      ({ value }, index, list) => value && !known.has(value) && list.findIndex((one) => one.value === value) === index,
    )
    .map(({ value, name }) => ({ value, label: { zh: name, en: name } }));
  const unitId = roster.unitId;
  const submit = async () => {
    const done = seat.id
      ? await assigning.run({ id: seat.id, personId: person || null, substituteId: second || null })
      : await entering.run({
          unitId,
          dutyKind: seat.dutyKind,
          startsAt: seat.startsAt,
          endsAt: seat.endsAt,
          seat: seat.seat,
          personId: person,
          substituteId: second || null,
          note: null,
        });
    if (done) onClose();
  };
  const title = `${say(dutyLabel(seat.dutyKind))} ${shiftEdge(seat.startsAt)} – ${shiftEdge(seat.endsAt)}`;
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <Form
        onSubmit={() => void submit()}
        problem={assigning.problem ?? entering.problem}
        isWaiting={assigning.isWaiting || entering.isWaiting}
      >
        <ChoiceField
          label={who.label}
          name="personId"
          value={person}
          onChange={setPerson}
          choices={[...(seat.id ? [{ value: '', label: WORDS.nobody }] : []), ...items, ...others]}
        />
        <ChoiceField
          label={substitute.label}
          name="substituteId"
          value={second}
          onChange={setSecond}
          choices={[{ value: '', label: WORDS.none }, ...items.filter(({ value }) => value !== person), ...others]}
        />
        <FormActions submit={WORDS.save} isBusy={assigning.isRunning || entering.isRunning} onCancel={onClose} />
      </Form>
      {seat.id && <Contributions at="shift.actions" props={{ seat, roster, onClose }} />}
      {seat.id && (
        <Form
          onSubmit={() => {
            const id = seat.id ?? '';
            void cancelling.run({ id, reason }).then((done) => done && onClose());
          }}
          problem={cancelling.problem}
          isWaiting={cancelling.isWaiting}
        >
          <TextField label={WORDS.why} name="reason" value={reason} onChange={setReason} maxLength={200} isRequired />
          <Button kind="danger" type="submit" isBusy={cancelling.isRunning}>
            {say(WORDS.cancel)}
          </Button>
        </Form>
      )}
    </Dialog>
  );
}
