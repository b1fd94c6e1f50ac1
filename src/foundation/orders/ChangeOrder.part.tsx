import { useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { type OutputOf, useCommand } from '../api/web.ts';
import {
  Button,
  ChoiceField,
  CountsField,
  Dialog,
  Form,
  FormActions,
  go,
  InstantField,
  TextAreaField,
  TextField,
  useSay,
} from '../design-system/web.ts';
import type { record } from './assignments.views.ts';
import type { change } from './change.commands.ts';
import { EVIDENCE } from './define.ts';
import { order, PRIORITIES } from './order.register.ts';

type Card = OutputOf<typeof record>;

const WORDS = {
  change: { zh: '变更指令', en: 'Change the order' },
  how: {
    zh: '原指令保留，新指令代替它，下达给所有未办结的承办人，并写明变更之处。',
    en: 'The order stays as it is; a new one takes its place for everybody who still owes it and says what is different.',
  },
  reason: { zh: '变更原因', en: 'Reason of the change' },
} as const satisfies Record<string, Phrase>;
const { title, content, priority, placeText, evidenceAsked, finishDueAt } = order.fields;

/** 变更: what is different is written into the old wording. */
export function ChangeOrder({ card }: { card: Card }) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  if (!card.may.includes('cancel')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say(WORDS.change)}</Button>
      <Dialog title={say(WORDS.change)} size="wide" isOpen={isOpen} onClose={() => setOpen(false)}>
        {isOpen && <Change card={card} onDone={() => setOpen(false)} />}
      </Dialog>
    </>
  );
}

function Change({ card, onDone }: { card: Card; onDone: () => void }) {
  const say = useSay();
  const changing = useCommand<typeof change>('orders.change');
  const [words, setWords] = useState({
    title: card.title,
    content: card.content,
    placeText: card.placeText ?? '',
    reason: '',
  });
  const [urgency, setUrgency] = useState(card.priority);
  const [evidence, setEvidence] = useState(card.evidenceAsked);
  const [dueAt, setDueAt] = useState(card.orderFinishDueAt ?? undefined);
  const set = (name: keyof typeof words) => (value: string) => setWords({ ...words, [name]: value });
  const submit = async () => {
    const changed = await changing.run({
      ...words,
      id: card.orderId,
      priority: urgency,
      evidenceAsked: evidence,
      finishDueAt: dueAt ?? null,
    });
    if (!changed) return;
    onDone();
    const [first] = changed.assignments;
    if (first) go(`/assignments/${first.id}`);
  };
  const field = (name: 'title' | 'placeText', label: Phrase, max: number) => (
    <TextField label={label} name={name} value={words[name]} onChange={set(name)} maxLength={max} />
  );
  return (
    <Form onSubmit={() => void submit()} problem={changing.problem} isWaiting={changing.isWaiting}>
      <p className="soft">{say(WORDS.how)}</p>
      {field('title', title.label, 200)}
      <TextAreaField
        label={content.label}
        name="content"
        value={words.content}
        onChange={set('content')}
        maxLength={4000}
        isRequired
      />
      <ChoiceField
        label={priority.label}
        name="priority"
        value={urgency}
        onChange={setUrgency}
        choices={PRIORITIES.map(({ id, label }) => ({ value: id, label }))}
        as="buttons"
      />
      <CountsField
        label={evidenceAsked.label}
        name="evidenceAsked"
        options={EVIDENCE}
        value={evidence}
        onChange={setEvidence}
      />
      <InstantField label={finishDueAt.label} name="finishDueAt" value={dueAt} onChange={setDueAt} />
      {field('placeText', placeText.label, 500)}
      <TextAreaField
        label={WORDS.reason}
        name="reason"
        value={words.reason}
        onChange={set('reason')}
        maxLength={500}
        isRequired
      />
      <FormActions submit={WORDS.change} isBusy={changing.isRunning} onCancel={onDone} />
    </Form>
  );
}
