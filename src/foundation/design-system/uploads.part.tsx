import { useEffect, useRef, useState } from 'react';
import { newId } from '../../kernel/ids.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import {
  ApiProblem,
  fileAddress,
  type KeptFile,
  thumbnailAddress,
  type UploadProgress,
  uploadFile,
} from '../api/web.ts';
import { Button } from './Button.part.tsx';
import { useSay } from './language.ts';

const WORDS = {
  sending: { zh: '正在上传 {percent}%', en: 'Uploading {percent}%' },
  waiting: {
    zh: '连接中断，恢复后自动续传（已传 {percent}%）',
    en: 'Line lost; it goes on by itself ({percent}% sent)',
  },
  again: { zh: '重试', en: 'Try again' },
  stop: { zh: '取消上传 {name}', en: 'Stop uploading {name}' },
  giveUp: { zh: '取消', en: 'Stop' },
} as const satisfies Record<string, Phrase>;

/** A file on its way. */
export interface Sending {
  /** Sent again under the same key it stays one file. */
  readonly key: string;
  readonly file: File;
  readonly progress?: UploadProgress;
  readonly problem?: Phrase;
}

/** Files on their way to the server, each by itself; `onKept` hears of those that arrived. */
export function useUploads({
  onKept,
  onBusy,
}: {
  onKept: (kept: KeptFile, file: File) => void;
  onBusy?: ((isBusy: boolean) => void) | undefined;
}) {
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const kept = useRef(onKept);
  kept.current = onKept;
  const stops = useRef(new Map<string, AbortController>());
  const isBusy = sending.some(({ problem }) => !problem);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when it changes, not when the caller draws again
  useEffect(() => onBusy?.(isBusy), [isBusy]);

  const put = (key: string, change: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const drop = (key: string) => setSending((all) => all.filter((one) => one.key !== key));
  const send = async (file: File, key = newId()) => {
    const stop = new AbortController();
    stops.current.set(key, stop);
    setSending((all) => [...all.filter((one) => one.key !== key), { key, file }]);
    try {
      const onProgress = (progress: UploadProgress) => put(key, { progress });
      const answer = await uploadFile(file, key, { signal: stop.signal, onProgress });
      drop(key);
      kept.current(answer, file);
    } catch (error) {
      if (stop.signal.aborted) return drop(key);
      if (!(error instanceof ApiProblem)) throw error;
      put(key, { problem: error.phrase });
    } finally {
      stops.current.delete(key);
    }
  };
  return {
    sending,
    send,
    stop: (key: string) => {
      stops.current.get(key)?.abort();
      drop(key);
    },
  };
}

/** How far one file is, with a way out. */
export function SendingNote({ one, again, stop }: { one: Sending; again: () => void; stop: () => void }) {
  const say = useSay();
  const { sent = 0, size = one.file.size, isWaiting = false } = one.progress ?? {};
  const percent = size === 0 ? 0 : Math.floor((sent * 100) / size);
  return (
    <>
      {one.problem ? (
        <>
          <p role="alert">{say(one.problem)}</p>
          <Button onClick={again}>{say(WORDS.again)}</Button>
        </>
      ) : (
        <p role="status">{say(isWaiting ? WORDS.waiting : WORDS.sending, { percent })}</p>
      )}
      <Button kind="bare" aria-label={say(WORDS.stop, { name: one.file.name })} onClick={stop}>
        {say(WORDS.giveUp)}
      </Button>
    </>
  );
}

/** The picture of a kept file as drawn for screens, small unless told; its words where there is none. */
export function Thumbnail({ id, alt, isLarge = false }: { id: string; alt: string; isLarge?: boolean }) {
  const [isMissing, setMissing] = useState(false);
  if (isMissing) return <span className="photo-words">{alt}</span>;
  const address = isLarge ? fileAddress(id) : thumbnailAddress(id);
  return <img src={address} alt={alt} loading="lazy" onError={() => setMissing(true)} />;
}
