import { sql } from 'kysely';
import { z } from 'zod';
import { showTime } from '../../../kernel/calendar.ts';
import { problem } from '../../../kernel/problems.ts';
import { command } from '../../api/define.ts';
import { JOB_QUEUED, startJob } from '../../jobs/index.ts';
import { idInput } from '../../registers/types/reference.type.ts';
import { cleanText } from '../../registers/types/text.type.ts';
import { ruleWord } from '../../rule-sets/define.ts';
import { fileLifecycle } from '../file.lifecycle.ts';
import { destroyFile } from '../file.permissions.ts';
import { file } from '../file.register.ts';
import { FILE_RETENTION } from '../file-limits.rules.ts';
import { isHeld } from './held.ts';
import { dueAt } from './retention.ts';
import { sweep } from './sweep.job.ts';

const reason = z.string().transform(cleanText).pipe(z.string().min(2).max(500));

/**
 * Destroys files whose retention is over, as a person has confirmed: row, name and place lose their key with this
 * transaction, the bytes by a job right after it. All or none: one that is held or not yet due refuses the run and is named.
 */
export const destroy = command('files.destroy', {
  label: { zh: '到期销毁文件', en: 'Destroy files after retention' },
  may: destroyFile,
  input: z.object({ ids: z.array(idInput).min(1).max(200), reason }),
  output: z.object({ count: z.number() }),
  records: ['file.destroyed', JOB_QUEUED],
  async run(ctx, { ids, reason: why }) {
    const rule = ruleWord(ctx.rules(FILE_RETENTION));
    // In one order, so that two runs wait for each other instead of blocking each other.
    for (const id of [...new Set(ids)].sort()) {
      const row = await ctx.load(file, id);
      const state = await ctx.row<{ isHeld: boolean; dueAt: Date }>(
        sql`select ${isHeld} as is_held, ${dueAt(ctx)} as due_at from file f where f.id = ${id}`,
      );
      if (state?.isHeld) throw problem('file.held', { digest: row.sha256.slice(0, 12) }, 'ids');
      if (!state || state.dueAt > ctx.now) {
        const at = state ? showTime(state.dueAt, new Date(0)) : '';
        throw problem('file.not_due', { digest: row.sha256.slice(0, 12), at }, 'ids');
      }
      await ctx.transition(fileLifecycle, row, 'destroy', { destroyedAt: ctx.now });
      ctx.write(sql`update data_key set wrapped = null, destroyed_at = ${ctx.now}
        where register = 'file' and record_id = ${id} and wrapped is not null`);
      const { sha256, mediaType, size, createdAt } = row;
      ctx.fact({
        kind: 'file.destroyed',
        subject: { register: 'file', id },
        payload: { sha256, mediaType, size, keptSince: createdAt, dueAt: state.dueAt, rule, reason: why },
      });
    }
    await startJob(ctx, sweep, { input: {}, key: 'destroyed' });
    return { count: new Set(ids).size };
  },
});
