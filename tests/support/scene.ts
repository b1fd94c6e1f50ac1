import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Server, startServer } from '../../src/apps/server/start.ts';
import { execute, rowsOf, runView, systemViewer } from '../../src/foundation/api/index.ts';
import type { Database } from '../../src/foundation/database/index.ts';
import type { Hat, Role, Viewer } from '../../src/foundation/identity/define.ts';
import { type SettableClock, settableClock } from '../../src/kernel/clock.ts';
import { newId } from '../../src/kernel/ids.ts';

/** A morning on which nothing else happens. */
export const START = '2026-06-11T10:40:00+08:00';

export interface Scene {
  readonly server: Server;
  readonly clock: SettableClock;
  readonly units: { readonly centre: string; readonly street: string; readonly team: string };
  /** The centre's duty officer; a street's officer and the deputy; a team's leader and member; a stranger elsewhere. */
  readonly people: Record<'duty' | 'street' | 'deputy' | 'leader' | 'member' | 'stranger', Viewer>;
  /** Runs a command as somebody. */
  act<Output = Record<string, unknown>>(who: Viewer, name: string, input: unknown, key?: string): Promise<Output>;
  /** Asks a view as somebody. */
  see<Output = Record<string, unknown>>(who: Viewer, name: string, input?: unknown): Promise<Output>;
  rows<Row extends object>(query: ReturnType<typeof sql>): Promise<Row[]>;
  /** Waits until it is so; fails with the words after ten seconds. */
  until(what: string, isSo: () => Promise<boolean>): Promise<void>;
  /** Another unit, or another person in a post. */
  unit(name: string, kind: string, areaCode: string): Promise<string>;
  person(name: string, unitId: string, role: Role, more?: { email?: string; deputisesFor?: Viewer }): Promise<Viewer>;
  close(): Promise<void>;
}

/** A few people of a small district on a started server without HTTP, made by the commands a user has. */
export async function openScene(database: Database): Promise<Scene> {
  const home = await mkdtemp(join(tmpdir(), 'fengsui-scene-'));
  const clock = settableClock(START);
  // Whoever opened the database closes it.
  const lent = { ...database, close: async () => undefined };
  const server = await startServer({ home, database: lent, clock, log: () => undefined, hasSchedules: false });
  const { platform } = server;

  const act: Scene['act'] = async (who, name, input, key = newId()) => {
    const { output } = await execute(platform, { id: key, name, input }, who);
    return output as never;
  };
  const unit: Scene['unit'] = async (name, kind, areaCode) => {
    const [top] = await rows<{ id: string }>(sql`select id from unit where parent_id is null order by path limit 1`);
    const opened = await act<{ id: string }>(systemViewer, 'units.open', {
      name,
      shortName: name,
      kind,
      areaCode,
      ...(top ? { parentId: top.id } : {}),
    });
    return opened.id;
  };
  const rows: Scene['rows'] = (query) => platform.database.transact((tx) => rowsOf(tx, query), { readOnly: true });

  const person: Scene['person'] = async (name, unitId, role, { email, deputisesFor } = {}) => {
    const { id: personId } = await act<{ id: string }>(systemViewer, 'people.register', {
      unitId,
      name,
      ...(email ? { email } : {}),
    });
    const known = deputisesFor?.acting?.postId;
    const { id: postId } = known
      ? { id: known }
      : await act<{ id: string }>(systemViewer, 'posts.open', { unitId, name: `${role} ${name}`, role });
    const { id } = await act<{ id: string }>(systemViewer, 'appointments.appoint', {
      personId,
      postId,
      ...(deputisesFor ? { deputisesFor: deputisesFor.acting?.id } : {}),
    });
    const [at] = await rows<Hat['unit']>(
      sql`select id, name, short_name, path, area_code from unit where id = ${unitId}`,
    );
    const hat: Hat = { id, postId, postName: role, role, unit: at as Hat['unit'] };
    const session = { accountId: personId, sessionId: personId, deviceId: undefined, isSystem: false };
    return { personId, name, hats: [hat], acting: hat, ...session };
  };

  // The top of the tree; everything else stands under it, side by side.
  await unit('区应急委', 'committee', '110107');
  const units = {
    centre: await unit('区应急指挥中心', 'command_center', '110107'),
    street: await unit('八角街道', 'street_office', '110107002'),
    team: await unit('综合应急救援队', 'team', '110107'),
  };
  const street = await person('李街道', units.street, 'street_officer', { email: 'li@street.example' });
  const people = {
    duty: await person('王值班', units.centre, 'duty_officer', { email: 'wang@centre.example' }),
    street,
    deputy: await person('赵代理', units.street, 'street_officer', { deputisesFor: street }),
    leader: await person('孙队长', units.team, 'team_leader'),
    member: await person('周队员', units.team, 'team_member'),
    stranger: await person('吴他人', await unit('区园林局', 'department', '110107'), 'department_officer'),
  };
  return {
    server,
    clock,
    units,
    people,
    act,
    unit,
    person,
    rows,
    async see(who, name, input = {}) {
      const view = platform.catalogue.views.get(name);
      if (!view) throw new Error(`no view ${name}`);
      return (await runView(platform, view, view.input.parse(input), who)) as never;
    },
    async until(what, isSo) {
      const end = Date.now() + 10_000;
      while (!(await isSo())) {
        if (Date.now() > end) throw new Error(`waited ten seconds for: ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    },
    async close() {
      await server.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
