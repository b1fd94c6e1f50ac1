import { useState } from 'react';
import type { View } from '../../foundation/api/define.ts';
import { useCommand, useView } from '../../foundation/api/web.ts';
import {
  Button,
  ChoiceField,
  Form,
  FormActions,
  PickField,
  TextAreaField,
  useSay,
} from '../../foundation/design-system/web.ts';
import type { Choice } from '../../foundation/registers/define.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { CALL_CHANNELS, CALL_PRIORITIES, expertCall, PURPOSES } from './expert-call.register.ts';
import type { make } from './expert-calls.commands.ts';

const WORDS = {
  call: { zh: '邀请', en: 'Call' },
  expert: { zh: '选专家', en: 'Choose an expert' },
  chosen: { zh: '已选专家', en: 'Experts chosen' },
  remove: { zh: '移除', en: 'Remove' },
} as const satisfies Record<string, Phrase>;
const { purpose, question, channel, priority } = expertCall.fields;
const listed = <Id extends string>(options: readonly Choice<Id>[]) =>
  options.map(({ id, label }) => ({ value: id, label }));

type Found = View<'registers.choices', object, { items: { id: string; text: string; more: string }[] }>;

export interface Subject {
  readonly register: string;
  readonly id: string;
}
export type Purpose = (typeof PURPOSES)[number]['id'];

/** 邀请专家: whom, for what, by which channel. */
export function CallExperts({
  subject,
  purpose: usual,
  onDone,
}: {
  subject: Subject;
  purpose: Purpose;
  onDone: () => void;
}) {
  const say = useSay();
  const calling = useCommand<typeof make>('expertCalls.make');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const [what, setWhat] = useState<Purpose>(usual);
  const [words, setWords] = useState('');
  const [way, setWay] = useState<(typeof CALL_CHANNELS)[number]['id']>('telephone');
  const [urgency, setUrgency] = useState<(typeof CALL_PRIORITIES)[number]['id']>('urgent');
  const found =
    useView<Found>('registers.choices', { register: 'expert', q: typed }, { keepsPrevious: true }).data?.items ?? [];
  const submit = async () => {
    const input = {
      experts: [...chosen.keys()],
      subject,
      purpose: what,
      question: words,
      channel: way,
      priority: urgency,
    };
    if (await calling.run(input)) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={calling.problem} isWaiting={calling.isWaiting}>
      <PickField
        key={chosen.size}
        label={WORDS.expert}
        name="experts"
        value={undefined}
        items={found.map(({ id, text, more }) => ({ value: id, text, more }))}
        onSearch={setTyped}
        onChange={(id) => {
          const one = found.find((each) => each.id === id);
          if (id) setChosen(new Map([...chosen, [id, one?.text ?? '']]));
        }}
        isRequired={chosen.size === 0}
      />
      {chosen.size > 0 && (
        <ul aria-label={say(WORDS.chosen)}>
          {[...chosen].map(([id, name]) => (
            <li key={id}>
              {name}{' '}
              <Button
                kind="bare"
                aria-label={`${say(WORDS.remove)} ${name}`}
                onClick={() => setChosen(new Map([...chosen].filter(([each]) => each !== id)))}
              >
                {say(WORDS.remove)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ChoiceField
        label={purpose.label}
        name="purpose"
        value={what}
        onChange={setWhat}
        choices={listed(PURPOSES)}
        isRequired
      />
      <TextAreaField
        label={question.label}
        name="question"
        value={words}
        onChange={setWords}
        maxLength={1000}
        isRequired
      />
      <ChoiceField
        label={channel.label}
        name="channel"
        value={way}
        onChange={setWay}
        choices={listed(CALL_CHANNELS)}
        as="buttons"
      />
      <ChoiceField
        label={priority.label}
        name="priority"
        value={urgency}
        onChange={setUrgency}
        choices={listed(CALL_PRIORITIES)}
        as="buttons"
      />
      <FormActions submit={WORDS.call} isBusy={calling.isRunning} onCancel={onDone} />
    </Form>
  );
}
