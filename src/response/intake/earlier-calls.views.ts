import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { readIntake } from './intake.permissions.ts';
import { intake } from './intake.register.ts';

const SHOWN = 5;

const item = z.object({
  id: z.string(),
  number: z.string(),
  state: z.string(),
  kind: z.string(),
  knownAt: z.date(),
  placeText: z.string(),
  /** Masked, as contacts are. */
  callerName: z.string().nullable(),
});
type Item = z.input<typeof item>;

/** 来电记录: who rings has rung before. Found by the digest of the whole number; the number itself is opened to nobody here. */
export const earlierCalls = view('intake.earlierCalls', {
  label: { zh: '同一号码的接报', en: 'Earlier calls of a number' },
  may: readIntake,
  input: z.object({ q: z.string().max(60) }),
  output: z.object({ items: z.array(item), total: z.number(), falseReports: z.number() }),
  reads: [intake],
  async run(ctx, { q }) {
    const { blind } = intake.fields.callerPhone;
    const digest = blind && ctx.blindWord(blind, q);
    if (!digest) return { items: [], total: 0, falseReports: 0 };
    const known = sql`i.caller_phone_blind @> ${[digest]}::text[]`;
    const items = await ctx.rows<Item>(sql`
      select i.id, coalesce(i.number, '') as number, i.state, i.kind, i.known_at, i.place_text, i.caller_name
      from ${ctx.visible(intake)} i where ${known} order by i.known_at desc, i.id desc limit ${SHOWN}`);
    await ctx.openPersonal(intake, items);
    const counted = await ctx.row<{ total: number; falseReports: number }>(sql`
      select count(*)::int as total, (count(*) filter (where i.state = 'false_report'))::int as false_reports
      from ${ctx.visible(intake)} i where ${known}`);
    return { items, total: counted?.total ?? 0, falseReports: counted?.falseReports ?? 0 };
  },
});
