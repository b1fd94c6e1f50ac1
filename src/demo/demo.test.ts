import { describe, expect, it } from 'vitest';
import { ACCESS_RULES, passwordFault } from '../foundation/identity/access.rules.ts';
import { isSeparated } from '../foundation/identity/administrators.rules.ts';
import { ADMINISTRATOR_ROLES, ROLES } from '../foundation/identity/define.ts';
import { INCIDENT_KINDS, RESPONSE_LEVELS } from '../foundation/incident-kinds/define.ts';
import { EVIDENCE } from '../foundation/orders/define.ts';
import { PRIORITIES } from '../foundation/orders/order.register.ts';
import { isInside } from '../kernel/geometry.ts';
import { PLACE_RULES, planAction, UNIT_RULES } from '../preparedness/plans/plan-action.register.ts';
import { DEMO_PASSWORD, type DemoArea, demoDistrict, demoLogins, GAS_LEAK_SITE } from './index.ts';
import { areaOf, type Vertex } from './partition.ts';
import { seededRandom } from './random.ts';
import {
  schematicCommunities,
  schematicDistrict,
  schematicLabels,
  schematicLines,
  schematicPlaces,
  schematicStreets,
} from './schematic-map.ts';
import { STREETS } from './streets.ts';

const RULES = ACCESS_RULES.initial.values;

const { areas, units, people, plans } = demoDistrict;
const ofLevel = (level: DemoArea['level']) => areas.filter((area) => area.level === level);
const ofKind = (kind: string) => units.filter((unit) => unit.kind === kind);
const [district] = ofLevel('district');
const streets = ofLevel('street');
const communities = ofLevel('community');
const unitByKey = new Map(units.map((unit) => [unit.key, unit]));
const personByKey = new Map(people.map((person) => [person.key, person]));
const outline = (area: DemoArea): readonly Vertex[] => area.polygon[0] ?? [];
const squareDegrees = (area: DemoArea) => areaOf(outline(area).slice(0, -1));
const edgesOf = (area: DemoArea) =>
  outline(area)
    .slice(1)
    .map((to, index) => [outline(area)[index]?.join(' '), to.join(' ')] as const);

/** Do two edges that share no corner cross? */
function cross([a, b]: readonly [Vertex, Vertex], [c, d]: readonly [Vertex, Vertex]): boolean {
  const side = (p: Vertex, q: Vertex, r: Vertex) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}

