import { sql } from 'kysely';
import { z } from 'zod';
import type { Role } from '../identity/define.ts';
import { defineAddressee, type Found } from '../messaging/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { confirmContact } from './contact.permissions.ts';

/** Who vouches for the numbers of the own unit. */
const KEEPERS = (Object.keys(confirmContact.granted) as Role[]).filter(
  (role) => confirmContact.granted[role] === 'unit',
);

/** 通讯录管理人: whoever may confirm the numbers of the unit, or of the nearest unit above it that has somebody. */
export const contactKeeper = defineAddressee('contact_keeper', {
  label: { zh: '单位通讯录管理人', en: "Keeper of a unit's phone book" },
  answers: 'anyone',
  input: z.object({ unitId: idInput }),
  async resolve(ctx, inputs) {
    const rows = await ctx.rows<{ asked: string; personId: string; unitId: string; nearness: number }>(sql`
      select u.id as asked, a.person_id, t.unit_id, length(k.path) as nearness
      from unit u join unit k on starts_with(u.path, k.path)
      join post t on t.unit_id = k.id and t.role = any(${KEEPERS}::text[])
      join appointment a on a.post_id = t.id and a.deputises_for is null
        and a.valid_from <= ${ctx.now}::timestamptz and (a.valid_to is null or a.valid_to > ${ctx.now}::timestamptz)
      where u.id = any(${inputs.map(({ unitId }) => unitId)}::uuid[])
      order by nearness desc, a.valid_from, a.id`);
    return inputs.map(({ unitId }) => {
      const own = rows.filter(({ asked }) => asked === unitId);
      const nearest = own.filter(({ nearness }) => nearness === own[0]?.nearness);
      const people = new Map<string, Found>();
      for (const { personId, unitId: at } of nearest) people.set(personId, { personId, unitId: at, reason: REASON });
      return [...people.values()];
    });
  },
});

const REASON = { zh: '通讯录管理人', en: 'Keeper of the phone book' };
