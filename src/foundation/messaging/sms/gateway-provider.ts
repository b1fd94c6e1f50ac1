import { z } from 'zod';
import { notNow, postJson } from '../post-json.ts';
import { signed } from './gateway-signature.ts';
import type { SmsProvider, Taken } from './sms-provider.ts';

export interface GatewaySettings {
  /** Where a letter is posted to. */
  readonly url: string;
  /** Shared with the gateway: signs what goes out and proves what comes back. */
  readonly secret: string;
  readonly patience?: number;
}

const PATIENCE_MS = 8000;
/** Answers that will be the same tomorrow. */
const FINAL = [400, 404, 422];
const answered = z.object({ reference: z.string().min(1).max(120) });

/**
 * A gateway of a short message company over HTTP: `{ id, to, text }` as JSON, signed; it answers `{ reference }`, under
 * which the receipt comes to `/api/messages/sms`. 400, 404 and 422 refuse the number; everything else means «not now».
 */
export function gatewayProvider({ url, secret, patience = PATIENCE_MS }: GatewaySettings): SmsProvider {
  const { host } = new URL(url);
  return {
    name: `gateway ${host}`,
    async send({ id, to, text }): Promise<Taken> {
      const body = JSON.stringify({ id, to, text });
      const headers = { 'idempotency-key': id, ...signed(secret, body, new Date()) };
      const answer = await postJson(url, body, { patience, headers });
      if (FINAL.includes(answer.status)) return { kind: 'refused', reason: `HTTP ${answer.status}` };
      if (answer.status < 200 || answer.status > 299) throw notNow(`HTTP ${answer.status}`);
      // A gateway that takes a letter and cannot say its name is believed, or the person would get it twice.
      const named = answered.safeParse(answer.body);
      return { kind: 'taken', references: named.success ? [named.data.reference] : [] };
    },
    async close() {},
  };
}
