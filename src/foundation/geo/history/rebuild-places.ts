import { type RawBuilder, sql } from 'kysely';
import type { Point } from '../../../kernel/geometry.ts';
import { boundValue, type Platform, rowsOf } from '../../api/index.ts';
import type { Transaction } from '../../database/index.ts';
import { snakeCase } from '../../registers/index.ts';
import { COMMON_STEPS, type FormerState, formerStates, type Steps, type ToldFact } from './former-states.rules.ts';
import { saidSql } from './said-sql.ts';
import type { Tracked } from './tracked.rules.ts';

interface Row {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly areaCode: string;
  readonly since: Date;
  readonly said: Readonly<Record<string, unknown>>;
  readonly shapes: Readonly<Record<string, unknown>>;
}

/** Writes what these records said before, as far as facts tell, and of each whose facts do not reach back since when it is known. */
export async function rebuildPlaces(
  platform: Platform,
  tx: Transaction,
  tracked: Tracked,
  ids: readonly string[],
): Promise<void> {
  const { name } = tracked.register;
  const rows = await rowsOf<Row>(tx, present(tracked, ids));
  const facts = await rowsOf<ToldFact & { subjectId: string }>(
    tx,
    sql`select id, subject_id, kind, happened_at, recorded_at, payload from fact
      where register = ${name} and subject_id = any(${ids as string[]}::uuid[]) order by sequence`,
  );
  const told = Map.groupBy(facts, ({ subjectId }) => subjectId);
  const steps = stepsOf(platform, name);
  const initial = platform.catalogue.lifecycles.get(name)?.initial ?? 'active';
  for (const row of rows) {
    const { state, version, said, shapes } = row;
    const rebuilt = formerStates(
      { state, version, values: { ...said, ...shapes } },
      told.get(row.id) ?? [],
      steps,
      initial,
    );
    await write(platform, tx, tracked, row, rebuilt.former);
    if (rebuilt.knownSince) {
      await sql`insert into place_start as known (register, record_id, known_since)
        values (${name}, ${row.id}, ${rebuilt.knownSince})
        on conflict (register, record_id) do update set known_since = excluded.known_since`.execute(tx);
    }
  }
}

function present({ register, places, fields }: Tracked, ids: readonly string[]): RawBuilder<unknown> {
  const shapes = places.map((place) => {
    const column = `r."${snakeCase(place)}"`;
    return `'${place}', ${register.fields[place]?.stored?.read(column) ?? 'null'}`;
  });
  return sql`select r.id, r.state, r.version, r.area_code, ${sql.raw(saidSql(fields, 'r'))} as said,
      ${sql.raw(`jsonb_build_object(${shapes.join(', ')})`)} as shapes,
      least(r.created_at, (select t.since from place_start t where t.register = ${register.name} and t.record_id = r.id)) as since
    from ${sql.table(register.name)} r where r.id = any(${ids as string[]}::uuid[])`;
}

/** Which step a fact of the register tells of. */
function stepsOf({ catalogue }: Platform, name: string): Steps {
  const transitions = catalogue.lifecycles.get(name)?.transitions ?? {};
  const own = Object.entries(catalogue.faces.get(name)?.steps ?? {}).flatMap(([step, { fact }]) =>
    fact ? [[fact, step] as const] : [],
  );
  const isGeneral = catalogue.faces.has(name);
  return new Map(
    [...(isGeneral ? Object.entries(COMMON_STEPS) : []), ...own].flatMap(([verb, step]) => {
      const transition = transitions[step];
      return transition ? [[verb, transition] as const] : [];
    }),
  );
}

async function write(
  platform: Platform,
  tx: Transaction,
  { register, places, fields }: Tracked,
  { id, since, areaCode, shapes }: Row,
  former: readonly FormerState[],
): Promise<void> {
  for (const [index, { until, endedBy, state, values }] of former.entries()) {
    const from = former[index + 1]?.until ?? since;
    // What changed again within the same instant, or was dated back behind it, was never to be seen.
    if (from >= until) continue;
    const said = JSON.stringify(Object.fromEntries(fields.map((name) => [name, values[name] ?? null])));
    for (const place of places) {
      const field = register.fields[place];
      const value = values[place];
      const isSame = JSON.stringify(value) === JSON.stringify(shapes[place]);
      const point = value && !isSame ? (field?.standsAt?.(value) as Point | undefined) : undefined;
      const [code] = point ? await platform.areasOf(tx, [point]) : [areaCode];
      await sql`insert into place_span (register, record_id, field, since, until, ended_by, state, area_code, shape, said)
        values (${register.name}, ${id}, ${place}, ${from}, ${until}, ${endedBy}, ${state}, ${code},
          ${field ? boundValue(field, value) : sql`null`}, ${said}::jsonb) on conflict do nothing`.execute(tx);
    }
  }
}
