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
  if (viewer.isSystem || register.isPublicInside) return table;
  const grants = grantsOf(permission, viewer.hats);
  if (grants.some((grant) => grant.scope === 'all')) return table;
  if (grants.length === 0) return sql`(select * from ${table} where false)`;
  const anyOf = sql.join(
    grants.map((grant) => within(register, grant, viewer.personId)),
    sql` or `,
  );
  return sql`(select scoped.* from ${table} scoped where ${anyOf})`;
}

function within(register: RegisterDefinition, { scope, hat }: Grant, personId: string): RawBuilder<unknown> {
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
      return sql`exists (select 1 from involvement part where part.register = ${register.name}
        and part.record_id = scoped.id
        and (part.person_id = ${personId} or part.unit_path like ${`${hat.unit.path}%`}))`;
  }
}
