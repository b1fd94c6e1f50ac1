import { problem } from '../../kernel/problems.ts';
import type { HttpConnector } from './define.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Values = Record<string, unknown>;

/** An answer about one record is small. */
const MOST_BYTES = 1024 * 1024;
const MOST_REDIRECTS = 3;

/** @returns undefined where the other side has no such record. @throws `external.…` in words */
export async function askHttp(connector: HttpConnector, environment: Environment, key: string, timeoutMs: number) {
  const template = environment[connector.addressIn] ?? '';
  const address = URL.parse(template.replaceAll('{key}', encodeURIComponent(key)));
  if (!address) throw problem('external.unreachable', { reason: { zh: '地址设置有误', en: 'its address is wrong' } });
  const { secret } = connector;
  const token = secret ? environment[secret.valueIn] : undefined;
  const headers = { accept: 'application/json', ...(secret && token ? { [secret.header]: token } : {}) };
  const answer = await follow(address, headers, AbortSignal.timeout(timeoutMs));
  if (answer.status === 404) return undefined;
  if (answer.status === 401 || answer.status === 403) throw problem('external.refused');
  if (!answer.ok) throw problem('external.unreachable', { reason: `HTTP ${answer.status}` });
  const text = await limited(answer);
  if (/html/i.test(answer.headers.get('content-type') ?? '') || /^\s*</.test(text)) throw problem('external.not_json');
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw problem('external.not_json');
  }
  return valuesOf(connector, parsed);
}

/** A redirect within the same place is followed; one to elsewhere would hand the secret to a stranger. */
async function follow(start: URL, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
  let address = start;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const answer = await fetch(address, { headers, redirect: 'manual', signal }).catch((error: Error) => {
      const reason = error.name === 'TimeoutError' ? { zh: '超时未应答', en: 'no answer in time' } : UNREACHED;
      throw problem('external.unreachable', { reason });
    });
    if (answer.status < 300 || answer.status >= 400) return answer;
    const next = URL.parse(answer.headers.get('location') ?? '', address.href);
    await answer.body?.cancel();
    if (!next || next.origin !== start.origin) throw problem('external.redirected');
    address = next;
  }
  throw problem('external.redirected');
}

const UNREACHED = { zh: '连接不上', en: 'it is not reached' };

async function limited(answer: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of answer.body ?? []) {
      size += part.length;
      if (size > MOST_BYTES) throw problem('external.too_large');
      parts.push(part);
    }
  } catch (error) {
    if ((error as { name?: string }).name === 'Problem') throw error;
    throw problem('external.unreachable', { reason: { zh: '应答中断', en: 'the answer broke off' } });
  }
  return new TextDecoder().decode(Buffer.concat(parts));
}

function valuesOf({ fields }: HttpConnector, parsed: unknown): Values | undefined {
  const values = Object.fromEntries(Object.entries(fields).map(([field, place]) => [field, at(parsed, place)]));
  return Object.values(values).some((value) => value !== null) ? values : undefined;
}

function at(parsed: unknown, place: string): unknown {
  let value = parsed;
  for (const part of place.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return null;
    value = (value as Record<string, unknown>)[part];
  }
  return value ?? null;
}
