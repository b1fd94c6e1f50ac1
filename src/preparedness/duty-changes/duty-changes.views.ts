import { sql } from 'kysely';
import { z } from 'zod';
import { view } from '../../foundation/api/define.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { DUTY_KINDS, type DutyKind } from '../duty-posts/duty-post.register.ts';
import { dutyShift } from '../duty-shifts/duty-shift.register.ts';
import { readShift } from '../duty-shifts/index.ts';
import { askChange, readChange } from './duty-change.permissions.ts';
import { CHANGE_KINDS, dutyChange } from './duty-change.register.ts';

const shift = z.object({
  startsAt: z.date(),
  endsAt: z.date(),
  dutyKind: z.enum(DUTY_KINDS.map(({ id }) => id) as [DutyKind, ...DutyKind[]]),
});
const item = z.object({
  id: z.string(),
  number: z.string(),
  version: z.number(),
  state: z.enum(['asked', 'accepted', 'approved', 'declined', 'refused', 'withdrawn']),
  changeKind: z.enum(CHANGE_KINDS.map(({ id }) => id)),
  unitId: z.string(),
  unitName: z.string(),
  fromId: z.string(),
  fromName: z.string(),
  toId: z.string(),
  toName: z.string(),
  reason: z.string(),
  refusal: z.string().nullable(),
  decidedByName: z.string().nullable(),
  shift,
  otherShift: shift.nullable(),
});

interface Row extends Omit<z.input<typeof item>, 'shift' | 'otherShift'> {
  startsAt: Date;
  endsAt: Date;
  dutyKind: DutyKind;
  otherStartsAt: Date | null;
  otherEndsAt: Date | null;
  otherKind: DutyKind | null;
}

/** 换班: what waits for an answer or an approval first, then the latest. */
export const list = view('dutyChanges.list', {
  label: { zh: '换班列表', en: 'Changes of shifts' },
  may: readChange,
  input: z.object({ changeId: idInput.optional() }),
  output: z.object({ items: z.array(item) }),
  reads: [dutyChange, dutyShift],
  async run(ctx, { changeId }) {
    const rows = await ctx.rows<Row>(sql`
      select c.id, c.number, c.version, c.state, c.change_kind, c.unit_id, u.short_name as unit_name, c.from_id, f.name as from_name,
        c.to_id, t.name as to_name, c.reason, c.refusal, d.name as decided_by_name, s.starts_at, s.ends_at, s.duty_kind,
        o.starts_at as other_starts_at, o.ends_at as other_ends_at, o.duty_kind as other_kind
      from ${ctx.visible(dutyChange)} c join unit u on u.id = c.unit_id join person f on f.id = c.from_id join person t on t.id = c.to_id
        left join person d on d.id = c.decided_by_id join duty_shift s on s.id = c.shift_id left join duty_shift o on o.id = c.other_shift_id
      where (${changeId ?? null}::uuid is null or c.id = ${changeId ?? null}::uuid)
      order by (c.state not in ('asked', 'accepted')), c.created_at desc, c.id limit 200`);
    const items = rows.map(({ startsAt, endsAt, dutyKind, otherStartsAt, otherEndsAt, otherKind, ...row }) => ({
      ...row,
      shift: { startsAt, endsAt, dutyKind },
      otherShift:
        otherStartsAt && otherEndsAt && otherKind
          ? { startsAt: otherStartsAt, endsAt: otherEndsAt, dutyKind: otherKind }
          : null,
    }));
    return { items };
  },
});

const candidate = z.object({
  personId: z.string(),
  name: z.string(),
  shifts: z.array(z.object({ id: z.string(), startsAt: z.string(), endsAt: z.string() })),
});

/** Colleagues in the rota of a shift's post, with the shifts that they could give in return. */
export const colleagues = view('dutyChanges.colleagues', {
  label: { zh: '可换班的同事', en: 'Colleagues to ask' },
  may: askChange,
  input: z.object({ shiftId: idInput }),
  output: z.object({ items: z.array(candidate) }),
  reads: [dutyShift],
  async run(ctx, { shiftId }) {
    const items = await ctx.rows<z.input<typeof candidate>>(sql`
      select p.id as person_id, p.name, coalesce((select jsonb_agg(jsonb_build_object('id', o.id,
          'startsAt', to_char(o.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
          'endsAt', to_char(o.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by o.starts_at)
        from duty_shift o where o.unit_id = s.unit_id and o.duty_kind = s.duty_kind and o.person_id = p.id and o.state = 'published'
          and o.starts_at > ${ctx.now}::timestamptz and o.starts_at < ${ctx.now}::timestamptz + interval '45 days'), '[]') as shifts
      from ${ctx.visible(dutyShift, readShift)} s
      join duty_member m on m.unit_id = s.unit_id and m.duty_kind = s.duty_kind and m.state = 'active'
      join person p on p.id = m.person_id
      where s.id = ${shiftId} and p.id <> ${ctx.viewer.personId} order by m.turn nulls last, p.name`);
    return { items };
  },
});