describe('areas', () => {
  it('are one district, nine streets and every community of the list, with codes that contain one another', () => {
    expect(district?.code).toBe('110107');
    expect(streets.map((street) => street.code.slice(6))).toEqual([
      '001',
      '002',
      '003',
      '004',
      '005',
      '006',
      '009',
      '010',
      '011',
    ]);
    expect(communities.length).toBeGreaterThanOrEqual(140);
    expect(new Set(areas.map((area) => area.code)).size).toBe(areas.length);
    for (const area of areas) {
      expect(area.code).toMatch({ district: /^\d{6}$/, street: /^\d{9}$/, community: /^\d{12}$/ }[area.level]);
      if (area.parentCode) expect(area.code.startsWith(area.parentCode)).toBe(true);
      expect(area.isSchematic).toBe(true);
    }
    for (const street of streets) expect(communities.some((one) => one.parentCode === street.code)).toBe(true);
  });

  it('lie within the box of the district, counter-clockwise, closed, without crossing themselves', () => {
    for (const area of areas) {
      const ring = outline(area);
      expect(ring.at(-1)).toEqual(ring[0]);
      expect(squareDegrees(area)).toBeGreaterThan(0);
      for (const [lng, lat] of ring) {
        expect(lng).toBeGreaterThanOrEqual(116.07);
        expect(lng).toBeLessThanOrEqual(116.28);
        expect(lat).toBeGreaterThanOrEqual(39.87);
        expect(lat).toBeLessThanOrEqual(39.99);
      }
      expect(new Set(ring.map(String)).size, `${area.name} meets itself`).toBe(ring.length - 1);
      const edges = ring.slice(1).map((to, index) => [ring[index]!, to] as const);
      const crossings = edges.flatMap((edge, index) =>
        edges.slice(index + 2).filter((other) => !other.some((corner) => edge.includes(corner)) && cross(edge, other)),
      );
      expect(crossings, `${area.name} crosses itself`).toEqual([]);
      expect(isInside(area.center, area.polygon), `${area.name} has its label inside`).toBe(true);
    }
  });

  it.each([
    ['streets', streets],
    ['communities', communities],
  ])('%s fill the district without gap or overlap', (_, parts) => {
    const whole = squareDegrees(district!);
    const sum = parts.reduce((total, part) => total + squareDegrees(part), 0);
    expect(Math.abs(sum - whole)).toBeLessThan(1e-9);
    // Every border is walked once in each direction: by the two neighbours, or by one of them and the outline.
    const walked = new Map<string, number>();
    for (const [from, to] of parts.flatMap(edgesOf))
      walked.set(`${from}>${to}`, (walked.get(`${from}>${to}`) ?? 0) + 1);
    expect([...walked.values()].every((times) => times === 1)).toBe(true);
    const alone = [...walked.keys()].filter((edge) => !walked.has(edge.split('>').reverse().join('>')));
    expect(alone.sort()).toEqual(
      edgesOf(district!)
        .map((edge) => edge.join('>'))
        .sort(),
    );
  });

  it('put any point of the district into exactly one community, and that into its street', () => {
    const random = seededRandom(20261124);
    let inside = 0;
    for (let index = 0; index < 2000; index += 1) {
      const point = { lng: 116.1 + random() * 0.16, lat: 39.87 + random() * 0.12 };
      const found = communities.filter((area) => isInside(point, area.polygon));
      expect(found.length).toBe(isInside(point, district!.polygon) ? 1 : 0);
      const [community] = found;
      if (!community) continue;
      inside += 1;
      const street = streets.find((one) => one.code === community.parentCode);
      expect(isInside(point, street!.polygon)).toBe(true);
    }
    expect(inside).toBeGreaterThan(600);
  });
});

describe('units', () => {
  it('are 1 + 21 + 9 + X', () => {
    expect(ofKind('command_center').length).toBe(1);
    expect(ofKind('special_headquarters').length).toBe(21);
    expect(ofKind('special_headquarters').every((unit) => unit.isAssumed)).toBe(true);
    expect(ofKind('street_sub_headquarters').length).toBe(9);
    expect(ofKind('street_office').map((unit) => unit.areaCode)).toEqual(STREETS.map((street) => street.code));
    expect(ofKind('community').length).toBe(communities.length);
    expect(ofKind('office').map((unit) => unit.shortName)).toEqual(['应急办', '安办', '防汛办', '森防办', '地震办']);
    const others = ['department', 'utility', 'enterprise'].flatMap(ofKind).length;
    expect(others).toBeGreaterThanOrEqual(55);
    expect(others).toBeLessThanOrEqual(65);
  });

  it('form one tree, parents first, each within the area of its parent', () => {
    expect(units.filter((unit) => unit.parentKey === undefined).map((unit) => unit.key)).toEqual(['committee']);
    const seen = new Set<string>();
    for (const unit of units) {
      // A parent that came before cannot have this unit above it: no circle.
      if (unit.parentKey !== undefined) {
        expect(seen.has(unit.parentKey), `${unit.key} comes after its parent`).toBe(true);
        expect(unit.areaCode.startsWith(unitByKey.get(unit.parentKey)?.areaCode ?? '?')).toBe(true);
      }
      seen.add(unit.key);
      expect(areas.some((area) => area.code === unit.areaCode)).toBe(true);
      expect(unit.name.length).toBeGreaterThanOrEqual(2);
      expect(unit.shortName.length).toBeGreaterThanOrEqual(2);
    }
    for (const field of ['key', 'code', 'name'] as const) {
      const values = units.map((unit) => unit[field]);
      expect(
        values.filter((value, index) => values.indexOf(value) !== index),
        `repeated ${field}`,
      ).toEqual([]);
    }
  });

  it('have somebody of every role that a plan or a duty looks for', () => {
    const rolesAt = (unitKey: string) =>
      new Set(
        people.flatMap((person) => person.posts.filter((post) => post.unitKey === unitKey).map((post) => post.role)),
      );
    for (const office of ofKind('street_office')) {
      expect([...rolesAt(office.key)].sort()).toEqual(['street_chief', 'street_officer']);
    }
    for (const team of ofKind('team')) expect([...rolesAt(team.key)].sort()).toEqual(['team_leader', 'team_member']);
    for (const unit of units) expect(rolesAt(unit.key).size, `${unit.key} has nobody`).toBeGreaterThan(0);
  });
});

