import { type RefObject, useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { Button } from './Button.part.tsx';
import { Field, type FieldProps } from './Form.part.tsx';
import { useSay } from './language.ts';

const WORDS = {
  choose: { zh: '选择文件', en: 'Choose a file' },
  none: { zh: '未选择文件', en: 'No file chosen' },
} as const satisfies Record<string, Phrase>;

/** One file of this machine, read by whoever holds `input`; in the language of the screen, not of the browser. */
export function FileChoice({
  input,
  accept,
  ...field
}: FieldProps & { input: RefObject<HTMLInputElement | null>; accept: string }) {
  const say = useSay();
  const [name, setName] = useState<string>();
  return (
    <Field {...field}>
      {(control) => (
        <div className="row">
          <input
            {...control}
            ref={input}
            className="unseen"
            type="file"
            accept={accept}
            tabIndex={-1}
            onChange={({ target }) => setName(target.files?.[0]?.name)}
          />
          <Button onClick={() => input.current?.click()}>{say(WORDS.choose)}</Button>
          <span className="soft">{name ?? say(WORDS.none)}</span>
        </div>
      )}
    </Field>
  );
}
