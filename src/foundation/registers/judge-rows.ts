import { sql } from 'kysely';
import type { Phrase } from '../../kernel/phrases.ts';
import type { ReadContext } from '../api/context.ts';
import { grantsOf, isWithin } from '../identity/define.ts';
import type { RegisterFaces } from './define.ts';
import { type RowFault, readRow } from './read-row.ts';
import { faultOf } from './soundness.rules.ts';
import { snakeCase } from './table.ts';

/** A row of a file: raw values as its cells mean them, references already resolved to ids. */
export interface RawRow {
  readonly row: number;
  readonly ownerUnitId?: string | undefined;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface Judged {
  readonly created: { readonly row: number; readonly values: Record<string, unknown> }[];
  readonly updated: { readonly row: number; readonly id: string; readonly values: Record<string, unknown> }[];
  readonly skipped: number[];
  readonly faults: (RowFault & { readonly row: number })[];
  /** Allowed, and yet somebody should look. */
  readonly doubts: (RowFault & { readonly row: number })[];
}

/**
 * What would become of rows of a file, without writing anything: new records, changes of those known by the register's
 * first key, rows left aside, and what is wrong. Reads with the rights of whoever keeps the register.
 * @param seen keys met so far, with their row: a file that names one twice contradicts itself
 */
export async function judgeRows(
  ctx: ReadContext,
  faces: RegisterFaces,
  rows: readonly RawRow[],
  { known, seen }: { known: 'update' | 'skip'; seen: Map<string, number> },
): Promise<Judged> {
  const { register, keys } = faces;
  const judged: Judged = { created: [], updated: [], skipped: [], faults: [], doubts: [] };
  const isForeign = await foreignUnits(ctx, faces, rows);
  // Keys are compared as the field keeps them, however the file writes them.
  const texts = rows.map(({ values }) => keys.map((key) => keyOf(faces, key, values)));
  const there = await Promise.all(
    keys.map((key, at) =>
      holders(
        ctx,
        faces,
        key,
        texts.map((one) => one[at]),
      ),
    ),
  );
  for (const [index, { row, values: raw, ownerUnitId }] of rows.entries()) {
    const fault = (field: string, reason: Phrase) => judged.faults.push({ row, field, reason });
    const own = texts[index] ?? [];
    const holder = own[0] === undefined ? undefined : there[0]?.get(own[0]);
    // An empty cell says nothing about a record that is there: a sheet takes nothing away.
    const given = holder ? Object.fromEntries(Object.entries(raw).filter(([, value]) => !isEmpty(value))) : raw;
    const { values, faults } = readRow(register, given, holder === undefined);
    for (const { field, reason } of faults) fault(field, reason);
    let isSound = faults.length === 0;
    for (const [at, key] of keys.entries()) {
      const text = own[at];
      if (text === undefined) continue;
      const earlier = seen.get(`${key}\0${text}`);
      seen.set(`${key}\0${text}`, earlier ?? row);
      const other = there[at]?.get(text);
      const reason =
        earlier !== undefined && earlier !== row
          ? { zh: `与第 ${earlier} 行重复`, en: `is the same as in row ${earlier}` }
          : other && at > 0 && other.id !== holder?.id
            ? TAKEN
            : other && !other.isKept
              ? NOT_KEPT
              : undefined;
      if (!reason) continue;
      fault(key, reason);
      isSound = false;
    }
    if (ownerUnitId && isForeign.has(ownerUnitId)) {
      fault('ownerUnit', FOREIGN);
      isSound = false;
    }
    const wrong = isSound && !holder ? (faultOf(faces, values) ?? (await faces.judge?.(ctx, values))) : undefined;
    if (wrong) fault(wrong.field, wrong.reason);
    if (!isSound || wrong) continue;
    judged.doubts.push(...doubtsOf(register, values).map((one) => ({ row, ...one })));
    if (!holder) judged.created.push({ row, values: { ...values, ...(ownerUnitId ? { ownerUnitId } : {}) } });
    else if (known === 'skip') judged.skipped.push(row);
    else judged.updated.push({ row, id: holder.id, values });
  }
  return judged;
}

function doubtsOf({ fields }: RegisterFaces['register'], values: Record<string, unknown>): RowFault[] {
  return Object.entries(values).flatMap(([field, value]) => {
    const reason = value === null ? undefined : fields[field]?.doubt?.(value);
    return reason ? [{ field, reason }] : [];
  });
}

const isEmpty = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);

const TAKEN = { zh: '已被另一条记录使用', en: 'is used by another record' };
const NOT_KEPT = { zh: '记录已存在，不在您的维护范围内', en: 'the record exists and is not yours to keep' };
const FOREIGN = { zh: '无权为该单位登记', en: 'you may not register for this unit' };

function keyOf({ register }: RegisterFaces, key: string, raw: RawRow['values']): string | undefined {
  const read = register.fields[key]?.input.safeParse(raw[key] ?? null);
  return read?.success && read.data !== null && read.data !== '' ? String(read.data) : undefined;
}

/** Records in use that hold one of the keys, and whether the viewer keeps them. */
async function holders(ctx: ReadContext, faces: RegisterFaces, key: string, texts: readonly (string | undefined)[]) {
  const asked = [...new Set(texts.filter((text) => text !== undefined))];
  if (asked.length === 0) return new Map<string, { id: string; isKept: boolean }>();
  const column = sql.ref(`r.${snakeCase(key)}`);
  const rows = await ctx.rows<{ id: string; text: string; isKept: boolean }>(sql`
    select r.id, ${column}::text as text, exists (select 1 from ${ctx.visible(faces.register, faces.keep)} v where v.id = r.id) as is_kept
    from ${sql.table(faces.register.name)} r where ${column}::text = any(${asked}::text[]) and r.state not in ('withdrawn', 'merged')`);
  return new Map(rows.map(({ text, ...row }) => [text, row]));
}

/** Units for which the viewer may not register. */
async function foreignUnits(ctx: ReadContext, { keep }: RegisterFaces, rows: readonly RawRow[]): Promise<Set<string>> {
  const asked = [...new Set(rows.flatMap(({ ownerUnitId }) => ownerUnitId ?? []))];
  if (asked.length === 0 || ctx.viewer.isSystem) return new Set();
  const grants = grantsOf(keep, ctx.viewer.hats);
  const units = await ctx.rows<{ id: string; path: string; areaCode: string }>(
    sql`select id, path, area_code from unit where id = any(${asked}::uuid[])`,
  );
  const mine = units.filter(({ path, areaCode }) =>
    isWithin(grants, ctx.viewer.personId, {
      ownerUnitPath: path,
      areaCode,
      createdBy: ctx.viewer.personId,
      involved: [],
    }),
  );
  const allowed = new Set(mine.map(({ id }) => id));
  return new Set(asked.filter((id) => !allowed.has(id)));
}
