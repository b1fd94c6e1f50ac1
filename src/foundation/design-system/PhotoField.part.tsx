import { useRef } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { fileAddress } from '../api/web.ts';
import { Button } from './Button.part.tsx';
import { Field, type FieldProps } from './Form.part.tsx';
import { CameraIcon, CrossIcon } from './icons.tsx';
import { useSay } from './language.ts';
import { SendingNote, Thumbnail, useUploads } from './uploads.part.tsx';

const WORDS = {
  add: { zh: '拍照或选择照片', en: 'Take or choose photos' },
  remove: { zh: '移除照片 {at}', en: 'Remove photo {at}' },
  photo: { zh: '照片 {at}', en: 'Photo {at}' },
} as const satisfies Record<string, Phrase>;

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
  const latest = useRef(value);
  latest.current = value;
  const input = useRef<HTMLInputElement>(null);
  const { sending, send, stop } = useUploads({
    onBusy,
    onKept: ({ id }) => {
      latest.current = [...latest.current, id];
      onChange([...latest.current]);
    },
  });
  return (
    <Field {...field} isGroup>
      {(control) => (
        <div className="photos">
          {value.map((id, index) => (
            <figure key={id}>
              <Thumbnail id={id} alt={say(WORDS.photo, { at: index + 1 })} />
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
              <SendingNote one={one} again={() => void send(one.file, one.key)} stop={() => stop(one.key)} />
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
              for (const file of [...(target.files ?? [])].slice(0, most)) void send(file);
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
          <Thumbnail id={id} alt={say(WORDS.photo, { at: index + 1 })} />
        </a>
      ))}
    </div>
  );
}