describe('people', () => {
  it('are about two thousand, with names and posts that exist', () => {
    expect(people.length).toBeGreaterThan(1900);
    expect(people.length).toBeLessThan(2100);
    expect(personByKey.size).toBe(people.length);
    for (const person of people) {
      expect(person.name).toMatch(/^\p{Script=Han}{2,6}$/u);
      expect(person.posts.length).toBeGreaterThan(0);
      for (const post of person.posts) {
        expect(unitByKey.has(post.unitKey), `${person.key} works at ${post.unitKey}`).toBe(true);
        expect(Object.keys(ROLES)).toContain(post.role);
      }
      const hats = person.posts.map((post) => `${post.unitKey}/${post.postName}`);
      expect(new Set(hats).size).toBe(hats.length);
    }
  });

  it('have no telephone that could exist, and each its own', () => {
    expect(new Set(people.map((person) => person.phone)).size).toBe(people.length);
    for (const { phone } of people) {
      expect(phone).toMatch(/^\d{11}$/);
      // Mobile numbers begin with 13–19, fixed lines with 0 or 2–8.
      expect(phone).not.toMatch(/^(1[1-9]|[02-9])/);
    }
  });

  it('hold posts of one role each, and stand in for people who are on that post', () => {
    const roles = new Map<string, string>();
    for (const post of people.flatMap((person) => person.posts)) {
      const name = `${post.unitKey}/${post.postName}`;
      expect(roles.get(name) ?? post.role).toBe(post.role);
      roles.set(name, post.role);
    }
    const deputies = people.flatMap((person) => person.posts.filter((post) => post.deputyOfKey));
    expect(deputies.length).toBeGreaterThanOrEqual(10);
    for (const { deputyOfKey = '', unitKey, postName, role } of deputies) {
      const held = personByKey.get(deputyOfKey)?.posts.find((post) => post.unitKey === unitKey && !post.deputyOfKey);
      expect(held).toMatchObject({ postName, role });
    }
  });

  it('keep the three administrators apart from each other and from all work', () => {
    for (const person of people) expect(isSeparated(person.posts.map((post) => post.role))).toBe(true);
    for (const role of ADMINISTRATOR_ROLES) {
      expect(people.filter((person) => person.posts.some((post) => post.role === role)).length).toBe(1);
    }
    expect(people.filter((person) => person.posts.length > 1).length).toBeGreaterThan(20);
    const dutyOfficer = personByKey.get('zhiban')?.posts.map((post) => unitByKey.get(post.unitKey)?.shortName);
    expect(dutyOfficer).toEqual(['区应急指挥中心', '应急办', '防汛办']);
  });

  it('sign in under different names with a password that the rule accepts for everybody', () => {
    expect(demoLogins.length).toBeGreaterThanOrEqual(12);
    expect(demoLogins.length).toBeLessThanOrEqual(20);
    expect(new Set(demoLogins.map((login) => login.username)).size).toBe(demoLogins.length);
    for (const { username, password, personKey, unitKey, unit } of demoLogins) {
      expect(username).toMatch(/^[a-z][a-z-]+$/);
      expect(password).toBe(DEMO_PASSWORD);
      expect(passwordFault(password, { username, isAdministrator: true }, RULES)).toBeUndefined();
      expect(personByKey.get(personKey)?.login?.username).toBe(username);
      expect(unitByKey.get(unitKey)?.shortName).toBe(unit);
    }
  });
});

