import { useRef } from 'react';
import { type OutputOf, useView } from '../../api/web.ts';
import {
  Button,
  Field,
  type FieldProps,
  Go,
  SendingNote,
  Thumbnail,
  useSay,
  useUploads,
} from '../../design-system/web.ts';
import { kindOf } from '../define.ts';
import { ACCEPTED } from '../file.rules.ts';
import type { about } from '../files.views.ts';
import { sizeText, useKindText } from './file-words.part.tsx';
import './files.css';

const WORDS = {
  add: { zh: '选择文件', en: 'Choose files' },
  kinds: { zh: '照片、录像、录音、PDF、Word、Excel', en: 'Photos, recordings, PDF, Word, Excel' },
  remove: { zh: '移除 {name}', en: 'Remove {name}' },
} as const;

/** Files of any accepted kind as ids of what was kept; large ones go up in parts and go on after a lost line. */
export function FilesField({
  value,
  onChange,
  onBusy,
  most = 20,
  ...field
}: FieldProps & {
  value: readonly string[];
  onChange: (value: string[]) => void;
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
        <div className="files">
          <ul>
            {value.map((id) => (
              <KeptRow key={id} id={id} onRemove={() => onChange(value.filter((one) => one !== id))} />
            ))}
            {sending.map((one) => (
              <li key={one.key}>
                <span className="file-name">{one.file.name}</span>
                <SendingNote one={one} again={() => void send(one.file, one.key)} stop={() => stop(one.key)} />
              </li>
            ))}
          </ul>
          {value.length + sending.length < most && (
            <p className="row">
              <Button onClick={() => input.current?.click()} disabled={field.isDisabled}>
                {say(WORDS.add)}
              </Button>
              <span className="soft">{say(WORDS.kinds)}</span>
            </p>
          )}
          <input
            ref={input}
            id={control.id}
            className="unseen"
            type="file"
            accept={[...ACCEPTED.keys()].filter((type) => kindOf(type) !== 'tiles').join(',')}
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

function KeptRow({ id, onRemove }: { id: string; onRemove: () => void }) {
  const say = useSay();
  const { data } = useView<typeof about>('files.about', { id });
  return (
    <li>
      <FileName id={id} file={data} />
      <Button kind="bare" aria-label={say(WORDS.remove, { name: data?.name ?? id })} onClick={onRemove}>
        ×
      </Button>
    </li>
  );
}

function FileName({ id, file }: { id: string; file: OutputOf<typeof about> | undefined }) {
  const kindText = useKindText();
  if (!file) return <span className="file-name">…</span>;
  return (
    <>
      {file.mediaType.startsWith('image/') && <Thumbnail id={id} alt="" />}
      <Go className="file-name" to={`/files/${id}`}>
        {file.name}
      </Go>
      <span className="soft">
        {kindText(file.mediaType)} {sizeText(file.size)}
      </span>
    </>
  );
}

/** Kept files as links to their pages, for a page that shows a field of them. */
export function FileLinks({ ids }: { ids: readonly string[] }) {
  if (ids.length === 0) return null;
  return (
    <ul className="files">
      {ids.map((id) => (
        <LinkRow key={id} id={id} />
      ))}
    </ul>
  );
}

function LinkRow({ id }: { id: string }) {
  const { data } = useView<typeof about>('files.about', { id });
  return (
    <li>
      <FileName id={id} file={data} />
    </li>
  );
}
