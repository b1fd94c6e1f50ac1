import { sql } from 'kysely';
import { z } from 'zod';
import { dayText } from '../../kernel/calendar.ts';
import { defineJob } from '../jobs/index.ts';
import { expireCopies as mayExpire } from './external.permissions.ts';

/** Every register of copies, hourly: what its day has passed is ended, batch by batch. */
export const expireCopies = defineJob('externals.expire', {
  label: { zh: '清除到期缓存', en: 'Remove expired copies' },
  input: z.object({}),
  everyMinutes: 60,
  async run({ platform, read, command, progress }) {
    let done = 0;
    for (const { register, inUse } of platform.catalogue.faces.values()) {
      if (!platform.catalogue.commands.has(`${register.plural}.expireCopies`)) continue;
      const isAnyDue = () =>
        read(mayExpire, async (ctx) => {
          const due = sql`state = any(${[...inUse]}::text[]) and copied_until < ${dayText(ctx.now)}::date`;
          return (await ctx.row(sql`select 1 from ${sql.table(register.name)} where ${due} limit 1`)) !== undefined;
        });
      for (let batch = 0; await isAnyDue(); batch += 1) {
        const { count } = await command<{ count: number }>(
          `${register.plural}.expireCopies`,
          {},
          `${register.name}/${batch}`,
        );
        done += count;
        await progress({ done });
      }
    }
    return { expired: done };
  },
});
