import { useState } from 'react';
import { useCommand } from '../../api/web.ts';
import { ChoiceField, Form, FormActions, Section, TextAreaField, TextField } from '../../design-system/web.ts';
import { officialDocument, URGENCIES } from '../official-document.register.ts';
import type { revise } from '../official-documents.commands.ts';
import { type Document, namesIn } from './words.part.tsx';

const { fields } = officialDocument;
const WORDS = {
  edit: { zh: '修改草稿', en: 'Edit the draft' },
  save: { zh: '存为新稿', en: 'Save as a new version' },
  names: { zh: '用顿号分开', en: 'Separate the names with 、 or a comma' },
  how: {
    zh: '一行一段；「一、」「（一）」开头的短行是标题，「|事项|内容|」是表格的一行',
    en: 'One paragraph a line; a short line beginning with 一、 or （一） is a heading, |a|b| is a row of a table',
  },
  none: { zh: '不标', en: 'None' },
} as const;

/** The draft as a form; whoever saved meanwhile is named, and nothing is overwritten. */
export function EditDocument({ document, onEnd }: { document: Document; onEnd: () => void }) {
  const revising = useCommand<typeof revise>('officialDocuments.revise');
  // The version this was begun on: the server refuses to save over another one.
  const [version] = useState(document.version);
  const [words, setWords] = useState({
    title: document.title,
    text: document.text,
    addressee: document.addressee ?? '',
    sentTo: document.sentTo.join('、'),
    copiedTo: document.copiedTo.join('、'),
  });
  const [urgency, setUrgency] = useState<NonNullable<Document['urgency']> | ''>(document.urgency ?? '');
  const field = (name: keyof typeof words) => ({
    name,
    label: fields[name].label,
    value: words[name],
    onChange: (value: string) => setWords((before) => ({ ...before, [name]: value })),
  });
  const submit = async () => {
    const { sentTo, copiedTo, ...rest } = words;
    const names = { sentTo: namesIn(sentTo), copiedTo: namesIn(copiedTo) };
    if (await revising.run({ id: document.id, ...rest, ...names, urgency: urgency || null }, { version })) onEnd();
  };
  return (
    <Section title={WORDS.edit}>
      <Form onSubmit={() => void submit()} problem={revising.problem} isWaiting={revising.isWaiting}>
        <TextField {...field('title')} maxLength={200} isRequired autoFocus />
        <ChoiceField
          label={fields.urgency.label}
          name="urgency"
          as="buttons"
          choices={[{ value: '', label: WORDS.none }, ...URGENCIES.map(({ id, label }) => ({ value: id, label }))]}
          value={urgency}
          onChange={setUrgency}
        />
        <TextField {...field('addressee')} maxLength={200} />
        <TextAreaField {...field('text')} rows={18} maxLength={60_000} hint={WORDS.how} isRequired />
        <TextField {...field('sentTo')} hint={WORDS.names} />
        <TextField {...field('copiedTo')} hint={WORDS.names} />
        <div className="paper-save">
          <FormActions submit={WORDS.save} isBusy={revising.isRunning} onCancel={onEnd} />
        </div>
      </Form>
    </Section>
  );
}
