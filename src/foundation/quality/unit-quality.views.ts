import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '../../kernel/problems.ts';
import { view } from '../api/define.ts';
import { SIGNED_IN } from '../identity/define.ts';
import { assignment, order } from '../orders/index.ts';
import { conditions, contradicting, FINDINGS, inUseOf, isOpenPart } from './findings.ts';
import { orderQuality, readQualityOrder } from './quality.permissions.ts';
import { qualityOrder } from './quality-order.register.ts';

const counts = z.object(
  Object.fromEntries(FINDINGS.map((one) => [one, z.number().nullable()])) as Record<
    (typeof FINDINGS)[number],
    z.ZodNullable<z.ZodNumber>
  >,
);
const row = z.object({
  unitId: z.string(),
  unit: z.string(),
  total: z.number(),
  counts,
  /** The order about this register that the unit has not finished. */
  open: z.object({ assignmentId: z.string(), number: z.string() }).nullable(),
});

/** Missing, stale, double, contradictory, outside: by the unit that keeps the records, the most first. Null: cannot be. */
export const ofUnits = view('quality.ofUnits', {
  label: { zh: '各单位台账质量', en: 'Quality of a register by unit' },
  may: SIGNED_IN,
  input: z.object({ register: z.string().max(60) }),
  output: z.object({ mayOrder: z.boolean(), items: z.array(row) }),
  reads: [qualityOrder, order, assignment],
  async run(ctx, { register }) {
    const faces = ctx.catalogue.faces.get(register);
    if (!faces || !ctx.holds(faces.read)) throw problem('record.unknown', {}, 'register');
    const where = Object.entries(conditions(ctx, faces));
    const filters = where.map(([name, is]) => sql`count(*) filter (where ${is})::int as ${sql.ref(name)}`);
    const found = await ctx.rows<{ unitId: string; unit: string; total: number } & Record<string, number>>(sql`
      select r.owner_unit_id as unit_id, u.short_name as unit, count(*)::int as total, ${sql.join(filters)}
      from ${inUseOf(ctx, faces)} r join unit u on u.id = r.owner_unit_id group by 1, 2`);
    const wrong = Map.groupBy(await contradicting(ctx, faces), ({ ownerUnitId }) => ownerUnitId);
    const open = await ctx.rows<{ unitId: string; assignmentId: string; number: string }>(sql`
      select q.unit_id, a.id as assignment_id, o.number from ${ctx.visible(qualityOrder, readQualityOrder)} q
      join "order" o on o.id = q.order_id join assignment a on a.order_id = o.id and ${isOpenPart}
      where q.record_register = ${register}`);
    const isJudged = faces.check !== undefined || faces.sections.some(({ when }) => when);
    const items = found.map(({ unitId, unit, total, ...each }) => {
      const count = (name: string) => (name in each ? (each[name] ?? 0) : null);
      const { assignmentId, number } = open.find((one) => one.unitId === unitId) ?? {};
      return {
        unitId,
        unit,
        total,
        counts: {
          missing: count('missing'),
          stale: count('stale'),
          doubled: count('doubled'),
          contradictory: isJudged ? (wrong.get(unitId)?.length ?? 0) : null,
          outside: count('outside'),
        },
        open: assignmentId && number ? { assignmentId, number } : null,
      };
    });
    const sum = (one: (typeof items)[number]) =>
      Object.values(one.counts).reduce<number>((all, each) => all + (each ?? 0), 0);
    return { mayOrder: ctx.holds(orderQuality), items: items.sort((one, other) => sum(other) - sum(one)) };
  },
});
