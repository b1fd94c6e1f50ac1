import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute, systemViewer } from '../../src/foundation/api/index.ts';
import { newId } from '../../src/kernel/ids.ts';
import { kebabCase } from '../../src/kernel/names.ts';
import { barriers, COLOUR_RULES, type Guest, openStage, picture, type Stage } from '../support/browser.ts';
import { type District, openDistrict, type Person } from '../support/district.ts';
import { GAS_CALL, walkOneIncident } from '../support/walk.ts';

/**
 * Every screen that a capability contributes, by its own declaration: it opens for somebody, axe-core finds no barrier in
 * light or dark, nothing runs over the edge, nothing fails in the console. A new screen is visited without a line here.
 */
const ROOT = join(import.meta.dirname, '../..');
/** Screens of a register, by the names under which a capability may leave them out. */
const OF_REGISTER = { list: '', new: '/new', record: '/:id' } as const;
/** Drawn by the same parts from the same fields as those above: one register in five stands for all. */
const ALIKE = { duplicates: '/duplicates', correction: '/:id/correction', merge: '/:id/merge' } as const;
const SAMPLED = 5;

let met = 0;
function ofRegisters(text: string): string[] {
  return [...text.matchAll(/registerScreens\('([^']+)', \{([\s\S]*?)load/g)].flatMap(([, path = '', body = '']) => {
    const [, without = ''] = /without: \[([^\]]*)\]/.exec(body) ?? [];
    met += 1;
    const screens = met % SAMPLED === 1 ? { ...OF_REGISTER, ...ALIKE } : OF_REGISTER;
    return Object.entries(screens).flatMap(([name, rest]) => (without.includes(`'${name}'`) ? [] : [`${path}${rest}`]));
  });
}

