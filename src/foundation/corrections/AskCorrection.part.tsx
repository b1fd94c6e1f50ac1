import { useState } from 'react';
import { useCommand } from '../api/web.ts';
import {
  Button,
  ChoiceField,
  Dialog,
  Form,
  FormActions,
  PhotoField,
  TextAreaField,
  TextField,
  useSay,
} from '../design-system/web.ts';
import type { RegisterFaces } from '../registers/define.ts';
import { correction } from './correction.register.ts';
import type { ask } from './corrections.commands.ts';
import { useCorrections } from './corrections-view.part.tsx';

const WORDS = {
  ask: { zh: '指出有误', en: 'This is wrong' },
  title: { zh: '提出更正意见', en: 'Ask for a correction' },
  whole: { zh: '整条记录', en: 'The record as a whole' },
  should: { zh: '应为', en: 'Should be' },
  why: { zh: '依据', en: 'How you know' },
  whyHint: {
    zh: '将作为指令发给归属单位。请勿填写身份证号等个人信息。',
    en: 'It goes to the owner unit as an order. Leave identity numbers and other personal data out.',
  },
  personal: {
    zh: '这是个人信息：指令只说明此栏有误，由归属单位自行核实。',
    en: 'This is personal: the order says only that it is wrong, and the owner unit finds out.',
  },
  send: { zh: '发给归属单位', en: 'Send to the owner unit' },
} as const;

interface Props {
  faces: RegisterFaces;
  record: { readonly id: string };
}

/** The button on the page of a record that one reads and does not keep. */
export default function AskCorrection({ faces, record }: Props) {
  const say = useSay();
  const [isAsking, setAsking] = useState(false);
  const view = useCorrections(faces.register.name, record.id);
  if (!view.data?.mayAsk) return null;
  const close = () => setAsking(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>{say(WORDS.ask)}</Button>
      <Dialog title={say(WORDS.title)} isOpen={isAsking} onClose={close}>
        {isAsking && <AskForm faces={faces} record={record} onDone={close} />}
      </Dialog>
    </>
  );
}

const WHOLE = 'whole';

function AskForm({ faces, record, onDone }: Props & { onDone: () => void }) {
  const say = useSay();
  const asking = useCommand<typeof ask>('corrections.ask');
  const [field, setField] = useState<string>();
  const [should, setShould] = useState('');
  const [why, setWhy] = useState('');
  const [photos, setPhotos] = useState<readonly string[]>([]);
  const [isUploading, setUploading] = useState(false);
  const { name: register, fields } = faces.register;
  const names = faces.sections.flatMap((section) => section.fields).filter((name) => fields[name]);
  const isPersonal = fields[field ?? '']?.personal !== undefined;
  const submit = async () => {
    const what = { ...(field && field !== WHOLE ? { field } : {}), ...(should && !isPersonal ? { should } : {}) };
    if (await asking.run({ register, recordId: record.id, why, photos: [...photos], ...what })) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={asking.problem} isWaiting={asking.isWaiting}>
      <ChoiceField
        label={correction.fields.field.label}
        name="field"
        isRequired
        value={field}
        onChange={setField}
        choices={[
          ...names.map((name) => ({ value: name, label: fields[name]?.label ?? WORDS.whole })),
          { value: WHOLE, label: WORDS.whole },
        ]}
      />
      {isPersonal ? (
        <p className="soft">{say(WORDS.personal)}</p>
      ) : (
        <TextField label={WORDS.should} name="should" value={should} onChange={setShould} maxLength={500} />
      )}
      <TextAreaField
        label={WORDS.why}
        hint={WORDS.whyHint}
        name="why"
        value={why}
        onChange={setWhy}
        maxLength={500}
        isRequired
      />
      <PhotoField
        label={correction.fields.photos.label}
        name="photos"
        value={photos}
        onChange={setPhotos}
        onBusy={setUploading}
      />
      <FormActions submit={WORDS.send} isBusy={asking.isRunning || isUploading} onCancel={onDone} />
    </Form>
  );
}
