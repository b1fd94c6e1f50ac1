import { useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { useCommand } from '../api/web.ts';
import {
  Button,
  ChoiceField,
  Dialog,
  Form,
  FormActions,
  go,
  TextAreaField,
  TextField,
  toast,
  useKeys,
  useMay,
  useSay,
} from '../design-system/web.ts';
import { type Addressee, AddresseeFields } from './AddresseeFields.part.tsx';
import { ASKS } from './ladder/ladder.rules.ts';
import { MESSAGE_PRIORITIES, message } from './message.register.ts';
import type { send } from './messages.commands.ts';

const WORDS = {
  open: { zh: '发消息', en: 'Send a message' },
  send: { zh: '发送', en: 'Send' },
  sent: { zh: '已发送，可在送达页跟进', en: 'Sent; follow it on its page' },
  choices: { zh: '可选答复（每行一个）', en: 'Answers to choose from, one a line' },
  urgency: { zh: '紧急程度', en: 'Priority' },
  asks: { zh: '要求对方', en: 'They are to' },
} as const satisfies Record<string, Phrase>;

const { headingZh, textZh } = message.fields;
const PRIORITIES = MESSAGE_PRIORITIES.map(({ id, label }) => ({ value: id, label }));
/** A deed is asked by what knows when it is done, never by a letter that somebody writes. */
const WISHES = ASKS.flatMap(({ id, label }) => (id === 'deed' ? [] : [{ value: id, label }]));

/** 发消息: to people, rooms or roles; a question carries its answers. Whoever is silent is climbed over by rule. */
export function SendMessage() {
  const say = useSay();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  useKeys(may('message.send') ? [{ keys: 'e', label: WORDS.open, act: () => setOpen(true) }] : []);
  if (!may('message.send')) return null;
  return (
    <>
      <Button kind="main" onClick={() => setOpen(true)}>
        {say(WORDS.open)}
      </Button>
      <Dialog title={say(WORDS.open)} size="wide" isOpen={isOpen} onClose={() => setOpen(false)}>
        {isOpen && <Letter onDone={() => setOpen(false)} />}
      </Dialog>
    </>
  );
}

function Letter({ onDone }: { onDone: () => void }) {
  const sending = useCommand<typeof send>('messages.send');
  const [to, setTo] = useState<readonly Addressee[]>([]);
  const [heading, setHeading] = useState('');
  const [text, setText] = useState('');
  const [priority, setPriority] = useState<(typeof MESSAGE_PRIORITIES)[number]['id']>('urgent');
  const [asks, setAsks] = useState<(typeof WISHES)[number]['value']>('receipt');
  const [answers, setAnswers] = useState('');
  const submit = async () => {
    const choices = answers
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    const sent = await sending.run({
      addressees: to.map(({ kind, input }) => ({ kind, input: input as Record<string, unknown> })),
      heading,
      priority,
      ...(text ? { text } : {}),
      ...(asks === 'answer' ? { choices } : { asks }),
    });
    if (!sent) return;
    toast(WORDS.sent);
    onDone();
    go(`/messages/${sent.id}`);
  };
  return (
    <Form onSubmit={() => void submit()} problem={sending.problem} isWaiting={sending.isWaiting}>
      <AddresseeFields chosen={to} onChange={setTo} />
      <TextField
        label={headingZh.label}
        name="heading"
        value={heading}
        onChange={setHeading}
        maxLength={300}
        isRequired
      />
      <TextAreaField label={textZh.label} name="text" value={text} onChange={setText} rows={3} maxLength={4000} />
      <div className="row">
        <ChoiceField
          label={WORDS.urgency}
          name="priority"
          value={priority}
          onChange={setPriority}
          choices={PRIORITIES}
          as="buttons"
        />
        <ChoiceField label={WORDS.asks} name="asks" value={asks} onChange={setAsks} choices={WISHES} as="buttons" />
      </div>
      {asks === 'answer' && (
        <TextAreaField label={WORDS.choices} name="choices" value={answers} onChange={setAnswers} rows={3} isRequired />
      )}
      <FormActions submit={WORDS.send} isBusy={sending.isRunning} onCancel={onDone} />
    </Form>
  );
}