const declared = [
  ...new Map(
    globSync('src/*/*/web.ts', { cwd: ROOT })
      .sort()
      .flatMap((file) => {
        const text = readFileSync(join(ROOT, file), 'utf8');
        const [desk = '', field = ''] = text.split('fieldScreens:');
        const external = [...desk.matchAll(/externalScreen\('([^']+)'/g)].map(([, path]) => path ?? '');
        const paths = (part: string) => [...part.matchAll(/path: '([^']+)'/g)].map(([, path]) => path ?? '');
        return [
          ...[...paths(desk), ...ofRegisters(desk), ...external].map((path) => ({ path, isPhone: false })),
          ...paths(field).map((path) => ({ path, isPhone: true })),
        ];
      })
      .map((one) => [`${one.path} ${one.isPhone}`, one] as const),
  ).values(),
];

/** Those who between them may open everything; the first who is not refused looks. */
const DESK = ['zhiban', 'daiban', 'sysadmin', 'secadmin', 'auditor'] as const;

const PHONE = ['ranqi', 'zhiban'] as const;

/** A wall with one view. */
async function wallOf(officer: Person, accountPersonId: string): Promise<Record<string, string>> {
  const look = { name: '指挥大厅', accountPersonId, look: 'light', language: 'zh' };
  const { id } = await officer.does<{ id: string }>('wallDisplays.register', look);
  const view = { displayId: id, turn: 1, title: '全区态势', sceneKind: 'situation', seconds: 30 };
  const scene = await officer.does<{ id: string }>('wallScenes.register', view);
  return { wall: id, 'wall-displays': id, 'wall-scenes': scene.id };
}

/** A stocktake under way, half counted. */
async function stocktakeOf(officer: Person): Promise<string> {
  const { items } = await officer.sees<{ items: { id: string }[] }>('warehouses.list', { q: 'SJS-04' });
  const begun = await officer.does<{ id: string }>('stocktakes.begin', { warehouseId: items[0]?.id, kind: 'spot' });
  return begun.id;
}

/** A text of a plan that was read and waits to be confirmed. */
async function planTextOf(leader: Person): Promise<string> {
  const text = Buffer.from(
    '古城街道防汛应急预案\n一、总则\n（一）目的\n为了防汛。\n（三）原则\n以人为本。\n附件1：通讯录\n值班室',
  );
  const taken = await leader.post('/api/plan-texts?name=预案.txt', text, {
    'content-type': 'application/octet-stream',
  });
  return (taken.body as unknown as { id: string }).id;
}

let district: District;
let stage: Stage;
let origin: string;
let close: () => Promise<void>;
let ids: Record<string, string>;
/** A second record, where a screen shows two. */
const others: Record<string, string> = {};

/** Two look at a time, each with windows of their own: one screen is judged while the next is on its way. */
type Lane = Map<string, Promise<Guest>>;
const free: Lane[] = [new Map(), new Map()];
const waiting: ((lane: Lane) => void)[] = [];

async function inLane<Result>(work: (lane: Lane) => Promise<Result>): Promise<Result> {
  const lane = free.pop() ?? (await new Promise<Lane>((resolve) => waiting.push(resolve)));
  try {
    return await work(lane);
  } finally {
    const next = waiting.shift();
    if (next) next(lane);
    else free.push(lane);
  }
}

/** Those who have signed in, in whatever lane. */
const known: Lane = new Map();

function guest(lane: Lane, username: string, isPhone: boolean): Promise<Guest> {
  const key = `${username} ${isPhone}`;
  const there = lane.get(key);
  if (there) return there;
  const at = isPhone ? '/field/' : '/';
  const first = known.get(key);
  const entered = first
    ? first.then((one) => stage.enter(username, { at, isPhone, known: one }))
    : stage.enter(username, { at, isPhone });
  lane.set(key, entered);
  if (!first) known.set(key, entered);
  return entered;
}

beforeAll(async () => {
  ({ district, close } = await openDistrict('server'));
  const walk = await walkOneIncident(district);
  const officer = await district.as('zhiban');
  const first = async (view: string, list: string, who = officer) =>
    ((await who.sees<Record<string, { id: string }[]>>(view, {}))[list]?.[0]?.id ?? '') as string;
  ids = {
    incidents: walk.incidentId,
    intake: walk.intakeId,
    assignments: walk.assignmentId,
    reporting: walk.reportId,
    plans: await first('plans.list', 'items'),
    'plan-texts': await planTextOf(await district.as('daiban')),
    reservoirs: (
      await officer.does<{ id: string }>('reservoirs.register', {
        name: '试验水库',
        size: 'small_2',
        capacity: 32.5,
        at: { lng: 116.105, lat: 39.965 },
      })
    ).id,
    'catalogue-layers': (
      await officer.does<{ id: string }>('catalogueLayers.register', {
        name: '燃气专家',
        folder: '专题/燃气',
        sourceKind: 'register',
        sourceLayer: 'experts',
        filterField: 'fields',
        filterValues: ['gas'],
      })
    ).id,
    ...(await wallOf(officer, (await district.as('daping')).personId)),
    messages: await first('messages.sent', 'items'),
    transfers: await first('transfers.list', 'items'),
    stocktakes: await stocktakeOf(officer),
    'street-whistles': (
      await (
        await district.as('gucheng')
      ).does<{ id: string }>('streetWhistles.blow', {
        title: '倒伏树木压住雨水口',
        content: '请到场处置',
        priority: 'urgent',
        placeText: '古城路 12 号院外',
        departments: [await unitNamed(officer, '区水务局'), await unitNamed(officer, '区园林绿化局')],
      })
    ).id,
    casualties: (
      await officer.does<{ id: string }>('casualties.register', {
        incidentId: walk.incidentId,
        description: '蓝色工装男工',
        condition: 'slightly_injured',
        conditionAt: '2026-06-11T02:39:00Z',
        source: 'emergency_120',
      })
    ).id,
    ...(await supportOf(officer, walk.incidentId)),
    linkages: await linkageOf(officer, walk.incidentId),
    evacuations: await evacuationOf(officer, walk.incidentId),
    'leader-instructions': (
      await officer.does<{ id: string }>('leaderInstructions.register', {
        subject: '施工破坏燃气管线',
        text: '请燃气所全力抢修，区住建委举一反三排查在建工地。',
        leaderId: (await officer.sees<{ items: { id: string }[] }>('reporting.issuers', {})).items[0]?.id,
        givenAt: '2026-06-11T02:39:00Z',
        dueAt: '2026-06-12T02:39:00Z',
        incidentId: walk.incidentId,
        units: [await unitNamed(officer, '区水务局')],
      })
    ).id,
    reviews: await reviewOf(officer),
    'expert-calls': await expertCallOf(officer, walk.incidentId, await first('experts.list', 'items')),
    surroundings: (
      await officer.does<{ id: string }>('surroundings.keep', {
        lng: 116.19,
        lat: 39.91,
        metres: 1000,
        subject: { register: 'incident', id: walk.incidentId },
      })
    ).id,
    people: await first('people.list', 'items'),
    organisation: await first('units.tree', 'units'),
    'data-catalogue': 'building',
    indicators: 'report_timeliness',
    'rule-sets': 'report_clocks',
    'rule-versions': (await officer.sees<{ versions: { id: string }[] }>('ruleSets.ofKind', { kind: 'report_clocks' }))
      .versions[0]?.id as string,
    accounts: await first('accounts.list', 'items', await district.as('sysadmin')),
  };
  const shelterId = await first('shelters.list', 'items');
  await officer.does('shelters.open', { id: shelterId, openedFor: '古城大街燃气泄漏' });
  await officer.does('shelterStays.register', {
    shelterId,
    bed: 'A-1',
    household: '张三',
    people: 3,
    needs: ['elderly'],
  });
  ids['official-documents'] = await noticeOf(officer, shelterId);
  Object.assign(ids, await evidenceAndRequests(officer));
  Object.assign(ids, await dutyOf(officer));
  // A register that the officer keeps is looked at by its first record.
  for (const { register } of district.server.platform.catalogue.faces.values()) {
    const folder = kebabCase(register.plural);
    const { items } = await officer.sees<{ items: { id: string }[] }>(`${register.plural}.list`);
    ids[folder] ??= items[0]?.id ?? '';
    others[folder] = items[1]?.id ?? '';
  }
  ids.imports = await importedFile(officer);
  // The one-time codes of those who have signed in to prepare all this are used up.
  district.clock.advance(60_000);
  origin = await district.server.app.listen({ port: 0, host: '127.0.0.1' });
  stage = await openStage(origin, () => district.clock.now());
}, 120_000);
afterAll(async () => {
  await stage?.close();
  await close?.();
});

/** A unit whose month is planned and published, a hand-over, a roll call, a shift that should change hands, an empty post. */
async function dutyOf(officer: Person): Promise<Record<string, string>> {
  const unitId = await unitNamed(officer, '区应急指挥中心');
  const { items } = await officer.sees<{ items: { id: string }[] }>('people.list', { unitId, limit: 40 });
  const base = { unitId, dutyKind: 'officer' };
  await officer.does('dutyPosts.register', { ...base, seats: 1, shiftLength: 'h24', startsAt: '08:30' });
  const members = [officer.personId, ...items.map(({ id }) => id).filter((id) => id !== officer.personId)].slice(0, 4);
  for (const personId of members)
    await officer.does('dutyMembers.register', { ...base, personId, rank: 'staff', joinedOn: '2026-01-01' });
  await officer.does('dutyRosters.propose', { unitIds: [unitId], month: '2026-06' });
  await officer.does('dutyRosters.publishAll', { unitIds: [unitId], month: '2026-06', reason: '月中启用' });
  type Seat = { id: string; personId: string; startsAt: string; day: string };
  const { seats } = await officer.sees<{ seats: Seat[] }>('dutyRosters.month', { unitId, month: '2026-06' });
  const shifts = seats.filter(({ personId, day }) => personId === officer.personId && day > '2026-06-12');
  const others = members.filter((id) => id !== officer.personId);
  // The first of them who may take one over without breaking a rest.
  let changeId: string | undefined;
  for (const { shiftId, toId } of shifts.flatMap(({ id }) => others.map((other) => ({ shiftId: id, toId: other })))) {
    const asked = { shiftId, changeKind: 'take_over', toId, reason: '家中有事' };
    const change = await officer.command<{ id: string }>('dutyChanges.ask', asked);
    if (change.status === 200) changeId = change.body.id;
    if (changeId) break;
  }
  await officer.does('dutyLogEntries.register', {
    unitId,
    notedAt: '2026-06-11T02:30:00Z',
    entryKind: 'call',
    subject: '询问恢复供气时间',
    toFollow: '恢复后回电',
  });
  await officer.does('specialPeriods.register', {
    name: '夏季重大活动',
    periodKind: 'major_event',
    startsOn: '2026-07-10',
    endsOn: '2026-07-12',
    needsChief: true,
    asksDailyReport: true,
  });
  await officer.does('rollCallPlans.register', {
    name: '街道早点名',
    unitKinds: ['street_office'],
    subject: 'duty',
    callMode: 'app',
    times: '09:00',
  });
  const handover = await officer.does<{ id: string }>('shiftHandovers.begin', { unitId });
  const call = await officer.does<{ id: string }>('rollCalls.hold', {
    title: '早间点名',
    callKind: 'scheduled',
    callMode: 'app',
    unitIds: [unitId],
  });
  const waiting = await officer.sees<{ items: { id: string }[] }>('rollCalls.mine');
  const empty = seats.find(({ day }) => day === '2026-06-12');
  await officer.does('dutyShifts.assign', { id: empty?.id, personId: null });
  await execute(district.server.platform, { id: newId(), name: 'dutyGaps.find', input: { unitId } }, systemViewer);
  const gaps = await officer.sees<{ items: { id: string }[] }>('dutyGaps.list');
  // Somebody whom nobody asked writes a short message.
  const written = { channel: 'sms', from: '13812345678', words: '我们小区停电了' };
  await execute(district.server.platform, { id: newId(), name: 'messages.hearReply', input: written }, systemViewer);
  const replies = await officer.sees<{ items: { id: string }[] }>('messageReplies.list');
  return {
    'duty-rosters': unitId,
    'duty-shifts': seats[0]?.id ?? '',
    'duty-changes': changeId ?? '',
    'duty-gaps': gaps.items[0]?.id ?? '',
    'message-replies': replies.items[0]?.id ?? '',
    'shift-handovers': handover.id,
    'roll-calls': call.id,
    'roll-call-answers': waiting.items[0]?.id ?? '',
  };
}

/** Everybody who is proposed for an incident, told at once. */
async function linkageOf(officer: Person, incidentId: string): Promise<string> {
  const origin = { register: 'incident', recordId: incidentId };
  const { items } = await officer.sees<{ items: { source: string }[] }>('linkages.propose', origin);
  const parties = items.filter(({ source }) => source !== 'grid').slice(0, 6);
  const { id } = await officer.does<{ id: string }>('linkages.start', { ...origin, title: '请立即到岗', parties });
  return id;
}

/** The gas team on its way, as the desk and its leader's phone show it. */
async function supportOf(officer: Person, incidentId: string): Promise<Record<string, string>> {
  const needed = { incidentId, supportKind: 'team', speciality: 'gas' };
  const { id } = await officer.does<{ id: string }>('supportRequests.make', {
    ...needed,
    content: '关阀堵漏',
    priority: 'urgent',
    isApproved: true,
  });
  const { items } = await officer.sees<{ items: { id: string }[] }>('supportRequests.candidates', needed);
  const { dispatchId } = await officer.does<{ dispatchId: string }>('supportRequests.send', {
    id,
    resourceId: items[0]?.id,
  });
  return { 'support-requests': id, support: dispatchId };
}

/** Households around the first of the register, listed and not yet asked. */
async function evacuationOf(officer: Person, incidentId: string): Promise<string> {
  const { items } = await officer.sees<{ items: { at: { lng: number; lat: number } }[] }>('households.list', {});
  const at = items[0]?.at;
  const { id } = await officer.does<{ id: string }>('evacuations.draw', {
    incidentId,
    title: '下风向居民楼',
    within: `${at?.lng},${at?.lat},300`,
    purpose: '燃气泄漏转移避险',
  });
  return id;
}

/** A review of a small matter that is closed. */
async function reviewOf(officer: Person): Promise<string> {
  const call = await officer.does<{ id: string }>('intake.take', { ...GAS_CALL, placeText: '古城路 30 号院' });
  const { id: incidentId } = await officer.does<{ id: string }>('incidents.open', {
    intakeId: call.id,
    title: '古城路燃气味',
    grade: 'general',
    gradeReason: '未见泄漏',
  });
  await officer.does('incidents.close', { id: incidentId, summary: '未见泄漏', leftReason: '未见泄漏，不报送' });
  return (await officer.does<{ id: string }>('reviews.ask', { incidentId })).id;
}

/** A notice in its second version, ready to be signed. */
async function noticeOf(officer: Person, shelterId: string): Promise<string> {
  const { id } = await officer.does<{ id: string }>('officialDocuments.draft', {
    kind: 'shelter_opening',
    subjectId: shelterId,
  });
  const { title, text } = await officer.sees<{ title: string; text: string }>('officialDocuments.record', { id });
  await officer.does('officialDocuments.revise', { id, title, text: `${text}\n请携带饮用水。` });
  await officer.does('officialDocuments.submit', { id });
  return id;
}

/** An expert who was asked by telephone about the incident. */
async function expertCallOf(officer: Person, incidentId: string, expertId: string): Promise<string> {
  const { calls } = await officer.does<{ calls: { id: string }[] }>('expertCalls.make', {
    experts: [expertId],
    subject: { register: 'incident', id: incidentId },
    purpose: 'incident',
    question: '泄漏扩散范围和警戒距离',
    channel: 'telephone',
    priority: 'urgent',
  });
  return calls[0]?.id ?? '';
}

async function unitNamed(who: Person, name: string): Promise<string> {
  const { units } = await who.sees<{ units: { id: string; shortName: string }[] }>('units.tree');
  return units.find((one) => one.shortName === name)?.id ?? '';
}

/** A file with a row that is wrong, checked: the fullest state of an import's page. */
async function importedFile(who: Awaited<ReturnType<District['as']>>): Promise<string> {
  const text =
    '姓名,专业领域,工作单位,经度,纬度,聘任日期,聘期截止\n赵专家,炼金术,院,116.2,39.9,2025-01-01,2028-12-31\n钱专家,水利,院,116.2,39.9,2025-01-01,2028-12-31';
  const { body } = await who.post('/api/imports?register=expert&name=a.csv&source=x', Buffer.from(text), {
    'content-type': 'application/octet-stream',
  });
  const { id } = body as { id: string };
  const { mapping } = await who.sees<{ mapping: string[] }>('imports.record', { id });
  await who.does('imports.check', { id, mapping, coordinateSystem: 'cgcs2000', known: 'update' });
  await district.settle();
  return id;
}

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A photo, requests of persons, leaks, and a sheet of what nobody needs any more. */
async function evidenceAndRequests(officer: Person): Promise<Record<string, string>> {
  const photo = await officer.post(`/api/files?name=${encodeURIComponent('现场.png')}`, Buffer.from(PIXEL, 'base64'), {
    'content-type': 'image/png',
  });
  const at = district.clock.now().toISOString();
  for (const dataKinds of ['报告人电话', '报告人姓名']) {
    await officer.does('personalDataRequests.register', { kind: 'access', receivedAt: at, isIdentityChecked: true });
    await officer.does('leakNotices.register', {
      kinds: ['leak'],
      discoveredAt: at,
      dataKinds,
      cause: '表格误发',
      possibleHarm: '骚扰电话',
      measures: '已撤回',
      contactUnit: '区应急指挥中心',
      isHarmAverted: false,
    });
  }
  const call = await officer.does<{ id: string }>('intake.take', GAS_CALL);
  await district.server.platform.database.transact((tx) =>
    sql`update intake set state = 'false_report', changed_at = changed_at - interval '91 days' where id = ${call.id}`.execute(
      tx,
    ),
  );
  const sheet = await officer.does<{ id: string }>('destructionSheets.prepare', {
    register: 'intake',
    reason: '保存期满',
  });
  return {
    files: String(photo.body.id),
    'destruction-sheets': sheet.id,
  };
}

function addressOf(path: string): string {
  const id = ids[path.split('/')[1] ?? ''];
  if (path.includes(':id') && !id) throw new Error(`no record is known for ${path}: name one in this test`);
  const other = path.endsWith('/merge') ? `?with=${others[path.split('/')[1] ?? ''] || id}` : '';
  return path.replace(':id', id ?? '') + other;
}

async function settle(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
}

/** By the screen's own permission, or by the answer of its view. */
const refusal = (page: Page) => page.getByText(/您无权(打开|查看)/).first();

/** Goes there as a click within the app does: the app stays, as it does for people all day. */
async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
}

