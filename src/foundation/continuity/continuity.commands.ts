import { sql } from 'kysely';
import { z } from 'zod';
import { command } from '../api/define.ts';
import { JOB_QUEUED, startJob } from '../jobs/index.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { drillRestore, keepPack, makePack, readPack } from './continuity.permissions.ts';
import { CONTINUITY_RULES } from './continuity.rules.ts';
import { makeFallbackPack } from './fallback-pack.job.ts';
import { fallbackPack } from './fallback-pack.register.ts';
import { restoreDrill } from './restore-drill.job.ts';

const queued = z.object({ jobId: z.string() });

/** One now, beside the hourly ones: before a storm, before the power is switched. */
export const make = command('fallbackPacks.make', {
  label: { zh: '立即生成备用资料包', en: 'Make a pack now' },
  may: makePack,
  input: z.object({}),
  output: queued,
  records: [JOB_QUEUED],
  perMinute: 6,
  async run(ctx) {
    const { id } = await startJob(ctx, makeFallbackPack, { input: {}, key: 'pack', lane: 'continuity' });
    return { jobId: id };
  },
});

/** Records a pack that lies in its folder, and names those whose time is over. */
export const note = command('fallbackPacks.note', {
  label: { zh: '登记备用资料包', en: 'Record a pack' },
  may: keepPack,
  input: z.object({
    madeAt: fallbackPack.fields.madeAt.input,
    fileName: z.string().max(100),
    sha256: z.string().length(64),
    size: z.number().int(),
    rowCount: z.number().int(),
  }),
  output: z.object({ id: z.string(), removed: z.array(z.string()) }),
  records: ['fallback_pack.made'],
  async run(ctx, input) {
    const row = await ctx.insert(fallbackPack, input);
    const { keptHours } = ctx.rules(CONTINUITY_RULES).values;
    const oldest = new Date(ctx.now.getTime() - keptHours * 3_600_000);
    const removed = await ctx.rows<{ fileName: string }>(sql`
      update fallback_pack set state = 'removed', version = version + 1, changed_at = ${ctx.now}
      where state = 'active' and made_at < ${oldest} returning file_name`);
    const { fileName, sha256, rowCount } = input;
    ctx.fact({
      kind: 'fallback_pack.made',
      subject: { register: 'fallback_pack', id: row.id },
      payload: { fileName, sha256, rowCount, removed: removed.length },
    });
    return { id: row.id, removed: removed.map((one) => one.fileName) };
  },
});

/** Numbers in plain leave the house with it: who took it, and when, stays. */
export const take = command('fallbackPacks.take', {
  label: { zh: '取用备用资料包', en: 'Take a pack' },
  may: readPack,
  input: z.object({ id: idInput }),
  output: z.object({ fileName: z.string() }),
  records: ['fallback_pack.taken'],
  async run(ctx, { id }) {
    const row = await ctx.record(fallbackPack, id);
    ctx.fact({
      kind: 'fallback_pack.taken',
      subject: { register: 'fallback_pack', id },
      payload: { fileName: row.fileName },
    });
    return { fileName: row.fileName };
  },
});

/** A backup that was never restored is a hope: makes one, restores it elsewhere, compares, and says how long it took. */
export const drill = command('continuity.drill', {
  label: { zh: '恢复演练', en: 'Restore drill' },
  may: drillRestore,
  input: z.object({}),
  output: queued,
  records: [JOB_QUEUED],
  perMinute: 2,
  async run(ctx) {
    const { id } = await startJob(ctx, restoreDrill, { input: {}, key: 'drill', lane: 'continuity' });
    return { jobId: id };
  },
});
