import { useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { useCommand } from '../api/web.ts';
import { Button, Dialog, Form, FormActions, TextAreaField, useSay } from '../design-system/web.ts';
import type { Card } from './OrderTile.part.tsx';
import type { cancel } from './orders.commands.ts';

const WORDS = {
  cancel: { zh: '撤销指令', en: 'Cancel the order' },
  everybody: {
    zh: '指令的全部承办人都会收到撤销通知。',
    en: 'Everybody the order was given to is told.',
  },
  reason: { zh: '原因', en: 'Reason' },
} as const satisfies Record<string, Phrase>;

/** 撤销: for the whole order, with the reason that its people read. */
export function CancelOrder({ card }: { card: Pick<Card, 'orderId' | 'may'> }) {
  const say = useSay();
  const cancelling = useCommand<typeof cancel>('orders.cancel');
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  if (!card.may.includes('cancel')) return null;
  const submit = async () => {
    if (await cancelling.run({ id: card.orderId, reason })) setOpen(false);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say(WORDS.cancel)}</Button>
      <Dialog title={say(WORDS.cancel)} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Form onSubmit={() => void submit()} problem={cancelling.problem} isWaiting={cancelling.isWaiting}>
          <p className="soft">{say(WORDS.everybody)}</p>
          <TextAreaField
            label={WORDS.reason}
            name="reason"
            value={reason}
            onChange={setReason}
            maxLength={500}
            isRequired
          />
          <FormActions submit={WORDS.cancel} isBusy={cancelling.isRunning} onCancel={() => setOpen(false)} />
        </Form>
      </Dialog>
    </>
  );
}
