import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import { command } from '../api/define.ts';
import { person } from '../organisation/person.register.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { confirmContact } from './contact.permissions.ts';

/** 仍有效: somebody called or asked, and the number reaches the person; or it is another one now. */
export const confirm = command('contacts.confirm', {
  label: { zh: '确认号码', en: 'Confirm a number' },
  may: confirmContact,
  input: z.object({ id: idInput, phone: person.fields.phone.input.optional() }),
  output: z.object({ id: z.string(), version: z.number() }),
  records: ['person.number_confirmed'],
  async run(ctx, { id, phone }) {
    const before = await ctx.load(person, id);
    if (!phone && !before.phone) throw problem('input.required', { label: person.fields.phone.label }, 'phone');
    const row = await ctx.update(person, before, { ...(phone ? { phone } : {}), phoneConfirmedAt: ctx.now });
    ctx.fact({
      kind: 'person.number_confirmed',
      subject: { register: 'person', id },
      payload: { isNew: phone !== undefined && phone !== null },
    });
    return row;
  },
});

/** 全部有效: a whole unit's list at once, as it is read out on the phone; those without a number stay listed. */
export const confirmUnit = command('contacts.confirmUnit', {
  label: { zh: '确认本单位全部号码', en: "Confirm all of a unit's numbers" },
  may: confirmContact,
  input: z.object({ unitId: idInput, people: z.array(idInput).min(1).max(500) }),
  output: z.object({ count: z.number() }),
  records: ['person.number_confirmed'],
  async run(ctx, { unitId, people }) {
    const rows = await ctx.rows<{ id: string }>(sql`select id from ${ctx.visible(person)} p
      where p.owner_unit_id = ${unitId} and p.id = any(${people}::uuid[]) and p.phone is not null order by id`);
    if (rows.length === 0) throw problem('record.unknown', {}, 'people');
    for (const { id } of rows) {
      await ctx.update(person, await ctx.load(person, id), { phoneConfirmedAt: ctx.now });
      ctx.fact({ kind: 'person.number_confirmed', subject: { register: 'person', id }, payload: { isNew: false } });
    }
    return { count: rows.length };
  },
});
