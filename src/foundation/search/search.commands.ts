import { z } from 'zod';
import { command } from '../api/define.ts';
import { definePermission } from '../identity/define.ts';
import { JOB_QUEUED, startJob } from '../jobs/index.ts';
import { remakeIndex } from './remake-index.ts';

export const remakeSearch = definePermission('search.remake', {
  label: { zh: '重建搜索索引', en: 'Make the search index again' },
  granted: { system_administrator: 'all' },
});

/** For the day on which somebody doubts the index; it is kept by every change, and nobody has to. */
export const remake = command('search.remake', {
  label: { zh: '重建搜索索引', en: 'Make the search index again' },
  may: remakeSearch,
  input: z.object({}),
  output: z.object({ jobId: z.string() }),
  records: [JOB_QUEUED],
  async run(ctx) {
    const { id } = await startJob(ctx, remakeIndex, { input: {}, key: 'whole' });
    return { jobId: id };
  },
});
