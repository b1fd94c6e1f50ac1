import { sql } from 'kysely';
import type { ReadContext } from '../../foundation/api/context.ts';
import { defineSheet, type RowRemark } from '../../foundation/exchange/define.ts';
import { choice } from '../../foundation/registers/types/choice.type.ts';
import { code } from '../../foundation/registers/types/code.type.ts';
import { day } from '../../foundation/registers/types/day.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { newId } from '../../kernel/ids.ts';
import { DUTY_KINDS } from '../duty-posts/duty-post.register.ts';
import { planShift } from '../duty-shifts/index.ts';
import { clashesWith } from './check-change.views.ts';
import { atTime, HOUR, plusDays } from './roster.rules.ts';

const TIME = { pattern: /^([01]?\d|2[0-3]):[0-5]\d$/, example: '08:30' };

const fields = {
  unit: text({ label: { zh: '单位', en: 'Unit' }, required: true, max: 120 }),
  day: day({ label: { zh: '日期', en: 'Day' }, required: true }),
  dutyKind: choice({ label: { zh: '岗位', en: 'Post' }, options: DUTY_KINDS, required: true }),
  person: text({ label: { zh: '值班人员', en: 'On duty' }, required: true, max: 60 }),
  substitute: text({ label: { zh: '备班人员', en: 'Substitute' }, max: 60 }),
  from: code({ label: { zh: '接班时间', en: 'From' }, ...TIME }),
  to: code({ label: { zh: '交班时间', en: 'Until' }, ...TIME }),
  note: text({ label: { zh: '备注', en: 'Note' }, max: 200 }),
};

const NO_UNIT = { zh: '没有这个单位', en: 'There is no such unit' };

/** 值班表: the sheet that units hand in, one line for a person's shift. An unknown name is told by its row and writes nothing. */
export const rosterSheet = defineSheet('duty_roster_sheet', {
  label: { zh: '值班表', en: 'Roster' },
  fields,
  heads: {
    unit: ['单位名称', '值班单位', '部门'],
    day: ['值班日期', '时间'],
    dutyKind: ['值班岗位', '岗位类别', '班次'],
    person: ['姓名', '值班人', '值班员姓名'],
    substitute: ['备班', '备勤', '替班人员'],
    from: ['开始时间', '上班时间'],
    to: ['结束时间', '下班时间'],
  },
  carried: ['unit', 'day'],
  keep: planShift,
  about: 'duty_shift',
  path: '/duty-shifts',
  knownBy: { zh: '单位、日期、岗位和姓名', en: 'unit, day, post and name' },
  nameOf: ({ unit, day: on, dutyKind, person }) =>
    unit && on && person ? [unit, on, dutyKind ?? '', person].join('\n') : undefined,
  async plan(ctx, { values }) {
    const unit = await ctx.row<{ id: string; path: string }>(
      sql`select id, path from unit where ${values.unit} in (name, short_name) order by (name = ${values.unit}) desc limit 1`,
    );
    if (!unit) return { faults: [{ field: 'unit', reason: NO_UNIT }], steps: [] };
    const people = await Promise.all([
      named(ctx, unit.path, 'person', values.person),
      values.substitute ? named(ctx, unit.path, 'substitute', values.substitute) : undefined,
    ]);
    const faults = people.flatMap((one) => (one && 'reason' in one ? [one] : []));
    if (faults.length > 0) return { faults, steps: [] };
    const [on, substitute] = people as [{ id: string }, { id: string } | undefined];
    const from = values.from ?? '08:30';
    const startsAt = atTime(values.day, from);
    const to = values.to ?? from;
    const endsAt = atTime(to > from ? values.day : plusDays(values.day, 1), to);
    const known = await ctx.row<{ id: string }>(sql`
      select id from duty_shift where unit_id = ${unit.id} and duty_kind = ${values.dutyKind} and state <> 'cancelled'
        and starts_at = ${new Date(startsAt)}::timestamptz and person_id = ${on.id}`);
    const wanted = { id: known?.id ?? newId(), dutyKind: values.dutyKind, seat: 1, startsAt, endsAt, personId: on.id };
    const clashes = await clashesWith(ctx, [wanted]);
    if (clashes.length > 0)
      return { faults: clashes.map(({ words }) => ({ field: 'person', reason: words })), steps: [] };
    return {
      ...(known ? { known: known.id } : {}),
      doubts: endsAt - startsAt < 4 * HOUR ? [{ field: 'to', reason: SHORT }] : [],
      steps: [
        {
          command: 'dutyShifts.enter',
          as: 'duty_shift',
          input: () => ({
            unitId: unit.id,
            dutyKind: values.dutyKind,
            startsAt: new Date(startsAt).toISOString(),
            endsAt: new Date(endsAt).toISOString(),
            personId: on.id,
            substituteId: substitute?.id ?? null,
            note: values.note,
          }),
        },
      ],
    };
  },
});

const SHORT = { zh: '不到 4 小时，请核对', en: 'is shorter than 4 h: look again' };

/** Somebody of that name who holds a post in the unit or below it; nobody and several are told apart. */
async function named(
  ctx: ReadContext,
  unitPath: string,
  field: string,
  name: string,
): Promise<{ id: string } | RowRemark> {
  const found = await ctx.rows<{ id: string }>(sql`
    select distinct p.id from person p join appointment a on a.person_id = p.id join post t on t.id = a.post_id
      join unit u on u.id = t.unit_id
    where p.name = ${name} and starts_with(u.path, ${unitPath})
      and a.valid_from <= ${ctx.now}::timestamptz and (a.valid_to is null or a.valid_to > ${ctx.now}::timestamptz)
    limit 2`);
  const [one, other] = found;
  if (one && !other) return one;
  const reason = other
    ? { zh: `该单位有不止一位${name}，请先在机构中区分`, en: `There is more than one ${name} in this unit` }
    : { zh: `该单位没有${name}，请先在通讯录登记`, en: `There is nobody called ${name} in this unit` };
  return { field, reason };
}
