import { executeBatch, type Platform, systemViewer } from '../foundation/api/index.ts';
import type { Role } from '../foundation/identity/define.ts';
import { accountProofs, isSeparated } from '../foundation/identity/index.ts';
import { DEMO_AREAS } from './areas.ts';
import { seedBase } from './base/seed-base.ts';
import { ADMINISTRATORS, DEMO_SECRET, hasDistrict } from './beginning.ts';
import { DEMO_EXPERTS } from './experts.ts';
import { demoLogins as LOGINS } from './logins.ts';
import { DEMO_PEOPLE, type DemoPerson } from './people.ts';
import { END_CONDITIONS, seatsOf } from './plan-command.ts';
import { DEMO_PLANS } from './plans.ts';
import { seedDuties } from './seed-duties.ts';
import { seedDuty } from './seed-duty.ts';
import { seedDutyStories } from './seed-duty-stories.ts';
import { seedLayers } from './seed-layers.ts';
import { seedPreparedness } from './seed-preparedness.ts';
import { seedStories } from './seed-stories.ts';
import { seedWalls } from './seed-walls.ts';
import { seedStock } from './stock.ts';
import { DEMO_UNITS } from './units.ts';

const DAY = 86_400_000;

type Run = (name: string, input: unknown) => Promise<unknown>;
const idOf = (answer: unknown): string => (answer as { id: string }).id;

/**
 * Builds the demo district through the commands a user has. One transaction: a start that was killed in the middle
 * begins again from nothing, and a district that is there is left alone.
 * @param hasStories with what happened in it before a visitor comes; tests write their own
 */
export async function seedDemo(
  platform: Platform,
  { hasStories = false, say = () => {} }: { hasStories?: boolean; say?: (line: string) => void } = {},
): Promise<boolean> {
  if (await hasDistrict(platform)) return false;
  say('首次启动，正在生成演示区：区划、单位、人员…… First start, the demo district is made: areas, units, people …');
  const proofs = await loginProofs(platform);
  const units = new Map<string, string>();
  const people = new Map<string, string>();
  await executeBatch(platform, systemViewer, async (run) => {
    for (const area of DEMO_AREAS) {
      await run('areas.define', {
        code: area.code,
        name: area.name,
        kind: area.level,
        parentCode: area.parentCode ?? null,
        outline: area.polygon,
        isSchematic: true,
      });
    }
    for (const unit of DEMO_UNITS) {
      const { name, shortName, kind, areaCode, isAssumed } = unit;
      const parentId = unit.parentKey ? units.get(unit.parentKey) : null;
      units.set(unit.key, idOf(await run('units.open', { name, shortName, kind, areaCode, isAssumed, parentId })));
    }
    for (const [key, id] of await seedPeople(run, units, platform.clock.now())) people.set(key, id);
    await seedDuties(run, units);
    for (const login of LOGINS) {
      const proof = proofs.get(login.username);
      await run('accounts.open', {
        personId: people.get(login.personKey),
        username: login.username,
        mayLink: true,
        proofs: proof,
      });
    }
    for (const { unitKeys, ...plan } of DEMO_PLANS.map(withUnits(units))) {
      if (unitKeys.length > 0) throw new Error(`the demo plan names unknown units: ${unitKeys.join(', ')}`);
      await run('plans.adopt', plan);
    }
    const ownerUnitId = units.get('dept-emergency');
    for (const { personKey, ...expert } of DEMO_EXPERTS) {
      const personId = personKey ? people.get(personKey) : undefined;
      await run('experts.register', { ...expert, ownerUnitId, ...(personId ? { personId } : {}) });
    }
    say('  队伍、物资、建筑、道路等台账…… Teams, supplies, buildings, roads and other registers …');
    await seedPreparedness(run, units, platform.clock.now());
    await seedStock(run, units, platform.clock.now());
    await seedBase(run, units, platform.clock.now());
  });
  if (hasStories) {
    say('  图层和演示事件…… Layers and the incidents of the demo …');
    await executeBatch(platform, systemViewer, (run) => seedDuty(run, { units, people }, platform.clock.now()));
    await executeBatch(platform, systemViewer, (run) =>
      seedLayers(run, platform.catalogue, units.get('dept-emergency')),
    );
    await executeBatch(platform, systemViewer, (run) =>
      seedWalls(run, people.get('daping'), units.get('command-center')),
    );
    await seedStories(platform, { people, units });
    await seedDutyStories(platform, { people, units });
  }
  platform.log('info', 'demo.seeded', {
    areas: DEMO_AREAS.length,
    units: DEMO_UNITS.length,
    people: DEMO_PEOPLE.length,
  });
  return true;
}

