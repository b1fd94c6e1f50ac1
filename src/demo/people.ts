import type { Role } from '../foundation/identity/define.ts';
import { TEAMS } from './departments.ts';
import { impossiblePhone, inventName } from './invented-names.ts';
import { type DemoPerson, type DemoPost, KEY_PEOPLE } from './key-people.ts';
import { seededRandom } from './random.ts';
import { STREETS } from './streets.ts';
import { DEMO_UNITS, type DemoUnit, type DemoUnitKind, SPECIAL_HEADQUARTERS } from './units.ts';

export type { DemoPerson, DemoPost };

type Staffing = readonly (readonly [postName: string, role: Role, people: number])[];

/** Posts of a unit by its kind and how many people hold each, the one who answers first. Offices are hats only. */
const STAFFING: Readonly<Record<DemoUnitKind, Staffing>> = {
  committee: [
    ['主任', 'commander', 1],
    ['副主任', 'commander', 3],
  ],
  command_center: [
    ['带班领导', 'duty_leader', 4],
    ['值班长', 'duty_officer', 4],
    ['值班员', 'duty_officer', 12],
  ],
  office: [],
  special_headquarters: [['指挥长', 'commander', 1]],
  street_sub_headquarters: [],
  street_office: [
    ['街道主任', 'street_chief', 1],
    ['街道值班员', 'street_officer', 1],
    ['平安建设办干部', 'street_officer', 6],
    ['应急专干', 'street_officer', 3],
  ],
  community: [
    ['社区主任', 'community_worker', 1],
    ['社区工作者', 'community_worker', 2],
    ['网格员', 'grid_worker', 5],
  ],
  department: [
    ['值班联络员', 'department_officer', 2],
    ['负责人', 'department_officer', 1],
    ['工作人员', 'department_officer', 1],
  ],
  utility: [
    ['企业联络员', 'utility_contact', 1],
    ['调度值班员', 'utility_contact', 4],
  ],
  enterprise: [
    ['企业联络员', 'utility_contact', 1],
    ['安全管理员（企业）', 'utility_contact', 3],
  ],
  team: [['队长', 'team_leader', 1]],
};

/** A street squad's five branches as the district plan names them. */
const BRANCHES = ['安全生产', '消防安全', '安保维稳', '环境秩序', '养老救助'];
const SQUAD: Staffing = [
  ...BRANCHES.map((branch) => [`${branch}分队长`, 'team_member', 1] as const),
  ['队员', 'team_member', 12],
];

function staffingOf(unit: DemoUnit): Staffing {
  const team = TEAMS.find(([key]) => key === unit.key);
  if (unit.kind !== 'team') return STAFFING[unit.kind];
  return [...STAFFING.team, ...(team ? ([['队员', 'team_member', team[4]]] as const) : SQUAD)];
}

/** Posts that never stand empty: their first holder has a deputy, of whom the order is asked when the holder is silent. */
const DEPUTISED: Readonly<Partial<Record<DemoUnitKind, string>>> = {
  street_office: '街道值班员',
  utility: '企业联络员',
  team: '队长',
};

/** Hats worn beside the everyday post: [whose post gives the hat, the hat]. The first holder wears it. */
const SECOND_HATS: readonly (readonly [unitKey: string, postName: string, hat: DemoPost])[] = [
  ...SPECIAL_HEADQUARTERS.flatMap(([key, , , leadKey]) => [
    [leadKey, '负责人', { unitKey: key, postName: '执行指挥长', role: 'commander' }] as const,
    [leadKey, '工作人员', { unitKey: key, postName: '办公室工作人员', role: 'department_officer' }] as const,
  ]),
  ...STREETS.map(
    ({ id }) => [`street-${id}`, '街道主任', { unitKey: `sub-${id}`, postName: '指挥长', role: 'commander' }] as const,
  ),
  ['command-center', '值班长', { unitKey: 'office-safety', postName: '值班员', role: 'duty_officer' }],
  ['command-center', '值班长', { unitKey: 'office-earthquake', postName: '值班员', role: 'duty_officer' }],
  ['dept-forest', '值班联络员', { unitKey: 'office-forest-fire', postName: '值班员', role: 'duty_officer' }],
  ['dept-water', '负责人', { unitKey: 'office-flood', postName: '办公室主任', role: 'duty_leader' }],
];

const holds = (posts: readonly DemoPost[], unitKey: string, postName: string) =>
  posts.some((post) => post.unitKey === unitKey && post.postName === postName && !post.deputyOfKey);

/** Whoever fills the posts that the key people leave open, one everyday post each. */
function fillPosts(random: () => number): Omit<DemoPerson, 'phone'>[] {
  const taken = new Set(KEY_PEOPLE.map((person) => person.name));
  const freeName = (): string => {
    const name = inventName(random);
    // Namesakes are welcome as in any district, but not of those whom the manual calls by name.
    return taken.has(name) ? freeName() : name;
  };
  return DEMO_UNITS.flatMap((unit) =>
    staffingOf(unit).flatMap(([postName, role, people]) => {
      const open = people - KEY_PEOPLE.filter((person) => holds(person.posts, unit.key, postName)).length;
      return Array.from({ length: open }).flatMap((_, index) => {
        const everyday: DemoPost = { unitKey: unit.key, postName, role };
        const hats = SECOND_HATS.filter(
          ([unitKey, name]) => index === 0 && unitKey === unit.key && name === postName,
        ).map(([, , hat]) => hat);
        const key = `${unit.key}/${postName}/${index + 1}`;
        const holder = { key, name: freeName(), posts: [everyday, ...hats] };
        if (index > 0 || DEPUTISED[unit.kind] !== postName) return [holder];
        return [holder, { key: `${key}/deputy`, name: freeName(), posts: [{ ...everyday, deputyOfKey: key }] }];
      });
    }),
  );
}

function buildPeople(): DemoPerson[] {
  const everybody = [
    ...KEY_PEOPLE.map(({ hasLogin, ...person }) => ({
      ...person,
      ...(hasLogin ? { login: { username: person.key } } : {}),
    })),
    ...fillPosts(seededRandom(110107)),
  ];
  return everybody.map((person, index) => ({ ...person, phone: impossiblePhone(index + 1) }));
}

/** About two thousand invented people; those of the demo first, so that in each post they are asked first. */
export const DEMO_PEOPLE: readonly DemoPerson[] = buildPeople();
