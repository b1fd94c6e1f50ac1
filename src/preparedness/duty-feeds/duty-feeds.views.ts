import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { DUTY_KINDS } from '../duty-posts/duty-post.register.ts';
import { dutyShift } from '../duty-shifts/duty-shift.register.ts';
import { readShift } from '../duty-shifts/index.ts';
import { keepFeed } from './duty-feed.permissions.ts';
import { dutyFeed } from './duty-feed.register.ts';

const feed = z.object({ id: z.string(), unitName: z.string().nullable(), createdAt: z.date() });

/** Links of the person signed in. */
export const list = view('dutyFeeds.list', {
  label: { zh: '我的日历订阅', en: 'My calendar links' },
  may: keepFeed,
  input: z.object({}),
  output: z.object({ items: z.array(feed) }),
  reads: [dutyFeed],
  async run(ctx) {
    const items = await ctx.rows<z.input<typeof feed>>(sql`
      select f.id, u.short_name as unit_name, f.created_at from ${ctx.visible(dutyFeed)} f left join unit u on u.id = f.unit_id
      where f.owner_id = ${ctx.viewer.personId} and f.state = 'active' order by f.created_at desc`);
    return { items };
  },
});

/** Whose link it is, asked before anybody is known. */
export const feedWith = (digest: string) =>
  sql`select owner_id, unit_id from duty_feed where digest = ${digest} and state = 'active'`;

const event = z.object({
  id: z.string(),
  version: z.number(),
  startsAt: z.date(),
  endsAt: z.date(),
  changedAt: z.date(),
  dutyKind: z.string(),
  unitName: z.string(),
  personName: z.string(),
  substituteName: z.string().nullable(),
});

const LABELS = new Map<string, string>(DUTY_KINDS.map(({ id, label }) => [id, label.zh]));
export const kindName = (id: string): string => LABELS.get(id) ?? id;

/** What a link shows: published shifts from a month ago on, of the person or of a unit, by the rights of now. */
export const calendar = view('dutyFeeds.calendar', {
  label: { zh: '值班日历', en: 'Calendar of duty' },
  may: readShift,
  input: z.object({ unitId: idInput.optional() }),
  output: z.object({ items: z.array(event) }),
  reads: [dutyShift],
  async run(ctx, { unitId }) {
    const whose = unitId
      ? sql`s.unit_id = ${unitId}`
      : sql`${ctx.viewer.personId}::uuid in (s.person_id, s.substitute_id)`;
    const items = await ctx.rows<z.input<typeof event>>(sql`
      select s.id, s.version, s.starts_at, s.ends_at, s.changed_at, s.duty_kind, u.short_name as unit_name, p.name as person_name,
        b.name as substitute_name
      from ${ctx.visible(dutyShift)} s join unit u on u.id = s.unit_id join person p on p.id = s.person_id
        left join person b on b.id = s.substitute_id
      where s.state = 'published' and ${whose} and s.ends_at > ${ctx.now}::timestamptz - interval '31 days'
      order by s.starts_at, s.duty_kind, s.seat limit 2000`);
    return { items };
  },
});