async function visit(lane: Lane, path: string, isPhone: boolean): Promise<Guest> {
  for (const username of isPhone ? PHONE : DESK) {
    const one = await guest(lane, username, isPhone);
    await goTo(one.page, `${isPhone ? '/field' : ''}${addressOf(path)}`);
    await Promise.race([settle(one.page), refusal(one.page).waitFor()]);
    if (!(await refusal(one.page).isVisible())) return one;
  }
  throw new Error(`nobody may open ${path}`);
}

describe('every screen', () => {
  it('is found in the declarations', () => {
    expect(declared.length).toBeGreaterThan(15);
  });

  it.concurrent.each(declared)('$path (phone: $isPhone) is open to everybody’s eyes and ears', (screen) =>
    inLane(async (lane) => {
      const { path, isPhone } = screen;
      const { page, faults } = await visit(lane, path, isPhone);
      await picture(page, `${isPhone ? 'field' : 'console'}${path.replaceAll(/[/:]+/g, '-')}`);
      const found = await barriers(page);
      if (found.length > 0) found.push(`seen: ${(await page.locator('body').textContent())?.slice(0, 300)}`);
      for (const theme of isPhone ? ['dark', 'contrast'] : ['dark']) {
        await page.evaluate((wanted) => {
          document.documentElement.dataset.theme = wanted;
        }, theme);
        found.push(...(await barriers(page, COLOUR_RULES)).map((words) => `${theme} ${words}`));
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      await page.evaluate(() => {
        document.documentElement.dataset.theme = 'light';
      });
      expect({ found, isTooWide: overflow > 0, faults }).toEqual({ found: [], isTooWide: false, faults: [] });
    }),
  );

  it('keeps the bar and the menu to one line of a small desk, in both languages', async () => {
    const known = await inLane((lane) => guest(lane, 'zhiban', false));
    const { page, context } = await stage.enter('zhiban', { known });
    await page.setViewportSize({ width: 1280, height: 800 });
    for (const language of ['en', 'zh']) {
      await page.evaluate((wanted) => localStorage.setItem('fengsui.language', wanted), language);
      await page.reload();
      await settle(page);
      await page.locator('.duty-shell').first().waitFor();
      const off = () =>
        page.evaluate(() => {
          const bar = [...document.querySelectorAll<HTMLElement>('.top-bar > *')];
          const menu = [...document.querySelectorAll<HTMLElement>('.main-menu > *')];
          return [
            ...bar.filter((one) => one.getBoundingClientRect().right > innerWidth),
            ...menu.filter(({ offsetTop }) => offsetTop > (menu[0]?.offsetTop ?? 0) + 8),
          ].map(({ textContent }) => textContent);
        });
      await expect.poll(off, { message: language }).toEqual([]);
    }
    await context.close();
  });

  it('has a sign-in page without barriers', async () => {
    const { context: known } = await inLane((lane) => guest(lane, 'zhiban', false));
    const context = await known.browser()?.newContext({ locale: 'zh-CN' });
    const page = await context?.newPage();
    if (!page) throw new Error('no browser');
    await page.goto(origin);
    await page.locator('[name=username]').waitFor();
    expect(await barriers(page)).toEqual([]);
    await context?.close();
  });
});