const FULL = ['gas-construction-damage', 'flood-control', 'large-power-failure', 'reservoir-nanmachang'];
it('has the four plans in full', () => {
  expect(plans.map(({ key }) => key)).toEqual(expect.arrayContaining(FULL));
});
describe.each(plans.filter((plan) => FULL.includes(plan.key)))('the full plan $key', (plan) => {
  it('ask at least 25 things at its highest level, in order, each of a role that somebody holds', () => {
    expect(plan.actions.filter((action) => action.levels.includes('I')).length).toBeGreaterThanOrEqual(25);
    const clauses = plan.actions.map((action) => action.clause);
    expect(clauses).toEqual([...clauses].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })));
    for (const { clause, unitKey, role } of plan.actions) {
      const held = people.some((one) =>
        one.posts.some((post) => post.role === role && (!unitKey || post.unitKey === unitKey)),
      );
      expect(held, `${clause} finds nobody`).toBe(true);
    }
  });
});

describe.each(plans)('the plan $key', (plan) => {
  const ids = (choices: readonly { id: string }[]) => choices.map((choice) => choice.id);

  it('have four levels and clause-numbered actions in words the registers accept', () => {
    expect(ids(INCIDENT_KINDS)).toContain(plan.incidentKind);
    expect(plan.levels.map((one) => one.level)).toEqual(ids(RESPONSE_LEVELS));
    expect(plan.actions.filter((action) => action.levels.includes('IV')).length).toBeGreaterThanOrEqual(8);
    expect(new Set(plan.actions.map((action) => action.clause)).size).toBe(plan.actions.length);
    for (const action of plan.actions) {
      expect(action.clause).toMatch(/^\d+(\.\d+)+$/);
      expect(ids(PRIORITIES)).toContain(action.priority);
      expect(ids(PLACE_RULES)).toContain(action.placeRule);
      expect(ids(UNIT_RULES)).toContain(action.unitRule);
      for (const kind of Object.keys(action.evidenceAsked)) expect(ids(EVIDENCE)).toContain(kind);
      for (const name of ['clause', 'title', 'content', 'groupName', 'offsetMinutes', 'resources'] as const) {
        expect(planAction.fields[name].input.safeParse(action[name]).success, `${action.clause} ${name}`).toBe(true);
      }
    }
  });

  it('give every action to a unit in which somebody holds the role', () => {
    for (const { clause, role, unitKey, groupName } of plan.actions) {
      const unitKeys = unitKey ? [unitKey] : ofKind('street_office').map((unit) => unit.key);
      for (const key of unitKeys) {
        const held = people.some((person) => person.posts.some((post) => post.unitKey === key && post.role === role));
        expect(held, `${clause} finds a ${role} at ${key}`).toBe(true);
      }
      const group = plan.groups.find((one) => one.name === groupName);
      expect(group, `${clause} names a group of the plan`).toBeDefined();
      if (unitKey) expect(group?.unitKeys, `${clause} goes to a member of ${groupName}`).toContain(unitKey);
    }
    for (const key of plan.groups.flatMap((group) => [group.leadUnitKey, ...group.unitKeys])) {
      expect(unitByKey.has(key)).toBe(true);
    }
    expect(unitByKey.has(plan.issuedByUnitKey)).toBe(true);
  });
});

describe('the schematic map', () => {
  it('says of every feature that it is schematic, and has one identifier each', () => {
    const layers = [schematicDistrict, schematicStreets, schematicCommunities, schematicLines, schematicPlaces];
    const features = [...layers, schematicLabels].flatMap(
      (layer) => layer.features as readonly (typeof layer.features)[0][],
    );
    expect(features.every((feature) => feature.properties.isSchematic && feature.properties.name.length >= 2)).toBe(
      true,
    );
    const named = layers.flatMap((layer) => layer.features.map((feature) => feature.id));
    expect(new Set(named).size).toBe(named.length);
    expect(schematicLines.features.map((line) => line.properties.name)).toEqual(
      expect.arrayContaining([
        '石景山路',
        '阜石路',
        '莲石路',
        '古城大街',
        '八角西街',
        '苹果园南路',
        '永定河',
        '地铁1号线',
      ]),
    );
  });

  it('has the site of the walk-through in 八角街道', () => {
    const street = streets.find((area) => isInside(GAS_LEAK_SITE, area.polygon));
    expect(street?.name).toBe('八角街道');
  });
});
