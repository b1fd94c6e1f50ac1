import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import { command } from '../api/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { cleanText } from '../registers/types/text.type.ts';
import { destroyKeys } from './destroy-keys.ts';
import { destroyPersonalData, revealPersonalData } from './personal-data.permissions.ts';

const reason = z.string().min(2).max(500).transform(cleanText);

/** Opens a masked field for one person and one reason; the reason stays on the record's timeline (个保法 第51条). */
export const reveal = command('personalData.reveal', {
  label: { zh: '查看完整联系方式', en: 'Reveal contact data' },
  may: revealPersonalData,
  input: z.object({ register: z.string().max(60), recordId: idInput, field: z.string().max(60), reason }),
  output: z.object({ value: z.string().nullable() }),
  records: ['personal_data.revealed'],
  perMinute: 30,
  async run(ctx, input) {
    const register = ctx.catalogue.registers.get(input.register);
    const readable = ctx.catalogue.permissions.get(`${input.register}.read`);
    if (!register?.fields[input.field]?.personal || !readable) throw problem('record.unknown', {}, 'recordId');
    const row = (await ctx.load(register, input.recordId, readable)) as unknown as Record<string, unknown>;
    ctx.fact({
      kind: 'personal_data.revealed',
      subject: { register: input.register, id: input.recordId },
      payload: { field: input.field, reason: input.reason },
    });
    return { value: (row[input.field] as string | null) ?? null };
  },
});

/**
 * Destroys the key of a record, and with it every personal text sealed under it, here and in every backup restored
 * with the present keys (应对法 第85条). The history keeps its digests and still verifies.
 */
export const destroy = command('personalData.destroy', {
  label: { zh: '销毁个人信息', en: 'Destroy personal data' },
  may: destroyPersonalData,
  input: z.object({ register: z.string().max(60), recordId: idInput, reason }),
  output: z.object({ isDestroyed: z.boolean() }),
  records: ['personal_data.destroyed'],
  async run(ctx, input) {
    const register = ctx.catalogue.registers.get(input.register);
    const readable = ctx.catalogue.permissions.get(`${input.register}.read`);
    if (!register || !readable) throw problem('record.unknown', {}, 'recordId');
    await ctx.load(register, input.recordId, readable);
    const { ids } = await destroyKeys(ctx, input.register, [input.recordId]);
    ctx.fact({
      kind: 'personal_data.destroyed',
      subject: { register: input.register, id: input.recordId },
      payload: { reason: input.reason, keys: ids.length },
    });
    return { isDestroyed: ids.length > 0 };
  },
});
