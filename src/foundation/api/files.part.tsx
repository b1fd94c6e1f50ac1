import { newId } from '../../kernel/ids.ts';
import { isPassing, requestJson } from './requests.part.tsx';

export interface KeptFile {
  readonly id: string;
  readonly sha256: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
}

/** How far an upload is. */
export interface UploadProgress {
  /** Bytes the server has. */
  readonly sent: number;
  readonly size: number;
  /** The line is broken; it goes on by itself when it is back. */
  readonly isWaiting: boolean;
}

interface UploadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: UploadProgress) => void;
}

interface UploadState {
  readonly id: string;
  readonly partSize: number;
  readonly parts: number;
  readonly received: readonly number[];
  readonly file: KeptFile | null;
}

/** Up to here one request is sent; larger files go in parts, of which a broken line loses one. */
const ONE_GO = 4 * 1024 * 1024;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Keeps a file on the server. A broken line is waited for and the upload goes on with what is missing; the same `key` stays
 * one file however often it is sent. After the page was closed, choosing the same large file again goes on where it was.
 * @throws ApiProblem for a refusal; AbortError when `signal` says so.
 */
export async function uploadFile(file: File, key = newId(), options: UploadOptions = {}): Promise<KeptFile> {
  // Digests of parts need a page that came over TLS or from this machine.
  const isInParts = file.size > ONE_GO && globalThis.crypto?.subtle !== undefined;
  const tell = (sent: number, isWaiting = false) => options.onProgress?.({ sent, size: file.size, isWaiting });
  let sent = 0;
  const told = (now: number) => {
    sent = now;
    tell(now);
  };
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(LONGEST_PAUSE_MS, pause * 2)) {
    const before = sent;
    try {
      tell(sent);
      return await (isInParts ? inParts(file, key, told, options.signal) : inOneGo(file, key, options.signal));
    } catch (error) {
      if (!isPassing(error)) throw error;
      if (sent > before) pause = FIRST_PAUSE_MS;
      tell(sent, true);
      await lineBack(pause, options.signal);
    }
  }
}

function inOneGo(file: File, key: string, signal: AbortSignal | undefined): Promise<KeptFile> {
  return requestJson<KeptFile>(`/api/files?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    body: file,
    headers: { 'content-type': file.type || 'application/octet-stream', 'idempotency-key': key },
    ...(signal ? { signal } : {}),
  });
}

async function inParts(
  file: File,
  key: string,
  told: (sent: number) => void,
  signal: AbortSignal | undefined,
): Promise<KeptFile> {
  const more = signal ? { signal } : {};
  const note = `fengsui.upload/${file.name}/${file.size}/${file.lastModified}`;
  const id = localStorage.getItem(note) ?? key;
  localStorage.setItem(note, id);
  try {
    const upload = await requestJson<UploadState>(
      `/api/uploads?name=${encodeURIComponent(file.name)}&size=${file.size}`,
      { method: 'POST', headers: { 'idempotency-key': id }, ...more },
    );
    const here = new Set(upload.received);
    for (let number = 1; number <= upload.parts && !upload.file; number += 1) {
      if (here.has(number)) continue;
      told(here.size * upload.partSize);
      const bytes = file.slice((number - 1) * upload.partSize, number * upload.partSize);
      await requestJson(`/api/uploads/${id}/parts/${number}?sha256=${await digestOf(bytes)}`, {
        method: 'PUT',
        body: bytes,
        headers: { 'content-type': 'application/octet-stream' },
        ...more,
      });
      here.add(number);
    }
    told(file.size);
    const kept = await requestJson<KeptFile>(`/api/uploads/${id}/complete`, { method: 'POST', ...more });
    localStorage.removeItem(note);
    return kept;
  } catch (error) {
    // Refused for good: whoever chooses the file again begins anew.
    if (!isPassing(error) && !signal?.aborted) localStorage.removeItem(note);
    throw error;
  }
}

async function digestOf(bytes: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** After the pause, or as soon as the browser says that it is online again. */
function lineBack(pauseMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, pauseMs);
    window.addEventListener('online', done, { once: true });
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    function done() {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    }
  });
}

/** Of a picture one drawn for the screen, without place and device; of anything else the original. */
export const fileAddress = (id: string) => `/api/files/${id}`;
/** A small picture; answers 415 for what is no picture. */
export const thumbnailAddress = (id: string) => `/api/files/${id}/thumbnail`;
/** The bytes as they were handed in; the reason stays in their custody. */
export const originalAddress = (id: string, reason: string) =>
  `/api/files/${id}/original?reason=${encodeURIComponent(reason)}`;
