import type { Role } from '../foundation/identity/define.ts';
import { dayText, instantOf, localTime } from '../kernel/calendar.ts';
import type { DutyRank } from '../preparedness/duty-posts/duty-member.register.ts';
import type { DutyKind } from '../preparedness/duty-posts/duty-post.register.ts';
import { dayFrom } from './day-from.ts';
import { DEMO_PEOPLE } from './people.ts';
import { DEMO_UNITS, type DemoUnit, type DemoUnitKind } from './units.ts';

type Run = (name: string, input: unknown) => Promise<unknown>;

/** Who of a unit takes turns in which post: [post of the rota, the posts they hold, most of them]. */
type Rota = readonly (readonly [kind: DutyKind, postNames: readonly string[], most: number])[];

const ROTAS: Readonly<Partial<Record<DemoUnitKind, Rota>>> = {
  command_center: [
    ['leader', ['带班领导'], 6],
    ['chief', ['值班长'], 4],
    ['officer', ['值班员'], 12],
  ],
  street_office: [
    ['leader', ['街道主任', '平安建设办干部'], 4],
    ['officer', ['街道值班员', '应急专干'], 6],
  ],
  department: [
    ['leader', ['负责人', '工作人员'], 2],
    ['officer', ['值班联络员'], 4],
  ],
  utility: [
    ['leader', ['企业联络员'], 2],
    ['officer', ['调度值班员'], 4],
  ],
  enterprise: [['officer', ['安全管理员（企业）'], 3]],
  team: [['officer', ['队员', '安全生产分队长'], 4]],
  community: [['officer', ['社区主任', '社区工作者'], 3]],
};

const SEATS: Readonly<Partial<Record<DemoUnitKind, number>>> = { command_center: 2 };
const ANSWERING: readonly Role[] = ['duty_leader', 'street_chief'];

interface Known {
  readonly units: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
}

/** Members of a unit's rota, those with a part in the demo first. */
function membersOf({ key, kind }: DemoUnit): { dutyKind: DutyKind; personKey: string; rank: DutyRank }[] {
  return (ROTAS[kind] ?? []).flatMap(([dutyKind, postNames, most]) =>
    DEMO_PEOPLE.filter(({ posts }) => posts[0]?.unitKey === key && postNames.includes(posts[0].postName))
      .slice(0, most)
      .map((person, index): { dutyKind: DutyKind; personKey: string; rank: DutyRank } => {
        const role = person.posts[0]?.role ?? 'contact';
        const isHead = dutyKind === 'leader' && (index === 0 || ANSWERING.includes(role));
        return { dutyKind, personKey: person.key, rank: isHead ? 'chief' : dutyKind === 'leader' ? 'deputy' : 'staff' };
      }),
  );
}

/**
 * Posts, rotas and rosters of every unit that keeps duty, made by the commands of whoever plans them; whoever can sign in to
 * the demo and takes turns is on duty in the shift of now.
 */
export async function seedDuty(run: Run, { units, people }: Known, now: Date): Promise<void> {
  const day = dayFrom(now);
  const own = (key: string) => units.get(key) ?? '';
  const begins = shiftOf(now);
  const rostered = DEMO_UNITS.filter(({ kind }) => ROTAS[kind]);
  for (const period of periodsAround(now, day)) await run('specialPeriods.register', period);
  for (const unit of rostered) {
    const unitId = own(unit.key);
    const base = { unitId, ownerUnitId: unitId };
    for (const [dutyKind] of ROTAS[unit.kind] ?? []) {
      const seats = dutyKind === 'officer' ? (SEATS[unit.kind] ?? 1) : 1;
      // Numbers of an exchange that does not exist.
      const dutyPhone = dutyKind === 'officer' ? `010-0000${String(2000 + rostered.indexOf(unit))}` : null;
      await run('dutyPosts.register', { ...base, dutyKind, seats, shiftLength: 'h24', startsAt: '08:30', dutyPhone });
    }
    const members = membersOf(unit);
    for (const [turn, { dutyKind, personKey, rank }] of members.entries()) {
      const personId = people.get(personKey);
      await run('dutyMembers.register', { ...base, dutyKind, personId, rank, turn: turn + 1, joinedOn: day(-400) });
    }
    for (const dutyKind of ['leader', 'chief', 'officer'] as const) {
      const first = members.find((one) => one.dutyKind === dutyKind && hasLogin(one.personKey));
      if (!first) continue;
      const shift = { startsAt: begins.toISOString(), endsAt: new Date(begins.getTime() + DAY).toISOString() };
      const personId = people.get(first.personKey);
      await run('dutyShifts.enter', { unitId, dutyKind, seat: 1, ...shift, personId, note: null });
    }
  }
  const unitIds = rostered.map(({ key }) => own(key));
  for (const month of monthsAround(now)) {
    await run('dutyRosters.propose', { unitIds, month });
    await run('dutyRosters.publishAll', { unitIds, month, reason: '演示编排' });
  }
}

const DAY = 86_400_000;
const hasLogin = (key: string) => DEMO_PEOPLE.some((person) => person.key === key && person.login);

/** The hand-over at half past eight that began the shift of now. */
export function shiftOf(now: Date): Date {
  const { year, month, day } = localTime(now);
  const today = instantOf(year, month, day, 8, 30);
  return today <= now ? today : new Date(today.getTime() - DAY);
}

/** The month of now, and the next one in its last week, as a unit that publishes in time has. */
function monthsAround(now: Date): string[] {
  return [...new Set([now, new Date(now.getTime() + 9 * DAY)].map((at) => dayText(at).slice(0, 7)))];
}

/** 汛期 and 森林防火期 as Beijing sets them, and an event that is near. */
function periodsAround(now: Date, day: (days: number) => string) {
  const { year, month } = localTime(now);
  const winter = month >= 6 ? year : year - 1;
  const none = { extraOfficers: 0, needsChief: false, asksDailyReport: false };
  return [
    {
      ...none,
      name: `${year}年汛期`,
      periodKind: 'flood_season',
      startsOn: `${year}-06-01`,
      endsOn: `${year}-09-15`,
      asksDailyReport: true,
      basis: '北京市汛期（暂按6月1日至9月15日）',
    },
    {
      ...none,
      name: `${winter}—${winter + 1}年森林防火期`,
      periodKind: 'forest_fire_season',
      startsOn: `${winter}-11-01`,
      endsOn: `${winter + 1}-05-31`,
      basis: '北京市森林防火期',
    },
    {
      ...none,
      name: '重大活动保障（演示）',
      periodKind: 'major_event',
      startsOn: day(5),
      endsOn: day(7),
      needsChief: true,
      asksDailyReport: true,
      basis: '活动保障方案（演示）',
    },
  ];
}
