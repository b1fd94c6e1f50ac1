import { sql } from 'kysely';
import { defineFallbackSection } from '../continuity/define.ts';
import { person } from './person.register.ts';

interface Contact {
  id: string;
  unit: string;
  post: string;
  name: string;
  phone: string | null;
}

/** Roles that are called in an emergency; members of teams are reached through their leader. */
const CALLED = [
  'duty_leader',
  'duty_officer',
  'commander',
  'department_officer',
  'street_chief',
  'street_officer',
  'team_leader',
  'utility_contact',
] as const;

/** Who holds the posts that are called, today, with the number. */
export const contacts = defineFallbackSection('contacts', {
  label: { zh: '通讯录', en: 'Contacts' },
  order: 90,
  async run(ctx) {
    const rows = await ctx.rows<Contact>(sql`
      select p.id, u.short_name as unit, t.name as post, p.name, p.phone
      from appointment a join post t on t.id = a.post_id join unit u on u.id = t.unit_id join person p on p.id = a.person_id
      where a.valid_from <= ${ctx.now} and (a.valid_to is null or a.valid_to > ${ctx.now})
        and t.role = any(${[...CALLED]}::text[])
      order by u.path, t.name, a.deputises_for nulls first, p.name limit 3000`);
    await ctx.openContacts(person, rows);
    return [
      {
        columns: ['单位', '岗位', '姓名', '电话'],
        widths: [3, 3, 2, 3],
        rows: rows.map(({ unit, post, name, phone }) => [unit, post, name, phone ?? '（未登记）']),
      },
    ];
  },
});
