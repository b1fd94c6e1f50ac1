import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/support/databases.ts';
import { newId } from '../../kernel/ids.ts';
import { systemViewer } from '../api/index.ts';
import type { Database } from '../database/index.ts';
import {
  definePermission,
  grantsOf,
  type Hat,
  isWithin,
  type Role,
  type Scope,
  type Stamp,
  type Viewer,
} from './define.ts';
import { visibleRelation } from './scope.ts';
import { signInAttempt } from './sign-in-attempt.register.ts';

/* Keys of a small tree, one of which begins like another, so that a prefix of text is not taken for a subtree. */
const PATHS = ['/0001/', '/0001/0002/', '/0001/0002/0003/', '/0001/0004/', '/0005/'];
const AREAS = ['110107', '110107001', '110107001002', '110107002', '110108'];
const PEOPLE = [newId(), newId(), newId()];
const ROLES: Role[] = ['duty_officer', 'street_officer', 'team_leader'];
const SCOPES: Scope[] = ['all', 'unit', 'area', 'involved', 'own'];

const stamp: fc.Arbitrary<Stamp> = fc.record({
  ownerUnitPath: fc.constantFrom(...PATHS),
  areaCode: fc.constantFrom(...AREAS),
  createdBy: fc.constantFrom(...PEOPLE),
  involved: fc.uniqueArray(
    fc.oneof(
      fc.constantFrom(...PATHS).map((unitPath) => ({ unitPath, personId: null })),
      fc.constantFrom(...PEOPLE).map((personId) => ({ unitPath: null, personId })),
    ),
    { maxLength: 3, selector: (part) => part.unitPath ?? part.personId },
  ),
});
const hat: fc.Arbitrary<Hat> = fc.record({
  id: fc.constant(newId()),
  postId: fc.constant(newId()),
  postName: fc.constant(''),
  role: fc.constantFrom(...ROLES),
  unit: fc.record({
    id: fc.constant(newId()),
    name: fc.constant(''),
    shortName: fc.constant(''),
    path: fc.constantFrom(...PATHS),
    areaCode: fc.constantFrom(...AREAS),
  }),
});
const granted = fc.dictionary(
  fc.constantFrom(...ROLES),
  fc.oneof(fc.constantFrom(...SCOPES), fc.uniqueArray(fc.constantFrom(...SCOPES), { maxLength: 3 })),
) as fc.Arbitrary<Partial<Record<Role, Scope | Scope[]>>>;

onEachDatabase('scope', (open) => {
  let database: Database;
  const records = fc.sample(stamp, { numRuns: 60, seed: 611 }).map((one) => ({ id: newId(), stamp: one }));

  beforeAll(async () => {
    database = await open();
    const now = new Date('2026-11-24T00:00:00Z');
    for (const { id, stamp: of } of records) {
      await sql`insert into sign_in_attempt (id, state, mark, owner_unit_id, owner_unit_path, area_code, created_at,
          created_by, changed_at, changed_by, changed_fact, name_digest, address, reason)
        values (${id}, 'refused', 'real', ${id}, ${of.ownerUnitPath}, ${of.areaCode}, ${now}, ${of.createdBy}, ${now},
          ${of.createdBy}, ${id}, '', '', 'unknown')`.execute(database.kysely);
      for (const part of of.involved) {
        await sql`insert into involvement (register, record_id, unit_id, unit_path, person_id, since)
          values ('sign_in_attempt', ${id}, ${part.unitPath ? id : null}, ${part.unitPath}, ${part.personId}, ${now})`.execute(
          database.kysely,
        );
      }
    }
  });

  it('lets SQL and memory see the same records, whatever the grants and hats', async () => {
    const seen = new Set<number>();
    await fc.assert(
      fc.asyncProperty(
        granted,
        fc.array(hat, { maxLength: 3 }),
        fc.constantFrom(...PEOPLE),
        async (by, hats, personId) => {
          const permission = definePermission('sign_in_attempt.tested', {
            label: { zh: '试', en: 'Test' },
            granted: by,
          });
          const viewer: Viewer = { ...systemViewer, isSystem: false, personId, hats };
          const relation = visibleRelation(signInAttempt, permission, viewer);
          const { rows } = await sql<{ id: string }>`select id from ${relation} visible`.execute(database.kysely);
          const grants = grantsOf(permission, hats);
          const expected = records
            .filter((record) => isWithin(grants, personId, record.stamp))
            .map((record) => record.id);
          expect(rows.map((row) => row.id).sort()).toEqual(expected.sort());
          seen.add(expected.length);
        },
      ),
      { numRuns: 300, seed: 14 },
    );
    // The sample is worth something: nothing, some and all were to be seen.
    expect(seen.has(0) && seen.has(records.length) && seen.size > 10).toBe(true);
  });

  it('hides everything from somebody without a hat', async () => {
    const permission = definePermission('sign_in_attempt.tested', {
      label: { zh: '试', en: 'Test' },
      granted: Object.fromEntries(ROLES.map((role) => [role, SCOPES])),
    });
    const nobody: Viewer = { ...systemViewer, isSystem: false, hats: [] };
    const { rows } = await sql`select id from ${visibleRelation(signInAttempt, permission, nobody)} visible`.execute(
      database.kysely,
    );
    expect(rows).toEqual([]);
  });
});
