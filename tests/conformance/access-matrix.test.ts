import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoLogins } from '../../src/demo/start.ts';
import { type AnyCommand, type AnyView, hasId, typedIn } from '../../src/foundation/api/define.ts';
import { rowsOf } from '../../src/foundation/api/rows.ts';
import { ANYBODY, grantsOf, type Hat, isWithin, SIGNED_IN, type Stamp } from '../../src/foundation/identity/define.ts';
import { type District, inDistrict, type Person } from '../support/district.ts';
import { walkOneIncident } from '../support/walk.ts';

const NO_ONE = '01900000-0000-7000-8000-000000000000';
/** One login per role: what a role may do is declared once, so one holder stands for all. */
const USERNAMES = [...new Map(demoLogins(new Date()).map((login) => [login.role, login.username])).values()];

inDistrict(
  'who may do what',
  (district) => {
    const people = new Map<string, { person: Person; hats: Hat[] }>();
    const operations = () => {
      const { commands, views } = district().server.platform.catalogue;
      return [...commands.values(), ...views.values()] as (AnyCommand | AnyView)[];
    };
    beforeAll(async () => {
      await walkOneIncident(district());
      for (const username of USERNAMES) {
        const person = await district().as(username);
        people.set(username, { person, hats: await hatsOf(district(), person) });
      }
    });

    it('covers every declared operation, and every operation names its permission', () => {
      expect(operations().length).toBeGreaterThan(50);
      expect(operations().filter((one) => !one.may)).toEqual([]);
    });

    it('answers nobody but who is signed in', { timeout: 60_000 }, async () => {
      const stranger = district().anybody();
      const wrong: string[] = [];
      for (const one of operations()) {
        const { status } = await call(stranger, one);
        if (status !== (one.may === ANYBODY ? status : 401)) wrong.push(`${one.name}: ${status}`);
      }
      expect(wrong).toEqual([]);
    });

    it.each(USERNAMES)(
      'lets %s do what the declarations grant, and nothing else',
      { timeout: 60_000 },
      async (username) => {
        const { person, hats } = people.get(username) as { person: Person; hats: Hat[] };
        const wrong: string[] = [];
        for (const one of operations()) {
          // A command is done under one hat, the first unless another is chosen; reading takes them all.
          const worn = one.kind === 'command' ? hats.slice(0, 1) : hats;
          const isGranted = one.may === SIGNED_IN || grantsOf(one.may, worn).length > 0;
          const { status, body } = await call(person, one);
          const isRefused = status === 403 && body.key === 'permission.missing';
          if (isGranted === isRefused || status === 401 || status >= 500)
            wrong.push(`${one.name}: ${status} ${body.key}`);
        }
        expect(wrong).toEqual([]);
      },
    );

    describe('records', () => {
      it.each(USERNAMES)(
        'shows %s what its scope reaches, and hides the rest as if it were not there',
        { timeout: 60_000 },
        async (username) => {
          const { person, hats } = people.get(username) as { person: Person; hats: Hat[] };
          const { platform } = district().server;
          const wrong: string[] = [];
          let asked = 0;
          for (const view of platform.catalogue.views.values()) {
            const [register] = view.reads;
            if (!hasId(view) || !register || register.isPublicInside || grantsOf(view.may, hats).length === 0) continue;
            for (const { id, stamp } of await recordsOf(district(), register.name)) {
              const { status, body } = await person.view(view.name, { id });
              const isReached = isWithin(grantsOf(view.may, hats), person.personId, stamp);
              if (status !== (isReached ? 200 : 404))
                wrong.push(`${view.name} ${register.name}/${id}: ${status} ${body.key}`);
              asked += 1;
            }
          }
          expect(wrong).toEqual([]);
          if (username !== 'auditor' && username !== 'secadmin' && username !== 'sysadmin')
            expect(asked).toBeGreaterThan(0);
        },
      );
    });
  },
  ['server'],
);

/** Called with an id that is nobody's and nothing else: enough to meet the permission, never enough to do anything. */
function call(person: Person, one: AnyCommand | AnyView) {
  const input = hasId(one) ? { id: NO_ONE } : one.kind === 'view' && typedIn(one) === 'always' ? { q: '' } : {};
  return one.kind === 'command'
    ? person.command<{ key?: string }>(one.name, input)
    : person.view<{ key?: string }>(one.name, input);
}

async function hatsOf(district: District, person: Person): Promise<Hat[]> {
  const { body } = await person.get('/api/session');
  expect(district.server).toBeDefined();
  return (body as { hats: Hat[] }).hats;
}

async function recordsOf(district: District, register: string): Promise<{ id: string; stamp: Stamp }[]> {
  const rows = await district.server.platform.database.transact((tx) =>
    rowsOf<{ id: string } & Stamp>(
      tx,
      sql`select t.id, t.owner_unit_path, t.area_code, t.created_by,
        coalesce((select jsonb_agg(jsonb_build_object('unitPath', i.unit_path, 'personId', i.person_id)) from involvement i
          where i.register = ${register} and i.record_id = t.id), '[]') as involved
        from ${sql.table(register)} t order by t.created_at desc limit 12`,
    ),
  );
  return rows.map(({ id, ...stamp }) => ({ id, stamp }));
}
