import { type RawBuilder, sql } from 'kysely';
import type { Point } from '../../kernel/geometry.ts';
import { isId } from '../../kernel/ids.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { ReadContext } from '../api/context.ts';
import type { SourceSystem } from '../geo/index.ts';
import { SIGNED_IN } from '../identity/define.ts';
import { cellText } from '../registers/define.ts';
import { type RawRow, snakeCase } from '../registers/index.ts';
import { type Columns, LEFT_OUT, OWNER_UNIT, type Target, targetsOf } from './columns.rules.ts';
import { isBad, type SourceCell, type SourceRow } from './readers/define.ts';

export interface CellFault {
  readonly row: number;
  readonly target: string;
  readonly reason: Phrase;
}

interface Pick {
  readonly index: number;
  readonly target: Target;
}

/** Reads rows of a file as their target means them; knows the mapping, the coordinate system, and whom words refer to. */
export function rowReader(columns: Columns, mapping: readonly string[], { toCgcs2000 }: SourceSystem) {
  const targets = new Map(targetsOf(columns).map((target) => [target.id, target]));
  const picks = mapping.flatMap((id, index): Pick[] => {
    const target = targets.get(id);
    return target && id !== LEFT_OUT ? [{ index, target }] : [];
  });
  const halves = Map.groupBy(
    picks.filter(({ target }) => target.id.includes('.')),
    ({ target }) => target.name,
  );
  /** For each register referred to: what its records are called, and who that is; two of one name are nobody. */
  const known = new Map<string, Map<string, string | 'many'>>();

  async function lookUp(ctx: ReadContext, rows: readonly SourceRow[]): Promise<void> {
    for (const { index, target } of picks) {
      const to = target.id === OWNER_UNIT ? 'unit' : target.field?.refersTo;
      if (!to) continue;
      const found = known.get(to) ?? new Map<string, string | 'many'>();
      known.set(to, found);
      const words = new Set(
        rows.map(({ cells }) => wordOf(cells[index])).filter((word) => word !== '' && !found.has(word)),
      );
      if (words.size > 0) await resolve(ctx, to, [...words], found);
    }
  }

  function read({ row, cells }: SourceRow): { raw: RawRow; faults: CellFault[]; point?: Point } {
    const values: Record<string, unknown> = {};
    const faults: CellFault[] = [];
    let ownerUnitId: string | undefined;
    let point: Point | undefined;
    for (const { index, target } of picks) {
      const cell = cells[index] ?? null;
      if (isBad(cell)) {
        faults.push({ row, target: target.id, reason: cell.fault });
        continue;
      }
      if (target.id.includes('.')) continue;
      const to = target.id === OWNER_UNIT ? 'unit' : target.field?.refersTo;
      if (to) {
        const word = wordOf(cell);
        const id = known.get(to)?.get(word);
        if (word !== '' && (id === undefined || id === 'many')) {
          faults.push({ row, target: target.id, reason: id ? SEVERAL : NOBODY });
        } else if (target.id === OWNER_UNIT) ownerUnitId = id;
        else values[target.name] = id ?? null;
      } else values[target.name] = target.field?.fromCell(cell);
      const value = values[target.name];
      if (target.field?.type === 'place' && isPoint(value)) {
        point ??= value;
        values[target.name] = toCgcs2000(value);
      } else if (target.field?.geometry && Array.isArray(value)) {
        point ??= firstOf(value);
        values[target.name] = moved(value, toCgcs2000);
      }
    }
    for (const [name, parts] of halves) {
      const [lng, lat] = ['lng', 'lat'].map((part) => {
        const cell = cells[parts.find(({ target }) => target.id.endsWith(part))?.index ?? -1] ?? null;
        return isBad(cell) ? '' : cellText(cell).normalize('NFKC');
      });
      if (!lng && !lat) values[name] ??= null;
      else {
        const given = { lng: Number(lng || Number.NaN), lat: Number(lat || Number.NaN) };
        const isThere = isPoint(given);
        if (isThere) point ??= given;
        values[name] = isThere ? toCgcs2000(given) : `${lng}, ${lat}`;
      }
    }
    return { raw: { row, values, ...(ownerUnitId ? { ownerUnitId } : {}) }, faults, ...(point ? { point } : {}) };
  }

  return { lookUp, read, titleAt: new Map(picks.map(({ index, target }) => [target.id, index])) };
}

