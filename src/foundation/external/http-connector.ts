import { problem } from '../../kernel/problems.ts';
import { answered, askOutside, configured } from '../outside/index.ts';
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
  // Redirected to elsewhere, the secret would be handed to a stranger.
  const redirects = { most: MOST_REDIRECTS, within: 'origin' } as const;
  const answer = answered(
    await askOutside(configured, address, { headers, timeoutMs, mostBytes: MOST_BYTES, redirects }),
  );
  if (!answer) return undefined;
  const text = new TextDecoder().decode(answer.bytes);
  if (/html/i.test(answer.mediaType) || /^\s*</.test(text)) throw problem('external.not_json');
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw problem('external.not_json');
  }
  return valuesOf(connector, parsed);
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
