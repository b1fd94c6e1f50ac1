import { useState } from 'react';
import type { Command } from '../api/define.ts';
import { useCommand } from '../api/web.ts';
import { ChoiceField, Dialog, Form, FormActions, TextField, toast, useSay } from '../design-system/web.ts';
import { type FieldType, type RegisterFaces, startOf } from './define.ts';
import { FieldInput, isFilledByHand } from './FieldInput.part.tsx';

const WORDS = {
  title: { zh: '修改所选 {count} 条', en: 'Change the {count} chosen' },
  field: { zh: '栏目', en: 'Field' },
  reason: { zh: '事由', en: 'Reason' },
  submit: { zh: '修改', en: 'Change' },
} as const;

type Many = Command<string, { ids: readonly string[]; changes: object; reason: string }, { count: number }>;

/** One field of all chosen records, in one go or not at all. */
export function ChangeMany({
  faces,
  ids,
  onClose,
  onDone,
}: {
  faces: RegisterFaces;
  ids: readonly string[];
  onClose: () => void;
  onDone: () => void;
}) {
  const say = useSay();
  const changing = useCommand<Many>(`${faces.register.plural}.changeMany`);
  const [name, setName] = useState<string>();
  const [value, setValue] = useState<unknown>();
  const [reason, setReason] = useState('');
  const possible = Object.entries(faces.register.fields).filter(
    ([key, field]) => isFilledByHand(field) && !faces.keys.includes(key) && key !== faces.register.title,
  );
  const field = possible.find(([key]) => key === name)?.[1] as FieldType | undefined;
  const submit = async () => {
    if (!name) return;
    const answer = await changing.run({ ids, changes: { [name]: value ?? startOf(field) }, reason });
    if (!answer) return;
    toast({ zh: `已修改 ${answer.count} 条`, en: `${answer.count} changed` });
    onDone();
  };
  return (
    <Dialog title={say(WORDS.title, { count: ids.length })} isOpen onClose={onClose}>
      <Form onSubmit={() => void submit()} problem={changing.problem} isWaiting={changing.isWaiting}>
        <ChoiceField
          label={WORDS.field}
          name="field"
          isRequired
          value={name}
          choices={possible.map(([key, { label }]) => ({ value: key, label }))}
          onChange={(key) => {
            setName(key);
            setValue(undefined);
          }}
        />
        {name && field && (
          <FieldInput key={name} name={`changes.${name}`} field={field} value={value} onChange={setValue} />
        )}
        <TextField label={WORDS.reason} name="reason" isRequired value={reason} onChange={setReason} maxLength={500} />
        <FormActions submit={WORDS.submit} isBusy={changing.isRunning} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
