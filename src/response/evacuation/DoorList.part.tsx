import { useState } from 'react';
import { useCommand, useView } from '../../foundation/api/web.ts';
import {
  Button,
  ChoiceField,
  Dialog,
  Form,
  FormActions,
  Section,
  Shown,
  useSay,
} from '../../foundation/design-system/web.ts';
import { PersonField } from '../../foundation/organisation/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { DoorCard } from './DoorCard.part.tsx';
import type { doors } from './evacuation.views.ts';
import { OUTCOMES } from './evacuation-household.register.ts';
import { type Door, doorFields, type Evacuation } from './evacuation-words.part.tsx';
import type { assign } from './evacuations.commands.ts';

const PAGE = 50;
const WORDS = {
  outcome: { zh: '入户结果', en: 'Result' },
  all: { zh: '全部', en: 'All' },
  vulnerable: { zh: '只看重点人员', en: 'Vulnerable only' },
  more: { zh: '再列 {count} 户', en: '{count} more' },
  assign: { zh: '本页改派责任人', en: 'Name a helper for these' },
  count: { zh: '共 {total} 户', en: '{total} doors' },
} as const satisfies Record<string, Phrase>;

/** 逐户名单: by result, by page; whoever leads names another helper for what is listed. */
export function DoorList({ of, title }: { of: Evacuation; title: Phrase }) {
  const say = useSay();
  const [outcome, setOutcome] = useState<Door['outcome'] | ''>('');
  const [isVulnerable, setVulnerable] = useState(false);
  const [count, setCount] = useState(PAGE);
  const [isAssigning, setAssigning] = useState(false);
  const view = useView<typeof doors>(
    'evacuationHouseholds.list',
    {
      evacuationId: of.id,
      ...(outcome ? { outcome } : {}),
      vulnerableOnly: isVulnerable,
      limit: Math.min(200, count),
    },
    { keepsPrevious: true, topics: ['evacuation_household', `evacuation/${of.id}`] },
  );
  const close = () => setAssigning(false);
  return (
    <Section
      id="doors"
      title={title}
      aside={
        <span className="row">
          <ChoiceField
            label={WORDS.outcome}
            name="outcome"
            value={outcome}
            onChange={setOutcome}
            choices={[{ value: '', label: WORDS.all }, ...OUTCOMES.map(({ id, label }) => ({ value: id, label }))]}
          />
          <Button aria-pressed={isVulnerable} onClick={() => setVulnerable(!isVulnerable)}>
            {say(WORDS.vulnerable)}
          </Button>
          {of.may.includes('assign') && <Button onClick={() => setAssigning(true)}>{say(WORDS.assign)}</Button>}
        </span>
      }
    >
      <Shown of={view} rows={5}>
        {({ items, total }) => (
          <>
            <p className="soft">{say(WORDS.count, { total })}</p>
            <ul className="evacuation-doors">
              {items.map((door) => (
                <DoorCard key={door.id} of={door} hasHelper />
              ))}
            </ul>
            {total > items.length && count < 200 && (
              <Button onClick={() => setCount(count + PAGE)}>
                {say(WORDS.more, { count: Math.min(PAGE, total - items.length) })}
              </Button>
            )}
            <Dialog title={say(WORDS.assign)} isOpen={isAssigning} onClose={close}>
              {isAssigning && <Assign of={of} doors={items.map(({ id }) => id)} onDone={close} />}
            </Dialog>
          </>
        )}
      </Shown>
    </Section>
  );
}

const SAVE: Phrase = { zh: '指定', en: 'Name' };

function Assign({ of, doors: ids, onDone }: { of: Evacuation; doors: readonly string[]; onDone: () => void }) {
  const assigning = useCommand<typeof assign>('evacuations.assign');
  const [helper, setHelper] = useState<string>();
  const submit = async () => {
    if (helper && (await assigning.run({ id: of.id, doors: [...ids], helperId: helper }))) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={assigning.problem} isWaiting={assigning.isWaiting}>
      <PersonField label={doorFields.helperId.label} name="helperId" value={helper} onChange={setHelper} isRequired />
      <FormActions submit={SAVE} isBusy={assigning.isRunning} onCancel={onDone} />
    </Form>
  );
}
