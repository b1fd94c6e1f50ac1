import { z } from 'zod';
import { command } from '../api/define.ts';
import { definePermission } from '../identity/define.ts';
import { area } from './area.register.ts';

export const defineAreaPermission = definePermission('area.define', {
  label: { zh: '维护行政区域', en: 'Maintain areas' },
  granted: { system_administrator: 'all' },
});

const { fields: of } = area;

/** Adds an area. Codes change yearly: a new code is a new area. */
export const define = command('areas.define', {
  label: { zh: '登记行政区域', en: 'Define an area' },
  may: defineAreaPermission,
  input: z.object({
    code: z.string().regex(/^\d{6}(\d{3}(\d{3})?)?$/),
    name: of.name.input,
    kind: of.kind.input,
    parentCode: of.parentCode.input,
    outline: of.outline.input,
    isSchematic: z.boolean().default(false),
  }),
  output: z.object({ id: z.string(), code: z.string() }),
  records: ['area.defined'],
  async run(ctx, input) {
    const row = await ctx.insert(area, { ...input, areaCode: input.code });
    ctx.fact({
      kind: 'area.defined',
      subject: { register: 'area', id: row.id },
      payload: { code: row.code, name: row.name },
    });
    return row;
  },
});
