import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { isSameBytes } from '../../personal-data/index.ts';

/** Signed words between the platform and devices: whoever only reaches the broker can neither sound a siren nor forge a receipt. */
const envelope = z.object({ payload: z.string().max(20_000), signature: z.string().max(200) });

const digest = (secret: string, payload: string) => createHmac('sha256', secret).update(payload).digest('hex');

export function sealed(secret: string, words: object): string {
  const payload = JSON.stringify(words);
  return JSON.stringify({ payload, signature: digest(secret, payload) });
}

/** What was said, where the signature is right; undefined otherwise. */
export function opened(secret: string, text: string): unknown {
  try {
    const { payload, signature } = envelope.parse(JSON.parse(text));
    const own = digest(secret, payload);
    return isSameBytes(Buffer.from(signature), Buffer.from(own)) ? JSON.parse(payload) : undefined;
  } catch {
    return undefined;
  }
}
