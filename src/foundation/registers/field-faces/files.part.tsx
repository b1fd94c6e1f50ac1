import { useState } from 'react';
import { newId } from '../../../kernel/ids.ts';
import { ApiProblem, fileAddress, uploadFile } from '../../api/web.ts';
import { Button, Field, PhotoField, Photos, toast, useSay } from '../../design-system/web.ts';
import { common, type FieldFace, type InputProps } from './face.part.tsx';

const WORDS = {
  choose: { zh: '选择文件', en: 'Choose files' },
  remove: { zh: '移除文件 {at}', en: 'Remove file {at}' },
  file: { zh: '文件 {at}', en: 'File {at}' },
} as const;

const idsOf = (value: unknown) => (value as readonly string[] | undefined) ?? [];

function Pictures(props: InputProps) {
  return <PhotoField {...common(props)} value={idsOf(props.value)} onChange={props.onChange} />;
}

function Papers(props: InputProps) {
  const say = useSay();
  const [isBusy, setBusy] = useState(false);
  const ids = idsOf(props.value);
  const send = async (files: readonly File[]) => {
    setBusy(true);
    const kept = [...ids];
    try {
      for (const file of files) kept.push((await uploadFile(file, newId())).id);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      toast(error.phrase);
    }
    setBusy(false);
    props.onChange(kept);
  };
  return (
    <Field {...common(props)} isGroup>
      {(control) => (
        <div className="row">
          {ids.map((id, index) => (
            <span key={id} className="tag">
              <a href={fileAddress(id)} target="_blank" rel="noreferrer">
                {say(WORDS.file, { at: index + 1 })}
              </a>
              <Button
                kind="bare"
                aria-label={say(WORDS.remove, { at: index + 1 })}
                onClick={() => props.onChange(ids.filter((one) => one !== id))}
              >
                ×
              </Button>
            </span>
          ))}
          <input
            id={control.id}
            type="file"
            multiple
            aria-label={say(WORDS.choose)}
            disabled={isBusy}
            onChange={({ target }) => {
              void send([...(target.files ?? [])]);
              target.value = '';
            }}
          />
        </div>
      )}
    </Field>
  );
}

function Links({ value }: { value: unknown }) {
  const say = useSay();
  return (
    <span className="row">
      {idsOf(value).map((id, index) => (
        <a key={id} href={fileAddress(id)} target="_blank" rel="noreferrer">
          {say(WORDS.file, { at: index + 1 })}
        </a>
      ))}
    </span>
  );
}

export const photos: FieldFace = { Input: Pictures, Cell: ({ value }) => <Photos ids={idsOf(value)} /> };
export const files: FieldFace = { Input: Papers, Cell: Links };
