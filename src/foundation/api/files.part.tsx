import { newId } from '../../kernel/ids.ts';
import { requestJson } from './requests.part.tsx';

export interface KeptFile {
  readonly id: string;
  readonly sha256: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
}

/** Keeps a file on the server. The same `key` may be sent again after a break: it stays one file. @throws ApiProblem */
export function uploadFile(file: File, key = newId(), signal?: AbortSignal): Promise<KeptFile> {
  return requestJson<KeptFile>(`/api/files?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    body: file,
    headers: {
      'content-type': file.type || 'application/octet-stream',
      'idempotency-key': key,
      'fengsui-file-name': encodeURIComponent(file.name),
    },
    ...(signal ? { signal } : {}),
  });
}

export const fileAddress = (id: string) => `/api/files/${id}`;
