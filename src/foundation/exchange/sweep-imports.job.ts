import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { z } from 'zod';
import { isId } from '../../kernel/ids.ts';
import { defineJob } from '../jobs/index.ts';
import { unstage } from './stage.ts';

const DAY_MS = 86_400_000;
/** A file nobody went on with is let go after so many days; the import can be begun anew. */
const KEPT_DAYS = 7;

/** Removes staged files of imports that are over, were never recorded, or were left lying. */
export const sweepImports = defineJob('imports.sweep', {
  label: { zh: '清理导入暂存文件', en: 'Clear staged files' },
  input: z.object({}),
  everyMinutes: 60,
  async run({ platform }) {
    const names = await readdir(join(platform.home, 'imports')).catch(() => [] as string[]);
    const ids = names.filter(isId);
    const since = new Date(platform.clock.now().getTime() - KEPT_DAYS * DAY_MS);
    const { rows } = await sql<{ id: string }>`select id from "import" where id = any(${ids}::uuid[])
      and state not in ('written', 'abandoned') and created_at > ${since}`.execute(platform.database.kysely);
    const open = new Set(rows.map(({ id }) => id));
    const over = ids.filter((id) => !open.has(id));
    for (const id of over) await unstage(platform.home, id);
    return { removed: over.length };
  },
});
