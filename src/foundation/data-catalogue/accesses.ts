import { sql } from 'kysely';
import type { Phrase } from '../../kernel/phrases.ts';
import type { ViewContext } from '../api/context.ts';

/** The newest; the log of personal data has them all for the audit administrator. */
const SHOWN = 100;

interface Access {
  readonly id: string;
  readonly at: Date;
  readonly kind: Phrase;
  readonly actor: string;
  readonly hat: string;
  readonly detail: string;
}

/** Sheets taken away, looks into the base it is copied from, contacts revealed: of one register, newest first. */
export async function accessesOf(ctx: ViewContext, register: string): Promise<Access[]> {
  const rows = await ctx.rows<Omit<Access, 'kind'> & { kind: string }>(sql`
    select f.id, f.recorded_at as at, f.kind, coalesce(p.name, '') as actor, concat_ws(' ', u.short_name, t.name) as hat,
      concat_ws('；', k.name, f.payload ->> 'title', f.payload ->> 'purpose', f.payload ->> 'reason') as detail
    from (
      (select * from fact where kind in ('register.exported', 'external_lookup.made')
        and payload ->> 'register' = ${register} order by sequence desc limit ${SHOWN})
      union all
      (select * from fact where kind = 'personal_data.revealed' and register = ${register} order by sequence desc limit ${SHOWN})
    ) f
    left join person p on p.id = f.actor_id left join appointment a on a.id = f.hat_id
    left join post t on t.id = a.post_id left join unit u on u.id = t.unit_id
    left join api_key k on k.id::text = f.payload ->> 'keyId'
    order by f.sequence desc limit ${SHOWN}`);
  return rows.map((row) => ({
    ...row,
    kind: ctx.catalogue.factLabels.get(row.kind) ?? { zh: row.kind, en: row.kind },
  }));
}
