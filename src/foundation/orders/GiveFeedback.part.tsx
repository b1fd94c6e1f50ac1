import { useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { useCommand } from '../api/web.ts';
import { Form, FormActions, PhotoField, TextAreaField } from '../design-system/web.ts';
import { FilesField } from '../files/web.ts';
import type { giveFeedback } from './assignments.commands.ts';
import { orderFeedback } from './order-feedback.register.ts';

const SEND: Phrase = { zh: '发送反馈', en: 'Send report' };
const { text: textField, photos: photosField, files: filesField } = orderFeedback.fields;

/** Words, photos and the place of a report. Photos go up while the words are still being written. */
export function GiveFeedback({ id, onDone }: { id: string; onDone: () => void }) {
  const giving = useCommand<typeof giveFeedback>('assignments.giveFeedback');
  const [text, setText] = useState('');
  const [photos, setPhotos] = useState<readonly string[]>([]);
  const [files, setFiles] = useState<readonly string[]>([]);
  const [isUploading, setUploading] = useState(false);
  const submit = async () => {
    const place = await here();
    const input = {
      id,
      photos: [...photos],
      files: [...files],
      ...(text ? { text } : {}),
      ...(place ? { place } : {}),
    };
    if (await giving.run(input)) onDone();
  };
  return (
    <Form onSubmit={() => void submit()} problem={giving.problem} isWaiting={giving.isWaiting}>
      <PhotoField label={photosField.label} name="photos" value={photos} onChange={setPhotos} onBusy={setUploading} />
      <FilesField label={filesField.label} name="files" value={files} onChange={setFiles} />
      <TextAreaField
        label={textField.label}
        name="text"
        value={text}
        onChange={setText}
        maxLength={2000}
        isRequired={photos.length + files.length === 0}
      />
      <FormActions submit={SEND} isBusy={giving.isRunning || isUploading} onCancel={onDone} />
    </Form>
  );
}

/** Where the phone is, if it says so within three seconds: a report must not wait for satellites. */
function here(): Promise<{ lng: number; lat: number } | undefined> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(undefined);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lng: coords.longitude, lat: coords.latitude }),
      () => resolve(undefined),
      { enableHighAccuracy: true, maximumAge: 60_000, timeout: 3_000 },
    );
  });
}
