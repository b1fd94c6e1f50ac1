import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import type { ReadContext } from '../api/context.ts';
import { command } from '../api/define.ts';
import { ISSUE_RECORDS } from '../orders/index.ts';
import type { RegisterFaces } from '../registers/define.ts';
import { snakeCase } from '../registers/index.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { cleanText } from '../registers/types/text.type.ts';
import { askCorrection } from './correction.permissions.ts';
import { correction } from './correction.register.ts';
import { holdsIdentityNumber } from './correction.rules.ts';
import { keeps } from './keeps.ts';
import { orderCorrection, type WrongRecord } from './order-correction.ts';

const SHOULD = { zh: '应为', en: 'Should be' };
const WHY = { zh: '依据', en: 'How you know' };
const OWN = { zh: '您可以直接更正这条记录', en: 'You may correct this record yourself' };
const ENDED = { zh: '记录已注销或并入另一条', en: 'The record is withdrawn or merged' };
const NO_FIELD = { zh: '没有这个栏目', en: 'There is no such field' };
const PERSONAL = {
  zh: '个人信息不写入指令，请只说明有误',
  en: 'personal data do not go into orders; say only that it is wrong',
};
const NUMBER = { zh: '请勿填写身份证号', en: 'identity numbers do not belong here' };

export const ask = command('corrections.ask', {
  label: { zh: '提出更正意见', en: 'Ask for a correction' },
  may: askCorrection,
  perMinute: 10,
  input: z.object({
    register: z.string().max(60),
    recordId: idInput,
    field: z.string().max(60).optional(),
    should: z.string().max(500).transform(cleanText).optional(),
    why: z
      .string()
      .max(500)
      .transform(cleanText)
      .refine((text) => text.length > 0, { params: { required: true } }),
    photos: z.array(idInput).max(9).default([]),
  }),
  output: z.object({ id: z.string(), orderId: z.string(), number: z.string(), assignmentId: z.string() }),
  records: ['correction.asked', ...ISSUE_RECORDS],
  async run(ctx, { register: name, recordId, field, should, why, photos }) {
    const faces = ctx.catalogue.faces.get(name);
    if (!faces || !(await ctx.maySee(name, recordId))) throw problem('record.unknown', {}, 'recordId');
    const { register } = faces;
    const asked = field === undefined ? undefined : register.fields[field];
    if (field !== undefined && !asked) {
      throw problem('input.field', { label: correction.fields.field.label, reason: NO_FIELD }, 'field');
    }
    if (asked?.personal && should) throw problem('input.field', { label: SHOULD, reason: PERSONAL }, 'should');
    for (const [at, label, text] of [
      ['should', SHOULD, should],
      ['why', WHY, why],
    ] as const) {
      if (text && holdsIdentityNumber(text)) throw problem('input.field', { label, reason: NUMBER }, at);
    }
    const record = await recordOf(ctx, faces, recordId);
    if (!faces.inUse.includes(record.state)) throw problem('state.guard', { reason: ENDED });
    if (await keeps(ctx, faces, recordId)) throw problem('state.guard', { reason: OWN });
    return orderCorrection(ctx, {
      concerns: { register: name, id: recordId },
      label: register.label,
      record,
      ...(asked && field ? { field: { name: field, label: asked.label } } : {}),
      should,
      why,
      photos,
    });
  },
});

type Asked = WrongRecord & { readonly state: string };

async function recordOf(ctx: ReadContext, { register, read }: RegisterFaces, id: string): Promise<Asked> {
  const field = register.fields[register.title];
  const isPlain = field?.column === 'text' && !field.personal && !field.options;
  const title = isPlain ? sql`coalesce(${sql.ref(`r.${snakeCase(register.title)}`)}, r.number)` : sql`r.number`;
  const row = await ctx.row<Asked>(sql`select r.state, r.mark, r.area_code, r.owner_unit_id, ${title} as title
    from ${ctx.visible(register, read)} r where r.id = ${id}`);
  if (!row) throw problem('record.unknown', {}, 'recordId');
  return { ...row, title: row.title ?? undefined };
}
