import { z } from 'zod';
import { command } from '../api/define.ts';
import { noteLookup } from './external.permissions.ts';
import { externalLookup, OUTCOMES } from './external-lookup.register.ts';

export const note = command('externalLookups.note', {
  label: { zh: '查询外部台账', en: 'Look into an external register' },
  may: noteLookup,
  input: z.object({
    register: z.string().max(60),
    keyDigest: z.string().max(64),
    purpose: z.string().min(2).max(200),
    outcome: z.enum(OUTCOMES.map(({ id }) => id) as ['found', 'missing', 'failed']),
    isCached: z.boolean(),
    answer: z.string().max(20_000).nullable(),
    fetchedAt: z.iso.datetime().nullable(),
    expiresAt: z.iso.datetime().nullable(),
  }),
  output: z.object({ id: z.string() }),
  records: ['external_lookup.made'],
  async run(ctx, { fetchedAt, expiresAt, ...input }) {
    const row = await ctx.insert(externalLookup, {
      ...input,
      fetchedAt: fetchedAt === null ? null : new Date(fetchedAt),
      expiresAt: expiresAt === null ? null : new Date(expiresAt),
    });
    const { register, keyDigest, purpose, outcome, isCached } = input;
    ctx.fact({
      kind: 'external_lookup.made',
      subject: { register: 'external_lookup', id: row.id },
      payload: { register, keyDigest, purpose, outcome, isCached },
    });
    return { id: row.id };
  },
});
