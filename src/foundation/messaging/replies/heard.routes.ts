import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { problem } from '../../../kernel/problems.ts';
import { type Platform, readInput } from '../../api/index.ts';
import { ANYBODY } from '../../identity/define.ts';
import type { Environment } from '../define.ts';
import { isSigned } from '../sms/gateway-signature.ts';
import { hearing } from './hearing.ts';

const heard = z.object({
  receipts: z
    .array(
      z.object({
        reference: z.string().min(1).max(120),
        isDelivered: z.boolean(),
        reason: z.string().max(100).default(''),
      }),
    )
    .max(500)
    .default([]),
  replies: z
    .array(
      z.object({ reference: z.string().min(1).max(120), from: z.string().min(1).max(60), text: z.string().max(2000) }),
    )
    .max(100)
    .default([]),
});

const LABEL = { zh: '短信网关来报', en: 'Report of the short message gateway' };

/**
 * `POST /api/messages/sms`: what a short message gateway has to say. A program stands at the other end that has no account:
 * it proves itself by the signature over the time and the very bytes (`x-signed-at`, `x-signature`), so the body is read
 * as text here. Answered once everything is stored; said again it changes nothing.
 */
export function messageRoutes(platform: Platform, environment: Environment): (app: FastifyInstance) => void {
  const hear = hearing(platform)('sms');
  return (app) => {
    app.removeContentTypeParser('application/json');
    app.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: 512 * 1024 }, (_request, body, done) =>
      done(null, body),
    );
    app.post('/api/messages/sms', { config: { may: ANYBODY } }, async (request) => {
      const secret = environment.SMS_GATEWAY_SECRET;
      const body = typeof request.body === 'string' ? request.body : '';
      if (!secret || !isSigned(secret, body, request.headers, platform.clock.now()))
        throw problem('message.not_signed');
      const { receipts, replies } = readInput(heard, parsed(body), LABEL) as z.output<typeof heard>;
      await Promise.all(receipts.map((one) => hear({ kind: 'receipt', ...one })));
      for (const one of replies) await hear({ kind: 'reply', ...one });
      return { heard: receipts.length + replies.length };
    });
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw problem('input.invalid');
  }
}
