import { type ReactNode, useState } from 'react';
import { type CommandState, useCommand } from '../../foundation/api/web.ts';
import {
  CheckField,
  Dialog,
  Form,
  FormActions,
  InstantField,
  PhoneField,
  TextAreaField,
  TextField,
  useSay,
} from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { Approval } from './Approval.part.tsx';
import { Receipt } from './Receipt.part.tsx';
import type { close, dispatch, pickGoods, settle } from './shipping.commands.ts';
import { transferLifecycle } from './transfer.lifecycle.ts';
import type { Transfer } from './transfer-words.part.tsx';
import type { cancel, completePaper, reject, submit } from './transfers.commands.ts';

const of = transferLifecycle.transitions;
export const STEPS = {
  submit: of.submit.label,
  approve: of.approve.label,
  reject: of.reject.label,
  pick: of.pick.label,
  dispatch: of.dispatch.label,
  receive: of.receive.label,
  settle: { zh: '核定差异', en: 'Settle the difference' },
  completePaper: { zh: '补办手续', en: 'Complete the paper' },
  close: of.close.label,
  cancel: of.cancel.label,
} as const satisfies Record<string, Phrase>;
export type Step = keyof typeof STEPS;

const WORDS = {
  note: { zh: '意见', en: 'Note' },
  reason: { zh: '原因', en: 'Reason' },
  plate: { zh: '车牌', en: 'Plate' },
  driver: { zh: '司机', en: 'Driver' },
  phone: { zh: '司机电话', en: 'Driver’s phone' },
  expected: { zh: '预计到达', en: 'Expected at' },
  partial: { zh: '库存不足时有多少拣多少', en: 'Pick what there is where stock is short' },
  pickHint: {
    zh: '按先到期先出预留批次；发运前可撤销。',
    en: 'Lots are held, first expired first out, until it leaves.',
  },
  settleHint: {
    zh: '短少按运损核销，多收转入调入仓库。',
    en: 'What is missing is written off; a surplus comes onto the shelf.',
  },
} as const;

interface Props {
  readonly row: Transfer;
  readonly onClose: () => void;
}

/** One step of a transfer in its dialog; a refusal stays in it with its reason. */
export function TransferStep({ row, step, onClose }: Props & { step: Step }) {
  const say = useSay();
  const Body = BODIES[step];
  return (
    <Dialog
      title={say(STEPS[step])}
      isOpen
      onClose={onClose}
      size={step === 'approve' || step === 'receive' ? 'wide' : 'narrow'}
    >
      <Body row={row} onClose={onClose} />
    </Dialog>
  );
}

const BODIES: Readonly<Record<Step, (props: Props) => ReactNode>> = {
  submit: (props) => <Plain {...props} step="submit" state={useCommand<typeof submit>('transfers.submit')} />,
  approve: Approval,
  reject: (props) => (
    <Plain
      {...props}
      step="reject"
      state={useCommand<typeof reject>('transfers.reject')}
      field="note"
      label={WORDS.note}
      isRequired
    />
  ),
  pick: Pick,
  dispatch: Departure,
  receive: Receipt,
  settle: (props) => (
    <Plain
      {...props}
      step="settle"
      state={useCommand<typeof settle>('transfers.settle')}
      hint={WORDS.settleHint}
      field="note"
      label={WORDS.note}
      isRequired
    />
  ),
  completePaper: (props) => (
    <Plain
      {...props}
      step="completePaper"
      state={useCommand<typeof completePaper>('transfers.completePaper')}
      field="note"
      label={WORDS.note}
    />
  ),
  close: (props) => <Plain {...props} step="close" state={useCommand<typeof close>('transfers.close')} />,
  cancel: (props) => (
    <Plain
      {...props}
      step="cancel"
      state={useCommand<typeof cancel>('transfers.cancel')}
      field="reason"
      label={WORDS.reason}
      isRequired
    />
  ),
};

/** A step that needs a word at most. */
function Plain({
  row,
  onClose,
  step,
  state,
  field,
  label = WORDS.note,
  hint,
  isRequired = false,
}: Props & {
  step: Step;
  state: Pick<CommandState<never, unknown>, 'problem' | 'isWaiting' | 'isRunning'> & {
    run(input: never, options?: { version?: number }): Promise<unknown>;
  };
  field?: string;
  label?: Phrase;
  hint?: Phrase;
  isRequired?: boolean;
}) {
  const say = useSay();
  const [text, setText] = useState('');
  const send = async () => {
    const input = { id: row.id, ...(field ? { [field]: text || null } : {}) };
    if (await state.run(input as never, { version: row.version })) onClose();
  };
  return (
    <Form onSubmit={() => void send()} problem={state.problem} isWaiting={state.isWaiting}>
      {hint && <p>{say(hint)}</p>}
      {field && (
        <TextAreaField
          label={label}
          name={field}
          value={text}
          onChange={setText}
          maxLength={500}
          isRequired={isRequired}
        />
      )}
      <FormActions submit={STEPS[step]} isBusy={state.isRunning} onCancel={onClose} />
    </Form>
  );
}

function Pick({ row, onClose }: Props) {
  const say = useSay();
  const picking = useCommand<typeof pickGoods>('transfers.pick');
  const [isPartialAllowed, setPartial] = useState(false);
  const send = async () => {
    if (await picking.run({ id: row.id, isPartialAllowed }, { version: row.version })) onClose();
  };
  return (
    <Form onSubmit={() => void send()} problem={picking.problem} isWaiting={picking.isWaiting}>
      <p>{say(WORDS.pickHint)}</p>
      <CheckField label={WORDS.partial} isChecked={isPartialAllowed} onChange={setPartial} />
      <FormActions submit={STEPS.pick} isBusy={picking.isRunning} onCancel={onClose} />
    </Form>
  );
}

function Departure({ row, onClose }: Props) {
  const sending = useCommand<typeof dispatch>('transfers.dispatch');
  const [vehiclePlate, setPlate] = useState(row.vehiclePlate ?? '');
  const [driver, setDriver] = useState(row.driver ?? '');
  const [driverPhone, setPhone] = useState('');
  const [expectedAt, setExpectedAt] = useState<string | undefined>(row.expectedAt ?? undefined);
  const send = async () => {
    const vehicle = { vehiclePlate, driver, driverPhone: driverPhone || null, expectedAt: expectedAt ?? null };
    if (await sending.run({ id: row.id, ...vehicle }, { version: row.version })) onClose();
  };
  return (
    <Form onSubmit={() => void send()} problem={sending.problem} isWaiting={sending.isWaiting}>
      <TextField
        label={WORDS.plate}
        name="vehiclePlate"
        value={vehiclePlate}
        onChange={setPlate}
        maxLength={20}
        isRequired
      />
      <TextField label={WORDS.driver} name="driver" value={driver} onChange={setDriver} maxLength={40} isRequired />
      <PhoneField label={WORDS.phone} name="driverPhone" value={driverPhone} onChange={setPhone} />
      <InstantField label={WORDS.expected} name="expectedAt" value={expectedAt} onChange={setExpectedAt} isRequired />
      <FormActions submit={STEPS.dispatch} isBusy={sending.isRunning} onCancel={onClose} />
    </Form>
  );
}
