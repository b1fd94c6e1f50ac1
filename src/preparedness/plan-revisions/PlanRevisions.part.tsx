import { useState } from 'react';
import { useCommand, useView } from '../../foundation/api/web.ts';
import {
  Button,
  Dialog,
  Form,
  FormActions,
  Section,
  Shown,
  TextAreaField,
  useMay,
  useSay,
} from '../../foundation/design-system/web.ts';
import type { ask } from './plan-revisions.commands.ts';
import type { list } from './plan-revisions.views.ts';
import { RevisionTable } from './RevisionTable.part.tsx';

const WORDS = {
  title: { zh: '修订请求', en: 'Requests to revise it' },
  ask: { zh: '提出修订建议', en: 'Ask for a revision' },
  about: { zh: '应当修订什么、为什么', en: 'What should be revised, and why' },
  none: { zh: '没有修订请求', en: 'Nothing was asked' },
} as const;

/** On the page of a plan: everything that asks for its revision, through all editions; anybody may add to it (第37条). */
export default function PlanRevisions({ plan: { id } }: { plan: { id: string } }) {
  const say = useSay();
  const may = useMay();
  const [isAsking, setAsking] = useState(false);
  const view = useView<typeof list>('planRevisions.list', { planId: id, state: 'all' });
  return (
    <Section
      id="revisions"
      title={WORDS.title}
      aside={may('plan_revision.ask') && <Button onClick={() => setAsking(true)}>{say(WORDS.ask)}</Button>}
    >
      <Shown of={view} rows={1}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{say(WORDS.none)}</p>
          ) : (
            <RevisionTable items={items} hasPlan={false} />
          )
        }
      </Shown>
      <Dialog title={say(WORDS.ask)} isOpen={isAsking} onClose={() => setAsking(false)}>
        <Ask planId={id} onDone={() => setAsking(false)} />
      </Dialog>
    </Section>
  );
}

function Ask({ planId, onDone }: { planId: string; onDone: () => void }) {
  const asking = useCommand<typeof ask>('planRevisions.ask');
  const [about, setAbout] = useState('');
  const submit = async () => {
    if (await asking.run({ planId, about })) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={asking.problem} isWaiting={asking.isWaiting}>
      <TextAreaField label={WORDS.about} name="about" value={about} onChange={setAbout} maxLength={500} isRequired />
      <FormActions submit={WORDS.ask} isBusy={asking.isRunning} onCancel={onDone} />
    </Form>
  );
}
