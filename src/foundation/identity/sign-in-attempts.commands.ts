import { z } from 'zod';
import { command } from '../api/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { keepSessions } from './account.permissions.ts';
import { signInAttempt } from './sign-in-attempt.register.ts';

/** Notes a refused sign-in: what the throttle counts and the auditor reads. The typed name itself is not kept. */
export const refuse = command('signInAttempts.refuse', {
  label: { zh: '登录被拒', en: 'Sign-in refused' },
  may: keepSessions,
  input: z.object({
    nameDigest: z.string().max(64),
    accountId: idInput.nullable(),
    address: z.string().max(60),
    reason: z.enum(['unknown', 'password', 'code']),
  }),
  output: z.object({}),
  records: ['sign_in_attempt.refused'],
  async run(ctx, input) {
    const row = await ctx.insert(signInAttempt, { ...input, state: 'refused' });
    ctx.fact({
      kind: 'sign_in_attempt.refused',
      subject: { register: 'sign_in_attempt', id: row.id },
      concerns: input.accountId ? [{ register: 'account', id: input.accountId }] : [],
      payload: { reason: input.reason },
    });
    return {};
  },
});
