import { sql } from 'kysely';
import type { ReadContext } from '../../foundation/api/context.ts';
import { clock, readClock } from '../../foundation/clocks/index.ts';
import { unanswered } from '../../foundation/messaging/index.ts';
import { assignment, OPEN_STATES, readAssignment } from '../../foundation/orders/index.ts';
import { incident } from '../incidents/incident.register.ts';
import { readIncident } from '../incidents/index.ts';
import { readIntake } from '../intake/index.ts';
import { intake } from '../intake/intake.register.ts';
import { readInstruction } from '../leader-instructions/index.ts';
import { leaderInstruction } from '../leader-instructions/leader-instruction.register.ts';
import type { OpenMatter, OpenMatters } from './open-matters.rules.ts';

const MOST = 100;

interface Row {
  readonly register: string;
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly who: string;
  readonly dueAt: Date | null;
}

const matter = (ctx: ReadContext, { register, id, zh, en, who, dueAt }: Row): OpenMatter => ({
  register,
  plural: ctx.catalogue.registers.get(register)?.plural ?? register,
  id,
  words: { zh, en },
  who,
  dueAt: dueAt?.toISOString() ?? null,
});

/**
 * Everything that is not done and that the asking person may see: what a unit's next shift must know. Orders are those
 * that the unit, or one below it, was given or gave; drills are left to the drill.
 */
export async function openMattersOf(ctx: ReadContext, unit: { id: string; path: string }): Promise<OpenMatters> {
  const rows = async (query: ReturnType<typeof sql>) => (await ctx.rows<Row>(query)).map((row) => matter(ctx, row));
  const incidents = await rows(sql`
    select 'incident' as register, i.id, i.number || ' ' || i.title as zh, i.number || ' ' || i.title as en,
      coalesce(u.short_name, '') as who, null::timestamptz as due_at
    from ${ctx.visible(incident, readIncident)} i left join unit u on u.id = i.owner_unit_id
    where i.state <> 'closed' and i.mark = 'real' order by i.known_at limit ${MOST}`);
  const reports = await rows(sql`
    select 'intake' as register, i.id, coalesce(i.number, '') || ' ' || i.place_text as zh, coalesce(i.number, '') || ' ' || i.place_text as en,
      coalesce(u.short_name, '') as who, null::timestamptz as due_at
    from ${ctx.visible(intake, readIntake)} i left join unit u on u.id = i.owner_unit_id
    where i.state in ('received', 'verifying') and i.mark = 'real' order by i.known_at limit ${MOST}`);
  const orders = await rows(sql`
    select 'assignment' as register, a.id, o.number || ' ' || o.title as zh, o.number || ' ' || o.title as en,
      coalesce(u.short_name, '') as who,
      case when a.state in ('issued', 'delivered') then a.receive_due_at else coalesce(a.finish_due_at, o.finish_due_at) end as due_at
    from ${ctx.visible(assignment, readAssignment)} a join "order" o on o.id = a.order_id left join unit u on u.id = a.assignee_unit_id
    where a.state = any(${[...OPEN_STATES]}::text[]) and a.mark = 'real'
      and not exists (select 1 from assignment later where later.previous_assignment_id = a.id)
      and (starts_with(u.path, ${unit.path}) or starts_with(o.owner_unit_path, ${unit.path}))
    order by due_at nulls last limit ${MOST}`);
  const clocks = await rows(sql`
    select c.subject_register as register, c.subject_id as id, c.label_zh as zh, c.label_en as en,
      coalesce(u.short_name, '') as who, c.due_at
    from ${ctx.visible(clock, readClock)} c left join unit u on u.id = c.owner_unit_id
    where c.ended_at is null and c.state in ('running', 'late') and c.mark = 'real' and c.subject_register <> 'assignment'
    order by c.due_at limit ${MOST}`);
  const instructions = await rows(sql`
    select 'leader_instruction' as register, l.id, l.number || ' ' || l.subject as zh, l.number || ' ' || l.subject as en,
      coalesce(p.name, '') as who, l.due_at
    from ${ctx.visible(leaderInstruction, readInstruction)} l left join person p on p.id = l.leader_id
    where l.state <> 'answered' and l.mark = 'real' order by l.due_at limit ${MOST}`);
  const log = await rows(sql`
    select 'duty_log_entry' as register, e.id, e.subject || '：' || e.to_follow as zh, e.subject || ': ' || e.to_follow as en, '' as who,
      null::timestamptz as due_at
    from duty_log_entry e where e.unit_id = ${unit.id} and e.state = 'active' and e.to_follow is not null and e.followed_at is null
    order by e.noted_at limit ${MOST}`);
  const messages = (await unanswered(ctx))
    .filter(({ mark }) => mark === 'real')
    .map(({ messageId, headingZh, headingEn, human, since }) =>
      matter(ctx, { register: 'message', id: messageId, zh: headingZh, en: headingEn, who: human, dueAt: since }),
    );
  return { incidents, reports, orders, clocks, instructions, messages, log };
}
