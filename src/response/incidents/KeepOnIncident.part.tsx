import { useState } from 'react';
import { useCommand, useView } from '../../foundation/api/web.ts';
import {
  Button,
  Dialog,
  Form,
  FormActions,
  go,
  PickField,
  TextAreaField,
  useSay,
} from '../../foundation/design-system/web.ts';
import type { AroundActionProps } from '../../foundation/geo/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { list } from './incidents.views.ts';

const WORDS = {
  keep: { zh: '归入事件', en: 'Keep on an incident' },
  which: { zh: '事件', en: 'Incident' },
  none: { zh: '没有未办结的事件', en: 'No incident is open' },
  note: { zh: '研判意见', en: 'What follows from it' },
  hint: {
    zh: '按当前数据重新分析后归档，连同文书记入事件时间线；请勿填写个人信息。',
    en: 'It is looked around anew and kept with its paper on the timeline; leave personal data out.',
  },
} as const satisfies Record<string, Phrase>;

/** What lies around goes onto an incident: the one that the person came from, or one of those that are open. */
export default function KeepOnIncident({ asked, subject }: AroundActionProps) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="main" onClick={() => setOpen(true)}>
        {say(WORDS.keep)}
      </Button>
      <Dialog title={say(WORDS.keep)} isOpen={isOpen} onClose={() => setOpen(false)}>
        {isOpen && <Keep asked={asked} subject={subject} onCancel={() => setOpen(false)} />}
      </Dialog>
    </>
  );
}

function Keep({ asked, subject, onCancel }: AroundActionProps & { onCancel: () => void }) {
  const view = useView<typeof list>('incidents.list', { state: 'open' });
  // Its declaration lies in the inside of geo; the input is the question itself and the record.
  const keeping = useCommand('surroundings.keep');
  const [id, setId] = useState(subject?.register === 'incident' ? subject.id : undefined);
  const [note, setNote] = useState('');
  const items = (view.data?.items ?? []).map(({ id: value, number, title, areaName }) => ({
    value,
    text: `${number} ${title}`,
    more: areaName,
  }));
  const submit = async () => {
    const input = { ...asked, subject: { register: 'incident', id }, ...(note.trim() ? { note } : {}) };
    if (id && (await keeping.run(input as never))) go(`/incidents/${id}`);
  };
  return (
    <Form onSubmit={() => void submit()} problem={keeping.problem} isWaiting={keeping.isWaiting}>
      <PickField
        label={WORDS.which}
        name="subject"
        value={id}
        onChange={setId}
        items={items}
        hint={view.data && items.length === 0 ? WORDS.none : undefined}
        isRequired
      />
      <TextAreaField
        label={WORDS.note}
        name="note"
        hint={WORDS.hint}
        value={note}
        onChange={setNote}
        maxLength={1000}
      />
      <FormActions submit={WORDS.keep} isBusy={keeping.isRunning} onCancel={onCancel} />
    </Form>
  );
}
