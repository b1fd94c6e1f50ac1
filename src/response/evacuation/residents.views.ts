import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { resident, residents } from '../../prevention/population/resident.register.ts';
import { readDoors } from './evacuation.permissions.ts';
import { evacuationHousehold } from './evacuation-household.register.ts';

/**
 * Who lives behind a door: masked until somebody opens a name or a number with a reason, which is kept (`personalData.reveal`).
 * What somebody needs on the way is read at once: nobody can be carried by a masked word.
 */
export const behind = view('evacuationHouseholds.residents', {
  label: { zh: '户内人员', en: 'Who lives there' },
  may: readDoors,
  input: z.object({ doorId: idInput }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string().nullable(),
        phone: z.string().nullable(),
        sex: z.string().nullable(),
        birthYear: z.number().nullable(),
        relation: z.string().nullable(),
        vulnerabilities: z.array(z.string()),
        careNote: z.string().nullable(),
      }),
    ),
  }),
  reads: [evacuationHousehold],
  async run(ctx, { doorId }) {
    const { householdId } = await ctx.record(evacuationHousehold, doorId, readDoors);
    if (!ctx.holds(residents.read)) return { items: [] };
    const items = await ctx.rows<{
      id: string;
      name: string | null;
      phone: string | null;
      sex: string | null;
      birthYear: number | null;
      relation: string | null;
      vulnerabilities: string[];
      careNote: string | null;
    }>(sql`
      select p.id, p.name, p.phone, p.sex, p.birth_year, p.relation, coalesce(p.vulnerabilities, '{}') as vulnerabilities, p.care_note
      from ${ctx.visible(resident, residents.read)} p
      where p.household_id = ${householdId} and p.state = 'active'
      order by cardinality(p.vulnerabilities) desc nulls last, p.birth_year`);
    await ctx.openPersonal(resident, items);
    return { items };
  },
});
