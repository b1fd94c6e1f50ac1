import { useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { useCommand } from '../api/web.ts';
import { Button, ChoiceField, choicesOf, Dialog, Form, FormActions, toast, useSay } from '../design-system/web.ts';
import { HAND_CHOICES } from './channels/names.rules.ts';
import type { followUp } from './hand/by-hand.commands.ts';
import { NOTHING_TOLD, receiptOf, type Told, ToldFields } from './hand/ToldFields.part.tsx';

const WORDS = {
  enter: { zh: '登记落实', en: 'Enter a follow-up' },
  how: { zh: '怎样通知', en: 'How they were told' },
  kept: { zh: '已登记', en: 'Entered' },
} as const satisfies Record<string, Phrase>;

export interface FollowedUp {
  readonly messageId: string;
  readonly ladderId: string;
  /** Who was silent. */
  readonly name: string;
  readonly choices: readonly { readonly id: string; readonly label: Phrase }[];
}

/** Somebody has telephoned or gone to an addressee who was silent, and says what came of it. */
export function FollowUpButton(of: FollowedUp) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <OpenFollowUp name={of.name} onOpen={() => setOpen(true)} />
      {isOpen && <FollowUpDialog {...of} onClose={() => setOpen(false)} />}
    </>
  );
}

export function OpenFollowUp({ name, onOpen }: { name: string; onOpen: () => void }) {
  const say = useSay();
  return (
    <Button kind="bare" aria-label={`${say(WORDS.enter)} ${name}`} onClick={onOpen}>
      {say(WORDS.enter)}
    </Button>
  );
}

/** Stands beside a list whose lines come and go: what somebody is typing stays, also when the line is settled meanwhile. */
export function FollowUpDialog({ messageId, ladderId, name, choices, onClose }: FollowedUp & { onClose: () => void }) {
  const say = useSay();
  const entering = useCommand<typeof followUp>('messages.followUp');
  const [channel, setChannel] = useState<(typeof HAND_CHOICES)[number]['id']>('phone');
  const [told, setTold] = useState<Told>(NOTHING_TOLD);
  const submit = async () => {
    if (!(await entering.run({ id: messageId, ladderId, channel, ...receiptOf(told) }))) return;
    onClose();
    toast(WORDS.kept);
  };
  return (
    <Dialog title={`${say(WORDS.enter)} · ${name}`} isOpen onClose={onClose}>
      <Form onSubmit={() => void submit()} problem={entering.problem} isWaiting={entering.isWaiting}>
        <ChoiceField
          label={WORDS.how}
          name="channel"
          value={channel}
          onChange={setChannel}
          choices={choicesOf(HAND_CHOICES)}
          isRequired
        />
        <ToldFields told={told} onChange={setTold} choices={choices} />
        <FormActions submit={WORDS.enter} isBusy={entering.isRunning} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
