import { type RawBuilder, sql } from 'kysely';
import type { ReadContext } from '../../api/context.ts';
import { FILE_RETENTION } from '../file-limits.rules.ts';

/** When the retention of the file `f` is over, by the rule in force: an expression for raw SQL. */
export function dueAt(ctx: ReadContext): RawBuilder<Date> {
  const { pictureYears, videoYears, audioYears, paperYears, unboundDays } = ctx.rules(FILE_RETENTION).values;
  return sql<Date>`(case when f.subject_id is null then f.created_at + make_interval(days => ${unboundDays}::int)
    else f.created_at + make_interval(years => case split_part(f.media_type, '/', 1)
      when 'image' then ${pictureYears}::int when 'video' then ${videoYears}::int
      when 'audio' then ${audioYears}::int else ${paperYears}::int end) end)`;
}
