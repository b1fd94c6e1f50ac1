import { z } from 'zod';
import { command } from '../api/define.ts';
import { isNarrowed, SIGNED_IN } from '../identity/define.ts';

/** Who took which part of a register away: on that person's own timeline, because a sheet has no record of its own. */
export const noteExport = command('registers.noteExport', {
  label: { zh: '导出台账', en: 'Export a register' },
  may: SIGNED_IN,
  input: z.object({
    register: z.string().max(60),
    format: z.enum(['xlsx', 'csv', 'geojson']),
    count: z.number().int().min(0),
    conditions: z.record(z.string(), z.unknown()),
  }),
  output: z.object({}),
  records: ['register.exported'],
  async run(ctx, input) {
    const { zh = input.register } = ctx.catalogue.registers.get(input.register)?.label ?? {};
    ctx.fact({
      kind: 'register.exported',
      subject: { register: 'person', id: ctx.viewer.personId },
      payload: {
        ...input,
        // Through which key, where it was a program of somebody: the catalogue names its consumer.
        ...(isNarrowed(ctx.viewer) ? { keyId: ctx.viewer.sessionId } : {}),
        title: `${zh} ${input.count} 条（${input.format.toUpperCase()}）`,
      },
    });
    return {};
  },
});
