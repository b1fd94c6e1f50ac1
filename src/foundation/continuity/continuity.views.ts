import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../api/define.ts';
import { drillRestore, readPack } from './continuity.permissions.ts';
import { CONTINUITY_RULES } from './continuity.rules.ts';
import { fallbackPack } from './fallback-pack.register.ts';

const pack = z.object({
  id: z.string(),
  fileName: z.string(),
  madeAt: z.date(),
  size: z.number(),
  rowCount: z.number(),
  sha256: z.string(),
});

/** Packs that lie in their folder, newest first, and when one is late: its writer is broken, and nobody would notice. */
export const list = view('fallbackPacks.list', {
  label: { zh: '备用资料包', en: 'Fallback packs' },
  may: readPack,
  input: z.object({}),
  output: z.object({ items: z.array(pack), everyMinutes: z.number(), isLate: z.boolean(), isElsewhere: z.boolean() }),
  reads: [fallbackPack],
  async run(ctx) {
    const items = await ctx.rows<z.input<typeof pack>>(sql`
      select id, file_name, made_at, size, row_count, sha256 from ${ctx.visible(fallbackPack)} p
      where state = 'active' order by made_at desc limit 200`);
    const { everyMinutes } = ctx.rules(CONTINUITY_RULES).values;
    const newest = items[0]?.madeAt;
    const isLate = newest === undefined || ctx.now.getTime() - newest.getTime() > everyMinutes * 2 * 60_000;
    return { items, everyMinutes, isLate, isElsewhere: process.env.FALLBACK_FOLDER !== undefined };
  },
});

const drill = z.object({
  id: z.string(),
  state: z.string(),
  endedAt: z.date().nullable(),
  result: z
    .object({
      tables: z.number(),
      rows: z.number(),
      size: z.number(),
      backupSeconds: z.number(),
      restoreSeconds: z.number(),
      isWhole: z.boolean(),
    })
    .nullable(),
});

/** Drills of the last years, newest first. */
export const drills = view('continuity.drills', {
  label: { zh: '恢复演练记录', en: 'Restore drills' },
  may: drillRestore,
  input: z.object({}),
  output: z.object({ items: z.array(drill) }),
  reads: [],
  async run(ctx) {
    const items = await ctx.rows<z.input<typeof drill>>(sql`
      select id, state, ended_at, result from job where kind = 'continuity.drill'
      order by created_at desc limit 50`);
    return { items };
  },
});
