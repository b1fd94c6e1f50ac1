import { sql } from 'kysely';
import { z } from 'zod';
import { rowsOf } from '../../api/index.ts';
import { defineJob } from '../../jobs/index.ts';
import { FILE_LIMITS } from '../file-limits.rules.ts';
import { renditions } from '../pictures/renditions.ts';
import { fileStore } from '../store.ts';
import { uploadParts } from '../uploads/parts.ts';

const HOUR = 3_600_000;
const STAGE = { zh: '清理存储', en: 'Clearing the store' };

/**
 * Keeps the disk in step with the records: the bytes of destroyed files go, and uploads that nobody has gone on with for
 * the hours of the rule. A content that another file still names stays.
 */
export const sweep = defineJob<Record<string, never>>('files.sweep', {
  label: { zh: '清理文件存储', en: 'Clear the file store' },
  input: z.strictObject({}),
  everyMinutes: 60,
  async run({ platform, progress }) {
    const store = fileStore(platform.home);
    const drawn = renditions(platform.home, store.pathOf);
    const now = platform.clock.now();
    const { waitHours } = platform.rules(FILE_LIMITS, now).values;
    const uploads = await uploadParts(platform.home).sweep(new Date(now.getTime() - waitHours * HOUR));
    const gone = await platform.database.transact(
      (tx) =>
        rowsOf<{ sha256: string }>(
          tx,
          sql`select distinct sha256 from file f where state = 'destroyed'
            and not exists (select 1 from file o where o.sha256 = f.sha256 and o.state <> 'destroyed')`,
        ),
      { readOnly: true },
    );
    let contents = 0;
    for (const [index, { sha256 }] of gone.entries()) {
      await progress({ done: index, total: gone.length, stage: STAGE });
      if (!(await store.has(sha256))) continue;
      await store.remove(sha256);
      await drawn.remove(sha256);
      contents += 1;
    }
    return { uploads, contents };
  },
});
