import { sql } from 'kysely';
import { problem } from '../../kernel/problems.ts';
import type { CommandContext, ReadContext } from '../api/context.ts';

export interface Letterhead {
  readonly unitId: string;
  readonly officialName: string;
  readonly series: string;
  /** Id of the file with the seal; null where none was laid down. */
  readonly sealFileId: string | null;
}

/** Under what name, series and seal a unit signs at this instant; the newest one in use. Undefined where it has none. */
export async function letterheadOf(ctx: ReadContext, unitId: string): Promise<Letterhead | undefined> {
  return ctx.row<Letterhead>(sql`
    select unit_id, official_name, series, seal[1] as seal_file_id from letterhead
    where unit_id = ${unitId} and state = 'active' and in_use_from <= (${ctx.now}::timestamptz at time zone 'Asia/Shanghai')::date
    order by in_use_from desc, created_at desc limit 1`);
}

/**
 * The next number of a hat's series, such as `石应急办发〔2026〕12号`: without gaps per series and year, undone with the
 * transaction. @throws `letterhead.missing` when the unit signs no papers of its own
 */
export async function nextPaperNumber(ctx: CommandContext, unitId: string): Promise<string> {
  const head = await letterheadOf(ctx, unitId);
  if (!head) throw problem('letterhead.missing');
  return ctx.nextNumber(head.series);
}
