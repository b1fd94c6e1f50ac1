import { useEffect, useRef, useState } from 'react';
import { newId } from '../../kernel/ids.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { ApiProblem, fileAddress, uploadFile } from '../api/web.ts';
import { Button } from './Button.part.tsx';
import { Field, type FieldProps } from './Form.part.tsx';
import { CameraIcon, CrossIcon } from './icons.tsx';
import { useSay } from './language.ts';

const WORDS = {
  add: { zh: '拍照或选择照片', en: 'Take or choose photos' },
  sending: { zh: '正在上传', en: 'Uploading' },
  again: { zh: '重试', en: 'Try again' },
  remove: { zh: '移除照片 {at}', en: 'Remove photo {at}' },
  photo: { zh: '照片 {at}', en: 'Photo {at}' },
} as const satisfies Record<string, Phrase>;

interface Sending {
  /** Sent again under the same key it stays one file. */
  readonly key: string;
  readonly file: File;
  readonly problem?: Phrase;
}

/** Photos as ids of kept files. Each is sent when it is taken; `value` holds what has arrived. */
export function PhotoField({
  value,
  onChange,
  onBusy,
  most = 9,
  ...field
}: FieldProps & {
  value: readonly string[];
  onChange: (value: string[]) => void;
  /** Photos still on their way: a form may wait with its submit. */
  onBusy?: (isBusy: boolean) => void;
  most?: number;
}) {
  const say = useSay();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const latest = useRef(value);
  latest.current = value;
  const input = useRef<HTMLInputElement>(null);
  const isBusy = sending.some(({ problem }) => !problem);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when it changes, not when the caller draws again
  useEffect(() => onBusy?.(isBusy), [isBusy]);

  const send = async (one: Sending) => {
    setSending((all) => [...all.filter(({ key }) => key !== one.key), { key: one.key, file: one.file }]);
    try {
      const { id } = await uploadFile(one.file, one.key);
      latest.current = [...latest.current, id];
      onChange([...latest.current]);
      setSending((all) => all.filter(({ key }) => key !== one.key));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setSending((all) => all.map((each) => (each.key === one.key ? { ...each, problem: error.phrase } : each)));
    }
  };
  return (
    <Field {...field} isGroup>
      {(control) => (
        <div className="photos">
          {value.map((id, index) => (
            <figure key={id}>
              <img src={fileAddress(id)} alt={say(WORDS.photo, { at: index + 1 })} />
              <Button
                kind="bare"
                aria-label={say(WORDS.remove, { at: index + 1 })}
                onClick={() => onChange(value.filter((each) => each !== id))}
              >
                <CrossIcon />
              </Button>
            </figure>
          ))}
          {sending.map((one) => (
            <figure key={one.key} className="photo-sending">
              {one.problem ? (
                <>
                  <p role="alert">{say(one.problem)}</p>
                  <Button onClick={() => void send(one)}>{say(WORDS.again)}</Button>
                </>
              ) : (
                <p role="status">{say(WORDS.sending)}</p>
              )}
            </figure>
          ))}
          {value.length + sending.length < most && (
            <Button onClick={() => input.current?.click()} disabled={field.isDisabled} className="photo-add">
              <CameraIcon />
              {say(WORDS.add)}
            </Button>
          )}
          <input
            ref={input}
            id={control.id}
            className="unseen"
            type="file"
            accept="image/*"
            multiple
            tabIndex={-1}
            aria-label={say(field.label)}
            disabled={field.isDisabled}
            onChange={({ target }) => {
              for (const file of [...(target.files ?? [])].slice(0, most)) void send({ key: newId(), file });
              target.value = '';
            }}
          />
        </div>
      )}
    </Field>
  );
}

/** Kept photos as small pictures, each opening whole in a new tab. */
export function Photos({ ids }: { ids: readonly string[] }) {
  const say = useSay();
  if (ids.length === 0) return null;
  return (
    <div className="photos">
      {ids.map((id, index) => (
        <a key={id} href={fileAddress(id)} target="_blank" rel="noreferrer">
          <img src={fileAddress(id)} alt={say(WORDS.photo, { at: index + 1 })} loading="lazy" />
        </a>
      ))}
    </div>
  );
}
