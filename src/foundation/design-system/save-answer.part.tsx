import { ApiProblem, addressOf, request } from '../api/web.ts';
import { toast } from './Toasts.part.tsx';

/** Saves the file that the server makes to a question. What was typed goes in the body, as in every question. */
export async function saveAnswer(name: string, input: Readonly<Record<string, unknown>>): Promise<void> {
  const { method, path, rest } = addressOf(name, 'view', input);
  if (method === 'GET') return location.assign(path);
  try {
    const answer = await request(path, { method, body: rest });
    const [, fileName = ''] = /filename\*=UTF-8''(.+)$/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
    saveBlob(decodeURIComponent(fileName), await answer.blob());
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    toast(error.phrase);
  }
}

/** Hands bytes out as a file. */
export function saveBlob(fileName: string, bytes: Blob): void {
  const url = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
