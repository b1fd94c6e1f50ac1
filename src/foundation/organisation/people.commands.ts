import { z } from 'zod';
import { command } from '../api/define.ts';
import { instantInput } from '../registers/types/instant.type.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { maintainOrganisation } from './organisation.permissions.ts';
import { person } from './person.register.ts';
import { post } from './post.register.ts';
import { unit } from './unit.register.ts';

const { fields: of } = person;

/** Whoever corrects them sees them masked: what is left out stays as it is, an empty text takes it away. */
const contacts = {
  phone: of.phone.input.optional(),
  secondPhone: of.secondPhone.input.optional(),
  officePhone: of.officePhone.input.optional(),
  email: of.email.input.optional(),
  note: of.note.input.optional(),
};

export const register = command('people.register', {
  label: { zh: '登记人员', en: 'Register a person' },
  may: maintainOrganisation,
  input: z.object({
    unitId: idInput,
    name: of.name.input,
    ...contacts,
    /** When the number was last checked, where a sheet says so; now unless told. */
    numberCheckedAt: instantInput.optional(),
  }),
  output: z.object({ id: z.string() }),
  records: ['person.registered'],
  async run(ctx, { unitId, numberCheckedAt = ctx.now, ...input }) {
    const owner = await ctx.load(unit, unitId, maintainOrganisation);
    const confirmed = input.phone ? { phoneConfirmedAt: numberCheckedAt } : {};
    const row = await ctx.insert(person, { ...input, ...confirmed, ownerUnitId: owner.id, areaCode: owner.areaCode });
    ctx.fact({ kind: 'person.registered', subject: { register: 'person', id: row.id } });
    return row;
  },
});

export const correct = command('people.correct', {
  label: { zh: '更正人员信息', en: "Correct a person's data" },
  may: maintainOrganisation,
  input: z.object({ id: idInput, name: of.name.input, ...contacts }),
  output: z.object({ id: z.string(), version: z.number() }),
  records: ['person.corrected'],
  async run(ctx, { id, ...changes }) {
    const confirmed = changes.phone === undefined ? {} : { phoneConfirmedAt: changes.phone ? ctx.now : null };
    const row = await ctx.update(person, await ctx.load(person, id), { ...changes, ...confirmed });
    ctx.fact({
      kind: 'person.corrected',
      subject: { register: 'person', id },
      payload: { fields: Object.keys(changes) },
    });
    return row;
  },
});

export const openPost = command('posts.open', {
  label: { zh: '设立岗位', en: 'Open a post' },
  may: maintainOrganisation,
  input: z.object({ unitId: idInput, name: post.fields.name.input, role: post.fields.role.input }),
  output: z.object({ id: z.string() }),
  records: ['post.opened'],
  async run(ctx, input) {
    const owner = await ctx.load(unit, input.unitId, maintainOrganisation);
    const row = await ctx.insert(post, { ...input, ownerUnitId: owner.id, areaCode: owner.areaCode });
    ctx.fact({
      kind: 'post.opened',
      subject: { register: 'post', id: row.id },
      payload: { name: row.name, role: row.role },
    });
    return row;
  },
});
