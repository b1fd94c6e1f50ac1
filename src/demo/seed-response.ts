import type { Point } from '../kernel/geometry.ts';

const MINUTE = 60_000;

type Person = <Output = { id: string }>(name: string, input: object) => Promise<Output>;
type Asks = <Item = { id: string }>(who: string, view: string, input?: object) => Promise<Item[]>;

/** Who does what in the story, by the keys of `key-people.ts`. */
export interface Cast {
  readonly duty: Person;
  readonly street: Person;
  readonly community: Person;
  /** The community's head, who takes some doors over. */
  readonly communityId: string;
  readonly bureau: Person;
  readonly bureauUnitId: string;
  readonly ask: Asks;
  readonly now: Date;
}

/**
 * 积水 before a block of houses: the drainage team is on its way at the street's request, goods wait for a decision, the bureau has beds
 * brought, and people are led to a shelter, some of them already there. Each step is done by the person whose step it is.
 */
export async function seedResponse({
  duty,
  street,
  community,
  communityId,
  bureau,
  bureauUnitId,
  ask,
  now,
}: Cast): Promise<void> {
  const [house] = await ask<{ id: string; at: Point | null; address: string }>('shequ', 'households.list');
  if (!house?.at) return;
  const place = house.at;
  const report = await duty('intake.take', {
    sourceChannel: 'street',
    kind: 'waterlogging',
    knownAt: new Date(now.getTime() - 12 * MINUTE).toISOString(),
    occurredAt: new Date(now.getTime() - 25 * MINUTE).toISOString(),
    place,
    placeText: `${house.address}一带`,
    text: '楼前路面积水约 30 厘米，仍在上涨，地下室进水，部分居民需转移。',
    deaths: 0,
    missing: 0,
    minorInjuries: 0,
  });
  const incident = await duty('incidents.open', {
    intakeId: report.id,
    title: '八角北里积水内涝',
    grade: 'general',
    gradeReason: '无人员伤亡，影响一个小区',
  });
  const incidentId = incident.id;
  const asked = await street('supportRequests.make', {
    incidentId,
    supportKind: 'team',
    speciality: 'drainage',
    content: '抽排楼前积水，封堵地下室进水口',
    priority: 'urgent',
  });
  await duty('supportRequests.approve', { id: asked.id, decision: '同意，优先保障地下室' });
  const [team] = await ask('zhiban', 'supportRequests.candidates', {
    incidentId,
    supportKind: 'team',
    speciality: 'drainage',
  });
  if (team) {
    await duty('supportRequests.send', { id: asked.id, resourceId: team.id });
    const [sent] = await ask<{ sent: { id: string }[] }>('zhiban', 'supportRequests.list', { incidentId });
    await duty('supportDispatches.depart', { id: sent?.sent[0]?.id });
  }
  const [item] = await ask('zhiban', 'supplies.list', { q: '编织袋' });
  if (item)
    await street('supportRequests.make', {
      incidentId,
      supportKind: 'goods',
      supplyId: item.id,
      quantity: 100,
      content: '封堵地下室入口',
      priority: 'urgent',
    });
  const relief = await duty<{ assignments: { id: string }[] }>('orders.issue', {
    concerns: { register: 'incident', id: incidentId },
    title: '保障转移安置生活物资',
    content: '向八角街道安置点调运折叠床、棉被，确认到达时间和接收人，反馈数量。',
    groupName: '综合保障组',
    priority: 'urgent',
    evidenceAsked: { text: 1 },
    finishDueAt: new Date(now.getTime() + 120 * MINUTE).toISOString(),
    assignees: [{ unitId: bureauUnitId }],
  });
  await bureau('assignments.receive', { id: relief.assignments[0]?.id });
  const [shelter] = await ask<{ id: string; name: string }>('zhiban', 'shelters.list', { q: '八角' });
  if (shelter) await street('shelters.open', { id: shelter.id, openedFor: '八角北里积水转移安置' });
  const evacuation = await street('evacuations.draw', {
    incidentId,
    title: '八角北里低洼楼栋',
    within: `${place.lng},${place.lat},600`,
    purpose: '积水内涝转移避险',
    shelterId: shelter?.id ?? null,
    instructions: '先转移地下室和一层、重点人员，关闭电闸燃气',
    dueAt: new Date(now.getTime() + 90 * MINUTE).toISOString(),
  });
  const doors = await ask<{ id: string; people: number }>('bajiao', 'evacuationHouseholds.list', {
    evacuationId: evacuation.id,
  });
  await street('evacuations.assign', {
    id: evacuation.id,
    doors: doors.map(({ id }) => id),
    helperId: communityId,
  });
  await street('evacuations.start', { id: evacuation.id });
  const [first, second] = doors;
  if (!first) return;
  await community('evacuationHouseholds.report', { id: first.id, outcome: 'moved' });
  if (shelter)
    await community('evacuationHouseholds.checkIn', { id: first.id, bed: '篷宿一区 01', people: first.people });
  if (second && doors.length > 2)
    await community('evacuationHouseholds.report', { id: second.id, outcome: 'not_home' });
}
