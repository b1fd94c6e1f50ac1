import { type RawBuilder, sql } from 'kysely';
import type { RegisterDefinition } from '../registers/define.ts';
import { type Grant, grantsOf, type Permission, type Viewer } from './define.ts';

/**
 * The SQL face of scope: the register as this viewer may see it, a relation to put after FROM.
 * One place for list, record, count, search, map, export and stream, so that it cannot be skipped by forgetting.
 */
export function visibleRelation(
  register: RegisterDefinition,
  permission: Permission,
  viewer: Viewer,
): RawBuilder<unknown> {
  const table = sql.table(register.name);
  const reach = reachOf(register, permission, viewer);
  if (reach === 'all') return table;
  if (reach === 'none') return sql`(select * from ${table} where false)`;
  return sql`(select scoped.* from ${table} scoped where ${reachCondition(reach, viewer, {
    register: sql`${register.name}`,
    recordId: sql`scoped.id`,
  })})`;
}

/** Everything, nothing, or what one of these grants reaches. */
export function reachOf(
  register: RegisterDefinition,
  permission: Permission,
  viewer: Viewer,
): 'all' | 'none' | readonly Grant[] {
  if (viewer.isSystem || register.isPublicInside) return 'all';
  const grants = grantsOf(permission, viewer.hats);
  if (grants.some((grant) => grant.scope === 'all')) return 'all';
  return grants.length === 0 ? 'none' : grants;
}

/**
 * The same predicate over any relation called `scoped` that carries a record's stamps: a register, or an index made of
 * several. `at` tells where it holds the record's register and id.
 */
export function reachCondition(
  grants: readonly Grant[],
  viewer: Viewer,
  at: { register: RawBuilder<unknown>; recordId: RawBuilder<unknown> },
): RawBuilder<unknown> {
  const anyOf = grants.map((grant) => within(grant, viewer.personId, at));
  return sql`(${sql.join(anyOf, sql` or `)})`;
}

function within(
  { scope, hat }: Grant,
  personId: string,
  { register, recordId }: { register: RawBuilder<unknown>; recordId: RawBuilder<unknown> },
): RawBuilder<unknown> {
  switch (scope) {
    case 'all':
      return sql`true`;
    case 'unit':
      return sql`scoped.owner_unit_path like ${`${hat.unit.path}%`}`;
    case 'area':
      return sql`scoped.area_code like ${`${hat.unit.areaCode}%`}`;
    case 'own':
      return sql`scoped.created_by = ${personId}`;
    case 'involved':
      return sql`exists (select 1 from involvement part where part.register = ${register}
        and part.record_id = ${recordId}
        and (part.person_id = ${personId} or part.unit_path like ${`${hat.unit.path}%`}))`;
  }
}
