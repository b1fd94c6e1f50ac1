import { createHmac } from 'node:crypto';
import { isSameBytes } from '../../personal-data/index.ts';

/** A signature older or newer than this is not believed: what was overheard cannot be played back tomorrow. */
const VALID_MS = 5 * 60_000;

/** Headers that prove who sends: seconds since 1970, and HMAC-SHA-256 over them and the body. */
export function signed(secret: string, body: string, now: Date): Record<string, string> {
  const at = String(Math.floor(now.getTime() / 1000));
  return { 'x-signed-at': at, 'x-signature': digest(secret, at, body) };
}

/** Is this signature of that body, made by who knows the secret, a short while ago? */
export function isSigned(secret: string, body: string, headers: Readonly<Record<string, unknown>>, now: Date): boolean {
  const [at, signature] = [headers['x-signed-at'], headers['x-signature']];
  if (typeof at !== 'string' || typeof signature !== 'string' || !/^\d{1,12}$/.test(at)) return false;
  if (Math.abs(now.getTime() - Number(at) * 1000) > VALID_MS) return false;
  return isSameBytes(Buffer.from(signature), Buffer.from(digest(secret, at, body)));
}

const digest = (secret: string, at: string, body: string) =>
  createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
