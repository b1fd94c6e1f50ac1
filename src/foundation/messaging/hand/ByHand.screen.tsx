import { useState } from 'react';
import type { Phrase } from '../../../kernel/phrases.ts';
import { type OutputOf, useCommand, useView } from '../../api/web.ts';
import {
  Button,
  Dialog,
  Empty,
  Form,
  FormActions,
  Page,
  Section,
  Shown,
  Tag,
  Time,
  UrgencyTag,
  useSay,
} from '../../design-system/web.ts';
import { labelOf } from '../../registers/types/choice.type.ts';
import { CHANNEL_CHOICES } from '../channels/names.rules.ts';
import type { enterHandReceipt } from './by-hand.commands.ts';
import type { byHand } from './by-hand.views.ts';
import { NOTHING_TOLD, receiptOf, type Told, ToldFields } from './ToldFields.part.tsx';
import '../messages.css';

const WORDS = {
  title: { zh: '人工渠道', en: 'Told by hand' },
  none: { zh: '没有待人工通知的消息', en: 'Nothing waits to be told by hand' },
  to: { zh: '通知 {person}（{unit}）', en: 'Tell {person} ({unit})' },
  enter: { zh: '登记回执', en: 'Enter a receipt' },
} as const satisfies Record<string, Phrase>;

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
  const [told, setTold] = useState<Told>(NOTHING_TOLD);
  const submit = async () => {
    if (await entering.run({ id: of.id, ...receiptOf(told) })) onDone();
  };
  return (
    <Dialog title={`${say(WORDS.enter)} · ${of.personName}`} isOpen onClose={onDone}>
      <Form onSubmit={() => void submit()} problem={entering.problem} isWaiting={entering.isWaiting}>
        <ToldFields told={told} onChange={setTold} choices={of.choices} />
        <FormActions submit={WORDS.enter} isBusy={entering.isRunning} onCancel={onDone} />
      </Form>
    </Dialog>
  );
}
