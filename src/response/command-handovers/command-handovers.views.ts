import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { readHandover } from './command-handover.permissions.ts';
import { commandHandover, HANDOVER_TARGETS } from './command-handover.register.ts';

const item = z.object({
  id: z.string(),
  number: z.string(),
  target: z.enum(HANDOVER_TARGETS.map((one) => one.id)),
  fromBody: z.string(),
  fromName: z.string(),
  toBody: z.string(),
  toName: z.string(),
  handedAt: z.date(),
  matters: z.string(),
  recordedBy: z.string(),
});

/** Every hand-over of an incident's command, the last first: that one says who has it now. */
export const list = view('commandHandovers.list', {
  label: { zh: '指挥权移交', en: 'Hand-overs of command' },
  may: readHandover,
  input: z.object({ incidentId: idInput }),
  output: z.object({ items: z.array(item) }),
  reads: [commandHandover],
  async run(ctx, { incidentId }) {
    const items = await ctx.rows<z.input<typeof item>>(sql`
      select h.id, coalesce(h.number, '') as number, h.target, h.from_body, h.from_name, h.to_body, h.to_name, h.handed_at,
        h.matters, coalesce(p.name, '') as recorded_by
      from ${ctx.visible(commandHandover)} h left join person p on p.id = h.created_by
      where h.incident_id = ${incidentId} order by h.created_at desc, h.id desc`);
    return { items };
  },
});
