import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { ReadContext } from '../../foundation/api/context.ts';
import { view } from '../../foundation/api/define.ts';
import { grantsOf, type Permission } from '../../foundation/identity/define.ts';
import { snakeCase } from '../../foundation/registers/index.ts';
import { idInput } from '../../foundation/registers/types/reference.type.ts';
import { problem } from '../../kernel/problems.ts';
import { expertAdvice } from './expert-advice.register.ts';
import { callExperts, decideAdvice, readAdvice, readCall } from './expert-call.permissions.ts';
import { expertCall } from './expert-call.register.ts';

const advice = z.object({
  id: z.string(),
  version: z.number(),
  state: z.enum(['given', 'decided', 'evaluated']),
  advice: z.string(),
  files: z.array(z.string()),
  givenAt: z.date(),
  adoption: z.enum(['adopted', 'partly', 'not_adopted']).nullable(),
  adoptionReason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  score: z.number().nullable(),
  evaluation: z.string().nullable(),
});

const call = z.object({
  id: z.string(),
  version: z.number(),
  number: z.string(),
  state: z.enum(['called', 'accepted', 'declined', 'withdrawn']),
  mark: z.enum(['real', 'drill', 'test']),
  expert: z.object({ id: z.string(), name: z.string(), organisation: z.string() }),
  subject: z.object({ register: z.string(), id: z.string(), title: z.string() }),
  purpose: z.enum(['risk', 'plan', 'incident', 'acceptance', 'review']),
  priority: z.enum(['extra_urgent', 'urgent', 'normal']),
  channel: z.enum(['system', 'telephone']),
  question: z.string(),
  unitName: z.string(),
  calledAt: z.date(),
  answerDueAt: z.date(),
  answeredAt: z.date().nullable(),
  answerNotedBy: z.string().nullable(),
  way: z.enum(['on_site', 'remote']).nullable(),
  arrivalMinutes: z.number().nullable(),
  reason: z.string().nullable(),
  advice: z.array(advice),
  /** What the viewer may do with it: answer, advise, withdraw, decide. */
  may: z.array(z.string()),
});

type Row = Omit<z.input<typeof call>, 'advice' | 'may' | 'subject'> & {
  subjectRegister: string;
  subjectId: string;
  ownerUnitPath: string;
  personId: string | null;
};

export async function callsOf(ctx: ReadContext, where: RawBuilder<unknown>) {
  const rows = await ctx.rows<Row>(sql`
    select c.id, c.version, c.number, c.state, c.mark, c.subject_register, c.subject_id, c.purpose, c.priority, c.channel,
      c.question, c.called_at, c.answer_due_at, c.answered_at, c.way, c.arrival_minutes, c.reason, c.owner_unit_path,
      coalesce(u.short_name, '') as unit_name, p.name as answer_noted_by, e.person_id,
      jsonb_build_object('id', e.id, 'name', e.name, 'organisation', e.organisation) as expert
    from ${ctx.visible(expertCall, readCall)} c join expert e on e.id = c.expert_id
    left join unit u on u.id = c.owner_unit_id left join person p on p.id = c.answer_noted_by_id
    where ${where} order by c.called_at desc, c.id desc limit 200`);
  const given = await ctx.rows<z.input<typeof advice> & { callId: string }>(sql`
    select a.call_id, a.id, a.version, a.state, a.advice, a.files, a.given_at, a.adoption, a.adoption_reason,
      p.name as decided_by, a.score, a.evaluation
    from ${ctx.visible(expertAdvice, readAdvice)} a left join person p on p.id = a.decided_by_id
    where a.call_id = any(${rows.map(({ id }) => id)}::uuid[]) order by a.given_at, a.id`);
  const titles = await titlesOf(ctx, rows);
  const reaches = (permission: Permission, path: string) =>
    grantsOf(permission, ctx.viewer.hats).some(
      ({ scope, hat }) => scope === 'all' || (scope === 'unit' && path.startsWith(hat.unit.path)),
    );
  return rows.map(({ subjectRegister, subjectId, ownerUnitPath, personId, ...row }) => {
    const isOwn = personId === ctx.viewer.personId || reaches(callExperts, ownerUnitPath);
    const isOpen = row.state === 'called' || row.state === 'accepted';
    return {
      ...row,
      number: row.number ?? '',
      subject: { register: subjectRegister, id: subjectId, title: titles.get(subjectId) ?? '' },
      advice: given.filter(({ callId }) => callId === row.id).map(({ callId: _, ...one }) => one),
      may: [
        ...(isOwn && row.state === 'called' ? ['answer'] : []),
        ...(isOwn && row.state === 'accepted' ? ['advise'] : []),
        ...(isOpen && reaches(callExperts, ownerUnitPath) ? ['withdraw'] : []),
        ...(reaches(decideAdvice, ownerUnitPath) ? ['decide'] : []),
      ],
    };
  });
}

/** Who is called knows what for: the title of the subject, or its number where the title is personal. */
async function titlesOf(ctx: ReadContext, rows: readonly Row[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  for (const [name, own] of Map.groupBy(rows, (row) => row.subjectRegister)) {
    const register = ctx.catalogue.registers.get(name);
    if (!register) continue;
    const title = register.fields[register.title];
    const column = title && !title.personal && title.column === 'text' ? snakeCase(register.title) : 'number';
    const found = await ctx.rows<{ id: string; title: string | null }>(sql`
      select id, ${sql.ref(column)} as title from ${sql.table(name)}
      where id = any(${own.map(({ subjectId }) => subjectId)}::uuid[])`);
    for (const one of found) titles.set(one.id, one.title ?? '');
  }
  return titles;
}

/** 专家邀请和意见: of one matter, of one expert, or those that wait for the viewer's own answer. */
export const list = view('expertCalls.list', {
  label: { zh: '专家邀请', en: 'Expert calls' },
  may: readCall,
  input: z.object({
    subject: z.object({ register: z.string().regex(/^[a-z_]{1,60}$/), id: idInput }).optional(),
    expertId: idInput.optional(),
    /** Calls of the viewer as an expert. */
    isMine: z.boolean().default(false),
  }),
  output: z.object({ now: z.date(), items: z.array(call) }),
  reads: [expertCall, expertAdvice],
  async run(ctx, { subject, expertId, isMine }) {
    if (subject && !(await ctx.maySee(subject.register, subject.id))) throw problem('record.unknown', {}, 'subject');
    const items = await callsOf(
      ctx,
      sql`(${subject?.register ?? null}::text is null
          or (c.subject_register = ${subject?.register ?? null} and c.subject_id = ${subject?.id ?? null}::uuid))
        and (${expertId ?? null}::uuid is null or c.expert_id = ${expertId ?? null}::uuid)
        and (${!isMine} or e.person_id = ${ctx.viewer.personId}::uuid)`,
    );
    return { now: ctx.now, items };
  },
});

export const record = view('expertCalls.record', {
  label: { zh: '专家邀请', en: 'Expert call' },
  may: readCall,
  input: z.object({ id: idInput }),
  output: call,
  reads: [expertCall, expertAdvice],
  async run(ctx, { id }) {
    await ctx.record(expertCall, id, readCall);
    const [one] = await callsOf(ctx, sql`c.id = ${id}`);
    return one as NonNullable<typeof one>;
  },
});
