import { useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { useCommand } from '../api/web.ts';
import { Button, Dialog, Form, FormActions, TextField, useMay, useSay } from '../design-system/web.ts';
import type { reveal } from './personal-data.commands.ts';

const WORDS = {
  show: { zh: '显示', en: 'Show' },
  title: { zh: '显示{name}的{field}', en: 'Show the {field} of {name}' },
  reason: { zh: '事由', en: 'Reason' },
  hint: {
    zh: '谁在何时因何查看，记入该人员的大事记。',
    en: 'Who looked, when and why is kept on this person’s timeline.',
  },
} as const satisfies Record<string, Phrase>;

/**
 * A contact that the server gave masked (`100****1017`); whoever may see it whole gives a reason first. The whole value
 * stays on this screen only. `kind` makes it a link that calls or writes.
 */
export function MaskedValue({
  register,
  recordId,
  field,
  label,
  name,
  masked,
  kind,
}: {
  register: string;
  recordId: string;
  /** Name of the field in its register, and what it is called. */
  field: string;
  label: Phrase;
  /** Whose it is. */
  name: string;
  masked: string | null;
  kind?: 'tel' | 'mailto';
}) {
  const say = useSay();
  const may = useMay();
  const revealing = useCommand<typeof reveal>('personalData.reveal');
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [whole, setWhole] = useState<string>();
  if (masked === null) return <>—</>;
  if (whole !== undefined) return kind ? <a href={`${kind}:${whole}`}>{whole}</a> : whole;
  const close = () => {
    setAsking(false);
    revealing.clear();
  };
  const send = async () => {
    const answer = await revealing.run({ register, recordId, field, reason });
    if (!answer) return;
    setAsking(false);
    setWhole(answer.value ?? '—');
  };
  const title = say(WORDS.title, { name, field: say(label) });
  return (
    <span className="masked-value">
      {masked}
      {may('personal_data.reveal') && (
        <Button kind="bare" aria-label={title} onClick={() => setAsking(true)}>
          {say(WORDS.show)}
        </Button>
      )}
      <Dialog title={title} isOpen={isAsking} onClose={close}>
        <Form onSubmit={() => void send()} problem={revealing.problem} isWaiting={revealing.isWaiting}>
          <TextField
            label={WORDS.reason}
            name="reason"
            hint={WORDS.hint}
            isRequired
            autoFocus
            maxLength={500}
            value={reason}
            onChange={setReason}
          />
          <FormActions submit={WORDS.show} isBusy={revealing.isRunning} onCancel={close} />
        </Form>
      </Dialog>
    </span>
  );
}
