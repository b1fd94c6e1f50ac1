import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../../kernel/ids.ts';
import { Problem, problem } from '../../kernel/problems.ts';
import type { Platform } from './platform.ts';

/** Writes every error as `application/problem+json` (RFC 9457) with a key of the catalogue and words in both languages. */
export function errorWriter(platform: Platform) {
  return (error: FastifyError | Problem | Error, request: FastifyRequest, reply: FastifyReply): void => {
    const known = error instanceof Problem ? error : translated(error);
    if (known) {
      if (known.status === 503 || known.status === 429) {
        reply.header('retry-after', String(secondsToWait(known)));
      }
      void reply
        .code(known.status)
        .type('application/problem+json')
        .send(JSON.stringify(body(known)));
      return;
    }
    const reference = newId();
    platform.log('error', 'request.failed', {
      reference,
      route: request.routeOptions.url,
      method: request.method,
      reason: error.message,
      stack: error.stack,
    });
    void reply
      .code(500)
      .type('application/problem+json')
      .send(JSON.stringify(body(problem('server.failed', { reference }))));
  };
}

/** Two seconds for what heals by itself, else what the problem says. */
function secondsToWait({ params }: Problem): number {
  return Number(params.seconds ?? 0) || Number(params.minutes ?? 0) * 60 || 2;
}

export function body({ key, status, phrase, field, details }: Problem) {
  return { key, status, message: phrase, field, details: details.length > 0 ? details : undefined };
}

/** What frameworks and the database say, in the words of the catalogue; undefined for what only we can have caused. */
function translated(error: Error & { code?: string; statusCode?: number; validation?: unknown }): Problem | undefined {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return problem('input.too_large', { limit: '1 MB' });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return problem('input.media_type');
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return problem('input.invalid');
    // Text that SQL cannot take as the type it stands for: wrong id, number out of range, zero byte, bad encoding.
    case '22P02':
    case '22003':
    case '22007':
    case '22008':
    case '22021':
    case '22P05':
    case '23502':
    case '23503':
    case '23514':
      return problem('input.invalid');
    case '23505':
      return problem('record.doubled', { label: { zh: '记录', en: 'The record' }, value: '' });
    case '40001':
    case '40P01':
      return problem('command.conflict');
  }
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return problem('input.invalid');
  return undefined;
}