const NOBODY = { zh: '没有这条记录，或您无权查看', en: 'there is no such record, or you may not see it' };
const SEVERAL = { zh: '有多条同名记录，请填写编号', en: 'several records have this name: give the number' };

const wordOf = (cell: SourceCell | undefined): string =>
  cell === undefined || isBad(cell) ? '' : cellText(cell).normalize('NFKC');

const isPoint = (value: unknown): value is Point => {
  const { lng, lat } = (value ?? {}) as Partial<Point>;
  return Number.isFinite(lng) && Number.isFinite(lat);
};

type Nested = readonly (number | Nested)[];

const isPosition = (value: Nested): value is readonly [number, number] =>
  typeof value[0] === 'number' && typeof value[1] === 'number';

function firstOf(value: Nested): Point | undefined {
  if (isPosition(value)) return { lng: value[0], lat: value[1] };
  const [first] = value;
  return Array.isArray(first) ? firstOf(first) : undefined;
}

/** Every corner of a line or an area, however deep it lies. */
export function moved(value: Nested, toCgcs2000: SourceSystem['toCgcs2000']): Nested {
  if (!isPosition(value)) return value.map((one) => (Array.isArray(one) ? moved(one, toCgcs2000) : one));
  const { lng, lat } = toCgcs2000({ lng: value[0], lat: value[1] });
  return [lng, lat];
}

/** By id, number or the first key, which are indexed; what none of these knows by title or short name, or a number that others gave. */
async function resolve(ctx: ReadContext, to: string, words: readonly string[], found: Map<string, string | 'many'>) {
  const register = ctx.catalogue.registers.get(to);
  const readable = ctx.catalogue.permissions.get(`${to}.read`) ?? (register?.isPublicInside ? SIGNED_IN : undefined);
  if (!register || !readable) return;
  const isPlain = (name: string | undefined): name is string =>
    name !== undefined && name in register.fields && !register.fields[name]?.personal;
  const column = (name: string) => sql.ref(`r.${snakeCase(name)}`);
  const look = async (asked: readonly string[], columns: readonly RawBuilder<unknown>[]) => {
    const named = sql`any(${[...asked]}::text[])`;
    // In the words of the keys' indexes: without them each hundred rows of an import read the whole register.
    const parts = columns.map(
      (one) => sql`select r.id, ${one}::text as word from ${ctx.visible(register, readable)} r
        where ${one} = ${named} and r.state not in ('withdrawn', 'merged') and r.state <> 'closed'`,
    );
    const ids = asked.filter(isId);
    if (ids.length > 0) {
      parts.push(sql`select r.id, r.id::text as word from ${ctx.visible(register, readable)} r
        where r.id = any(${ids}::uuid[]) and r.state not in ('withdrawn', 'merged', 'closed')`);
    }
    if (parts.length === 0) return;
    for (const { id, word } of await ctx.rows<{ id: string; word: string }>(sql.join(parts, sql` union `)))
      found.set(word, found.has(word) && found.get(word) !== id ? 'many' : id);
  };
  const [key] = ctx.catalogue.faces.get(to)?.keys ?? [];
  const number = sql.ref('r.number');
  await look(words, [...(register.numbered ? [number] : []), ...[key].filter(isPlain).map(column)]);
  const rest = words.filter((word) => !found.has(word));
  const titles = [register.title, 'shortName'].filter((name) => isPlain(name) && name !== key);
  if (rest.length > 0) await look(rest, [...(register.numbered ? [] : [number]), ...titles.map(column)]);
}
