import type { Phrase } from '../../kernel/phrases.ts';
import { createStore } from '../live/web.ts';

/** What went wrong, in both languages, with the field it belongs to; the keys are those of the error catalogue. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly key: string;
  /** HTTP status; 0 when the server was not reached. */
  readonly status: number;
  readonly phrase: Phrase;
  /** Path of the input field, such as `casualties.deaths`. */
  readonly field: string | undefined;
  readonly details: readonly { field: string; message: Phrase }[];

  constructor(answer: Pick<ApiProblem, 'key' | 'status' | 'phrase'> & Partial<Pick<ApiProblem, 'field' | 'details'>>) {
    super(answer.key);
    this.key = answer.key;
    this.status = answer.status;
    this.phrase = answer.phrase;
    this.field = answer.field;
    this.details = answer.details ?? [];
  }
}

/** Not reached, or reached in the middle of a restart: trying again is right and safe. */
export function isPassing(problem: unknown): boolean {
  return problem instanceof ApiProblem && [0, 502, 503, 504].includes(problem.status);
}

const UNREACHED: Phrase = {
  zh: '未能连接服务器，内容仍在本页，恢复后可再次提交',
  en: 'The server could not be reached; your input is still on this page, submit it again when the connection is back',
};
const UNREADABLE: Phrase = { zh: '服务器的回答无法读取', en: 'The answer of the server could not be read' };

const HAT_KEY = 'fengsui.hat';

/** The hat acted under, chosen per tab: two tabs of one person may act for two units. */
export const actingHat = createStore<string | undefined>(sessionStorage.getItem(HAT_KEY) ?? undefined);
actingHat.subscribe(() => {
  const hat = actingHat.get();
  if (hat === undefined) sessionStorage.removeItem(HAT_KEY);
  else sessionStorage.setItem(HAT_KEY, hat);
});

let lastInputAt = 0;
for (const kind of ['pointerdown', 'keydown']) {
  window.addEventListener(kind, () => {
    lastInputAt = Date.now();
  });
}
const ACTIVE_MS = 60_000;

export interface ApiRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** One request to the server. @throws ApiProblem */
export async function request(path: string, { method = 'GET', body, headers, signal }: ApiRequest = {}) {
  const hat = actingHat.get();
  const isJson = body !== undefined && !(body instanceof Blob);
  const answer = await fetch(path, {
    method,
    headers: {
      accept: 'application/json',
      ...(isJson ? { 'content-type': 'application/json' } : {}),
      ...(hat ? { 'fengsui-hat': hat } : {}),
      // A person, not a timer, is behind it: the idle lock counts from here.
      ...(Date.now() - lastInputAt < ACTIVE_MS ? { 'fengsui-active': '1' } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isJson ? JSON.stringify(body) : (body as Blob) }),
    ...(signal ? { signal } : {}),
    credentials: 'same-origin',
    cache: 'no-store',
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new ApiProblem({ key: 'network.lost', status: 0, phrase: UNREACHED });
  });
  if (answer.ok) return answer;
  throw await problemOf(answer);
}

async function problemOf(answer: Response): Promise<ApiProblem> {
  const body = await answer.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null || !('message' in body)) {
    const phrase = answer.status >= 502 && answer.status <= 504 ? UNREACHED : UNREADABLE;
    return new ApiProblem({ key: 'network.answer', status: answer.status, phrase });
  }
  const { key, message, field, details } = body as {
    key: string;
    message: Phrase;
    field?: string;
    details?: { field: string; message: Phrase }[];
  };
  return new ApiProblem({
    key,
    status: answer.status,
    phrase: message,
    ...(field ? { field } : {}),
    ...(details ? { details } : {}),
  });
}

export async function requestJson<T>(path: string, options?: ApiRequest): Promise<T> {
  const answer = await request(path, options);
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}
