import { z } from 'zod';
import { command } from '../../foundation/api/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { dutyFeedLifecycle } from './duty-feed.lifecycle.ts';
import { keepFeed } from './duty-feed.permissions.ts';
import { dutyFeed } from './duty-feed.register.ts';

/** Keeps the digest of a link; the link itself exists only in the answer that showed it. */
export const store = command('dutyFeeds.store', {
  label: { zh: '订阅值班日历', en: 'Make a calendar link' },
  may: keepFeed,
  input: z.object({ unitId: idInput.optional(), digest: z.string().regex(/^[0-9a-f]{64}$/) }),
  output: z.object({ id: z.string() }),
  records: ['duty_feed.made'],
  async run(ctx, { unitId, digest }) {
    const row = await ctx.insert(dutyFeed, { ownerId: ctx.viewer.personId, unitId: unitId ?? null, digest });
    ctx.fact({
      kind: 'duty_feed.made',
      subject: { register: 'duty_feed', id: row.id },
      payload: { unitId: unitId ?? null },
    });
    return row;
  },
});

/** 停用: a link that was lost shows nothing from now on. */
export const end = command('dutyFeeds.end', {
  label: { zh: '停用日历订阅', en: 'End a calendar link' },
  may: keepFeed,
  input: z.object({ id: idInput }),
  output: z.object({ id: z.string(), state: z.string(), version: z.number() }),
  records: ['duty_feed.ended'],
  async run(ctx, { id }) {
    const row = await ctx.transition(dutyFeedLifecycle, await ctx.load(dutyFeed, id), 'end', { endedAt: ctx.now });
    ctx.fact({ kind: 'duty_feed.ended', subject: { register: 'duty_feed', id }, payload: {} });
    return row;
  },
});