async function seedPeople(run: Run, units: ReadonlyMap<string, string>, now: Date): Promise<Map<string, string>> {
  const posts = new Map<string, string>();
  const people = new Map<string, string>();
  const appointments = new Map<string, string>();
  const postOf = async (unitKey: string, name: string, role: Role): Promise<string> => {
    const key = `${unitKey}/${name}`;
    const id = posts.get(key) ?? idOf(await run('posts.open', { unitId: units.get(unitKey), name, role }));
    posts.set(key, id);
    return id;
  };
  const appoint = async (person: DemoPerson) => {
    for (const held of person.posts) {
      const postId = await postOf(held.unitKey, held.postName, held.role);
      const deputisesFor = held.deputyOfKey && appointments.get(`${held.deputyOfKey}/${postId}`);
      const input = { personId: people.get(person.key), postId, ...(deputisesFor ? { deputisesFor } : {}) };
      appointments.set(`${person.key}/${postId}`, idOf(await run('appointments.appoint', input)));
    }
  };
  for (const [index, person] of DEMO_PEOPLE.entries()) {
    const unitId = units.get(person.posts[0]?.unitKey ?? '');
    if (!isSeparated(person.posts.map((post) => post.role))) throw new Error(`${person.key} doubles administration`);
    const { name, phone } = person;
    // Some numbers were checked long ago, so that the list of those to check has something on it.
    const checked = index % 41 === 40 ? { numberCheckedAt: new Date(now.getTime() - 300 * DAY).toISOString() } : {};
    // Numbers of an exchange that does not exist.
    const office = index % 5 === 0 ? { officePhone: `010-0000${String(1000 + index)}` } : {};
    people.set(person.key, idOf(await run('people.register', { unitId, name, phone, ...office, ...checked })));
  }
  const isDeputy = (person: DemoPerson) => person.posts.some((post) => post.deputyOfKey);
  for (const person of DEMO_PEOPLE) if (!isDeputy(person)) await appoint(person);
  for (const person of DEMO_PEOPLE) if (isDeputy(person)) await appoint(person);
  await correctFirst(run, appointments, now);
  return people;
}

/** One appointment was recorded with the day of its typing; the paper that came later says an earlier one. */
async function correctFirst(run: Run, appointments: ReadonlyMap<string, string>, now: Date): Promise<void> {
  const [id] = appointments.values();
  const from = new Date(now.getTime() - 60 * DAY).toISOString();
  await run('appointments.correct', { id, from, until: null, reason: '按任职文件更正任职时间' });
}

/** Hashed before the transaction: a slow hash inside it would hold the only session of the embedded database. */
async function loginProofs(platform: Platform) {
  const proofs = new Map<string, Awaited<ReturnType<typeof accountProofs>>>();
  for (const { username, password, role } of LOGINS) {
    const secret = ADMINISTRATORS.includes(role) ? { secondFactorSecret: DEMO_SECRET } : {};
    proofs.set(username, await accountProofs(platform, { password, ...secret }));
  }
  return proofs;
}

type Plan = (typeof DEMO_PLANS)[number];

function withUnits(units: ReadonlyMap<string, string>) {
  return (plan: Plan) => {
    const unknown = new Set<string>();
    const idOf = (key: string) => {
      const id = units.get(key);
      if (id === undefined) unknown.add(key);
      return id ?? '';
    };
    const actions = plan.actions.map(({ unitKey, ...action }) => ({
      ...action,
      ...(unitKey === undefined ? {} : { unitId: idOf(unitKey) }),
    }));
    const groups = plan.groups.map(({ name, leadUnitKey, unitKeys }) => ({
      name,
      leadUnitId: idOf(leadUnitKey),
      memberUnitIds: unitKeys.filter((key) => key !== leadUnitKey).map(idOf),
    }));
    const seats = seatsOf(plan).map(({ unitKey, ...seat }) => ({ ...seat, unitId: idOf(unitKey) }));
    const endConditions = plan.endConditions ?? END_CONDITIONS;
    return { ...plan, endConditions, seats, groups, actions, unitKeys: [...unknown] };
  };
}
