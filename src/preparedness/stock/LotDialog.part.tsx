import { useState } from 'react';
import { type CommandState, useCommand } from '../../foundation/api/web.ts';
import { ChoiceField, Dialog, Form, FormActions, TextField, useSay } from '../../foundation/design-system/web.ts';
import { WarehouseField } from '../warehouses/web.ts';
import type { lock, move, release, reserve, unlock } from './lots.commands.ts';
import { QuantityField } from './QuantityField.part.tsx';
import type { Lot } from './stock-words.part.tsx';

const WORDS = {
  title: { zh: '批次 {batch}：{name}', en: 'Lot {batch}: {name}' },
  what: { zh: '办理事项', en: 'What to do' },
  reason: { zh: '原因', en: 'Reason' },
  note: { zh: '说明', en: 'Note' },
  quantity: { zh: '数量', en: 'Quantity' },
  to: { zh: '移入储备库', en: 'To the warehouse' },
} as const;

const STEPS = {
  lock: { zh: '锁定', en: 'Lock' },
  unlock: { zh: '解锁', en: 'Unlock' },
  move: { zh: '移库', en: 'Move' },
  reserve: { zh: '预留', en: 'Reserve' },
  release: { zh: '释放预留', en: 'Release' },
} as const;
type Step = keyof typeof STEPS;

/** What may be done with one lot: lock, move to another warehouse, hold back. */
export function LotDialog({ lot, onClose }: { lot: Lot; onClose: () => void }) {
  const say = useSay();
  const offered: Step[] = [
    ...(lot.state === 'locked' ? (['unlock'] as const) : (['lock'] as const)),
    ...(lot.quantity > lot.reservedQuantity ? (['move'] as const) : []),
    ...(lot.available > 0 ? (['reserve'] as const) : []),
    ...(lot.reservedQuantity > 0 ? (['release'] as const) : []),
  ];
  const [step, setStep] = useState<Step>(offered[0] ?? 'lock');
  const [text, setText] = useState('');
  const [quantity, setQuantity] = useState<number | null>(null);
  const [to, setTo] = useState<string>();
  const commands: Readonly<Record<Step, CommandState<never, unknown>>> = {
    lock: useCommand<typeof lock>('stock.lock') as CommandState<never, unknown>,
    unlock: useCommand<typeof unlock>('stock.unlock') as CommandState<never, unknown>,
    move: useCommand<typeof move>('stock.move') as CommandState<never, unknown>,
    reserve: useCommand<typeof reserve>('stock.reserve') as CommandState<never, unknown>,
    release: useCommand<typeof release>('stock.release') as CommandState<never, unknown>,
  };
  const state = commands[step];
  const isLock = step === 'lock' || step === 'unlock';
  const inputs: Readonly<Record<Step, object>> = {
    lock: { id: lot.id, reason: text },
    unlock: { id: lot.id, reason: text },
    move: { id: lot.id, quantity, toWarehouseId: to, note: text || null },
    reserve: { id: lot.id, quantity, note: text },
    release: { id: lot.id, quantity, note: text || null },
  };
  const submit = async () => {
    if (await state.run(inputs[step] as never)) onClose();
  };
  return (
    <Dialog title={say(WORDS.title, { batch: lot.batch, name: lot.supplyName })} isOpen onClose={onClose}>
      <Form onSubmit={() => void submit()} problem={state.problem} isWaiting={state.isWaiting}>
        <ChoiceField
          label={WORDS.what}
          as="buttons"
          value={step}
          choices={offered.map((value) => ({ value, label: STEPS[value] }))}
          onChange={setStep}
        />
        {step === 'move' && (
          <WarehouseField label={WORDS.to} name="toWarehouseId" value={to} onChange={setTo} isRequired />
        )}
        {!isLock && (
          <QuantityField
            label={WORDS.quantity}
            name="quantity"
            value={quantity}
            onChange={setQuantity}
            measure={lot.measure}
            isRequired
          />
        )}
        <TextField
          label={isLock ? WORDS.reason : WORDS.note}
          name={isLock ? 'reason' : 'note'}
          value={text}
          onChange={setText}
          maxLength={200}
          isRequired={isLock || step === 'reserve'}
        />
        <FormActions submit={STEPS[step]} isBusy={state.isRunning} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
