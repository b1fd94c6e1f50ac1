import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../api/define.ts';
import { SIGNED_IN } from '../identity/define.ts';
import { INCIDENT_CLASSES, INCIDENT_KINDS, type IncidentClass } from '../incident-kinds/define.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { HAZARD_PHASES, hazardDuty } from './hazard-duty.register.ts';
import { cellState } from './hazard-duty.rules.ts';

const CLASSES = Object.keys(INCIDENT_CLASSES) as [IncidentClass, ...IncidentClass[]];
const PHASES = HAZARD_PHASES.map(({ id }) => id);

const member = z.object({ unitId: z.string(), unitName: z.string(), part: z.enum(['lead', 'support']) });
const cell = z.object({
  phase: z.enum(PHASES),
  state: z.enum(['gap', 'headless', 'double', 'sound']),
  members: z.array(member),
});

interface Row extends z.input<typeof member> {
  hazard: string;
  phase: string;
}

/** 测报防抗救建表: per hazard and part who leads and who supports; cells with nobody, no lead or two leads are counted. */
export const matrix = view('hazardDuties.matrix', {
  label: { zh: '测报防抗救建表', en: 'Table of duties for hazards' },
  may: SIGNED_IN,
  input: z.object({
    class: z.enum(CLASSES).optional(),
    /** Only hazards in which this unit has a part. */
    unitId: idInput.optional(),
  }),
  output: z.object({
    rows: z.array(z.object({ hazard: z.string(), class: z.enum(CLASSES), cells: z.array(cell) })),
    counts: z.object({ gap: z.number(), headless: z.number(), double: z.number(), sound: z.number() }),
  }),
  reads: [hazardDuty],
  async run(ctx, { class: wanted, unitId }) {
    const duties = await ctx.rows<Row>(sql`
      select d.hazard, d.phase, d.part, d.unit_id, u.short_name as unit_name
      from ${ctx.visible(hazardDuty)} d join unit u on u.id = d.unit_id
      where d.state = 'active' order by d.part, u.path`);
    const counts = { gap: 0, headless: 0, double: 0, sound: 0 };
    const rows = INCIDENT_KINDS.filter((kind) => !wanted || kind.class === wanted)
      .filter(({ id }) => !unitId || duties.some((one) => one.hazard === id && one.unitId === unitId))
      .map((kind) => ({
        hazard: kind.id,
        class: kind.class,
        cells: PHASES.map((phase) => {
          const members = duties
            .filter((one) => one.hazard === kind.id && one.phase === phase)
            .map(({ unitId: id, unitName, part }) => ({ unitId: id, unitName, part }));
          const state = cellState(members.map(({ part }) => part));
          counts[state] += 1;
          return { phase, state, members };
        }),
      }));
    return { rows, counts };
  },
});
