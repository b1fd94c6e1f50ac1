import { useState } from 'react';
import { useCommand } from '../../foundation/api/web.ts';
import { Dialog, Form, FormActions, TextAreaField, useSay } from '../../foundation/design-system/web.ts';
import { stocktakeLifecycle } from './stocktake.lifecycle.ts';
import type { Stocktake } from './stocktake-words.part.tsx';
import type { approve, cancel, recount, submit } from './stocktakes.commands.ts';

const of = stocktakeLifecycle.transitions;
export const STEPS = {
  submit: of.submit.label,
  recount: of.recount.label,
  approve: of.approve.label,
  cancel: of.cancel.label,
} as const;
export type Step = keyof typeof STEPS;

const WORDS = {
  note: { zh: '意见', en: 'Note' },
  reason: { zh: '原因', en: 'Reason' },
  submit: {
    zh: '提交后不能再改实盘数量；差异需说明原因并由他人审批。',
    en: 'Figures are final then; differences need a reason and a second person.',
  },
  approve: { zh: '按盈亏调整库存，记入流水。', en: 'Balances are adjusted by the differences, in the ledger.' },
  recount: { zh: '有差异的各行清空，重新清点。', en: 'Lines that differ are counted anew.' },
  cancel: { zh: '不调整库存。', en: 'No balance is changed.' },
} as const;

/** One step of a stocktake in its dialog. */
export function StocktakeStep({ row, step, onClose }: { row: Stocktake; step: Step; onClose: () => void }) {
  const say = useSay();
  const [text, setText] = useState('');
  const commands = {
    submit: useCommand<typeof submit>('stocktakes.submit'),
    recount: useCommand<typeof recount>('stocktakes.recount'),
    approve: useCommand<typeof approve>('stocktakes.approve'),
    cancel: useCommand<typeof cancel>('stocktakes.cancel'),
  };
  const options = { version: row.version };
  const send: Readonly<Record<Step, () => Promise<unknown>>> = {
    submit: () => commands.submit.run({ id: row.id }, options),
    recount: () => commands.recount.run({ id: row.id, note: text }, options),
    approve: () => commands.approve.run({ id: row.id, note: text || null }, options),
    cancel: () => commands.cancel.run({ id: row.id, reason: text }, options),
  };
  const { problem, isWaiting, isRunning } = commands[step];
  const onSubmit = async () => {
    if (await send[step]()) onClose();
  };
  return (
    <Dialog title={say(STEPS[step])} isOpen onClose={onClose}>
      <Form onSubmit={() => void onSubmit()} problem={problem} isWaiting={isWaiting}>
        <p>{say(WORDS[step])}</p>
        {step !== 'submit' && (
          <TextAreaField
            label={step === 'cancel' ? WORDS.reason : WORDS.note}
            name={step === 'cancel' ? 'reason' : 'note'}
            value={text}
            onChange={setText}
            maxLength={500}
            isRequired={step !== 'approve'}
          />
        )}
        <FormActions submit={STEPS[step]} isBusy={isRunning} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
