import { useState } from 'react';
import type { Phrase } from '../../../kernel/phrases.ts';
import { type OutputOf, useCommand, useView } from '../../api/web.ts';
import {
  Button,
  ChoiceField,
  Dialog,
  Empty,
  Form,
  FormActions,
  Page,
  Section,
  Shown,
  Tag,
  TextField,
  Time,
  UrgencyTag,
  useSay,
} from '../../design-system/web.ts';
import { labelOf } from '../../registers/types/choice.type.ts';
import { CHANNEL_CHOICES } from '../channels/names.rules.ts';
import type { enterHandReceipt } from './by-hand.commands.ts';
import type { byHand } from './by-hand.views.ts';
import '../messages.css';

const WORDS = {
  title: { zh: '人工渠道', en: 'Told by hand' },
  none: { zh: '没有待人工通知的消息', en: 'Nothing waits to be told by hand' },
  to: { zh: '通知 {person}（{unit}）', en: 'Tell {person} ({unit})' },
  enter: { zh: '登记回执', en: 'Enter a receipt' },
  result: { zh: '结果', en: 'Result' },
  who: { zh: '接收人姓名', en: 'Name of whoever took it' },
  why: { zh: '未能通知的原因', en: 'Why it could not be told' },
  answer: { zh: '本人答复', en: 'Their answer' },
  no: { zh: '未答复', en: 'None' },
} as const satisfies Record<string, Phrase>;

const RESULTS = [
  { value: 'confirmed', label: { zh: '本人已确认', en: 'They confirmed' } },
  { value: 'delivered', label: { zh: '已送达', en: 'Told' } },
  { value: 'failed', label: { zh: '未能通知', en: 'Not told' } },
] as const;

type Item = OutputOf<typeof byHand>['items'][number];

/** 人工渠道: what television, radio, fax, vans and people at doors still have to tell, and the receipts that somebody signs for. */
export default function ByHand() {
  const say = useSay();
  const [chosen, setChosen] = useState<Item>();
  const view = useView<typeof byHand>('messages.byHand', {}, { topics: ['message'] });
  return (
    <Page title={WORDS.title}>
      <Shown of={view}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={WORDS.none} />
          ) : (
            <Section title={WORDS.title}>
              <ul className="messages">
                {items.map((one) => (
                  <li key={one.id} className="message">
                    <p className="message-line">
                      <Time at={one.queuedAt} />
                      <Tag>{say(labelOf(CHANNEL_CHOICES, one.channel))}</Tag>
                      <UrgencyTag urgency={one.priority} />
                      <strong>{say(WORDS.to, { person: one.personName, unit: one.unitName })}</strong>
                    </p>
                    <p className="message-heading">{say(one.heading)}</p>
                    {one.text && <p className="message-text">{say(one.text)}</p>}
                    <p className="message-line">
                      <Button aria-label={`${say(WORDS.enter)} ${one.personName}`} onClick={() => setChosen(one)}>
                        {say(WORDS.enter)}
                      </Button>
                    </p>
                  </li>
                ))}
              </ul>
            </Section>
          )
        }
      </Shown>
      {chosen && <Receipt of={chosen} onDone={() => setChosen(undefined)} />}
    </Page>
  );
}

function Receipt({ of, onDone }: { of: Item; onDone: () => void }) {
  const say = useSay();
  const entering = useCommand<typeof enterHandReceipt>('messages.enterHandReceipt');
  const [result, setResult] = useState<(typeof RESULTS)[number]['value']>('confirmed');
  const [words, setWords] = useState('');
  const [choice, setChoice] = useState('');
  const submit = async () => {
    const isAnswered = result === 'confirmed' && choice !== '';
    if (await entering.run({ id: of.id, result, words, ...(isAnswered ? { choice } : {}) })) onDone();
  };
  return (
    <Dialog title={`${say(WORDS.enter)} · ${of.personName}`} isOpen onClose={onDone}>
      <Form onSubmit={() => void submit()} problem={entering.problem} isWaiting={entering.isWaiting}>
        <ChoiceField
          label={WORDS.result}
          name="result"
          value={result}
          onChange={setResult}
          choices={[...RESULTS]}
          as="buttons"
        />
        <TextField
          label={result === 'failed' ? WORDS.why : WORDS.who}
          name="words"
          value={words}
          onChange={setWords}
          maxLength={200}
          isRequired
        />
        {result === 'confirmed' && of.choices.length > 0 && (
          <ChoiceField
            label={WORDS.answer}
            name="choice"
            value={choice}
            onChange={setChoice}
            choices={[{ value: '', label: WORDS.no }, ...of.choices.map(({ id, label }) => ({ value: id, label }))]}
            as="buttons"
          />
        )}
        <FormActions submit={WORDS.enter} isBusy={entering.isRunning} onCancel={onDone} />
      </Form>
    </Dialog>
  );
}
