import { sql } from 'kysely';
import { z } from 'zod';
import type { ViewContext } from '../api/context.ts';
import { view } from '../api/define.ts';
import { snakeCase } from '../registers/index.ts';
import { idInput } from '../registers/types/reference.type.ts';
import { decideDestruction, prepareDestruction, readDestruction } from './data-protection.permissions.ts';
import { destructionSheet } from './destruction-sheet.register.ts';
import { dueGroups } from './due.ts';
import { retentionAssessment } from './retention-assessment.register.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });

const group = z.object({
  key: z.string(),
  causeRegister: z.string().nullable(),
  causeId: z.string().nullable(),
  causePlural: z.string(),
  /** Number and title of the matter; the register where there is none. */
  title: phrase,
  register: z.string(),
  /** What is held of it: register and count. */
  parts: z.array(z.object({ register: z.string(), label: phrase, records: z.number(), due: z.number() })),
  due: z.number(),
  records: z.number(),
  dueAt: z.date(),
  isHeld: z.boolean(),
  keepUntil: z.string().nullable(),
  assessment: z.string().nullable(),
});

/** What is to be destroyed, by matter: due, coming, held, kept on an assessment. */
export const due = view('destructionSheets.due', {
  label: { zh: '待销毁个人信息', en: 'Personal data to be destroyed' },
  may: readDestruction,
  input: z.object({}),
  output: z.object({ items: z.array(group) }),
  reads: [destructionSheet, retentionAssessment],
  async run(ctx) {
    const byKey = Map.groupBy(await dueGroups(ctx), (one) => (one.causeId ? `${one.causeId}` : one.register));
    const items: z.input<typeof group>[] = [];
    for (const [key, own] of byKey) {
      const [first] = own;
      if (!first) continue;
      const labelOf = (name: string) => ctx.catalogue.registers.get(name)?.label ?? { zh: name, en: name };
      const title = await titleOf(ctx, first.causeRegister, first.causeId);
      const assessment = first.keepUntil
        ? await ctx.row<{ assessment: string }>(sql`select assessment from retention_assessment
            where cause_register = ${first.causeRegister} and cause_id = ${first.causeId} order by keep_until desc limit 1`)
        : undefined;
      items.push({
        key,
        causeRegister: first.causeRegister,
        causeId: first.causeId,
        causePlural: ctx.catalogue.registers.get(first.causeRegister ?? '')?.plural ?? '',
        title: title ? { zh: title, en: title } : labelOf(first.register),
        register: first.register,
        parts: own.map((one) => ({
          register: one.register,
          label: labelOf(one.register),
          records: one.records,
          due: one.due,
        })),
        due: own.reduce((sum, one) => sum + one.due, 0),
        records: own.reduce((sum, one) => sum + one.records, 0),
        dueAt: first.firstDueAt,
        isHeld: own.some((one) => one.isHeld),
        keepUntil: first.keepUntil,
        assessment: assessment?.assessment ?? null,
      });
    }
    return { items };
  },
});

const sheet = z.object({
  id: z.string(),
  number: z.string().nullable(),
  version: z.number(),
  state: z.string(),
  title: z.string(),
  reason: z.string(),
  recordCount: z.number(),
  keyCount: z.number().nullable(),
  keysDigest: z.string().nullable(),
  preparedAt: z.date(),
  preparedBy: z.string().nullable(),
  decidedAt: z.date().nullable(),
  decidedBy: z.string().nullable(),
  decision: z.string().nullable(),
});

const COLUMNS = sql`s.id, s.number, s.version, s.state, s.title, s.reason, s.record_count, s.key_count, s.keys_digest,
  s.created_at as prepared_at, p.name as prepared_by, s.decided_at, d.name as decided_by, s.decision`;
const NAMES = sql`left join person p on p.id = s.prepared_by left join person d on d.id = s.decided_by`;

export const list = view('destructionSheets.list', {
  label: { zh: '销毁单一览', en: 'Destruction sheets' },
  may: readDestruction,
  input: z.object({}),
  output: z.object({ items: z.array(sheet) }),
  reads: [destructionSheet],
  run: async (ctx) => ({
    items: await ctx.rows<z.input<typeof sheet>>(sql`select ${COLUMNS} from ${ctx.visible(destructionSheet)} s ${NAMES}
      order by s.created_at desc limit 1000`),
  }),
});

/** The sheet, before the decision what it would destroy, after it the proof. */
export const record = view('destructionSheets.record', {
  label: { zh: '销毁单', en: 'A destruction sheet' },
  may: readDestruction,
  input: z.object({ id: idInput }),
  output: sheet.extend({
    cause: z.object({ register: z.string(), plural: z.string(), id: z.string() }).nullable(),
    rule: z.object({ kind: z.string(), version: z.number() }).nullable(),
    parts: z.array(z.object({ register: z.string(), label: phrase, ids: z.array(z.string()) })),
    /** Records of the sheet that still have a key: none after the destruction, whoever asks and whenever. */
    keysLeft: z.number(),
    mayDecide: z.boolean(),
    mayWithdraw: z.boolean(),
  }),
  reads: [destructionSheet],
  async run(ctx, { id }) {
    const row = await ctx.record(destructionSheet, id);
    const found = await ctx.row<z.input<typeof sheet>>(
      sql`select ${COLUMNS} from destruction_sheet s ${NAMES} where s.id = ${id}`,
    );
    const parts = row.parts ?? [];
    const ids = parts.flatMap((part) => part.ids);
    const left = await ctx.row<{ count: number }>(sql`select count(*)::int as count from data_key
      where record_id = any(${[...ids]}::uuid[]) and register = any(${parts.map((part) => part.register)}::text[])
        and wrapped is not null`);
    const isOpen = row.state === 'prepared';
    return {
      ...(found as z.input<typeof sheet>),
      cause:
        row.causeRegister && row.causeId
          ? {
              register: row.causeRegister,
              plural: ctx.catalogue.registers.get(row.causeRegister)?.plural ?? '',
              id: row.causeId,
            }
          : null,
      rule: row.rule,
      parts: parts.map((part) => ({
        register: part.register,
        label: ctx.catalogue.registers.get(part.register)?.label ?? { zh: part.register, en: part.register },
        ids: [...part.ids],
      })),
      keysLeft: left?.count ?? 0,
      mayDecide: isOpen && ctx.holds(decideDestruction) && row.preparedBy !== ctx.viewer.personId,
      mayWithdraw: isOpen && ctx.holds(prepareDestruction),
    };
  },
});

async function titleOf(ctx: ViewContext, name: string | null, id: string | null): Promise<string> {
  const register = ctx.catalogue.registers.get(name ?? '');
  if (!register || !id) return '';
  const title = register.fields[register.title]?.personal ? sql`''` : sql.ref(snakeCase(register.title));
  const row = await ctx.row<{ number: string | null; title: string | null }>(
    sql`select number, ${title}::text as title from ${sql.table(register.name)} where id = ${id}`,
  );
  return [row?.number, row?.title].filter(Boolean).join(' ');
}
