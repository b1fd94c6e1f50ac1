import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/support/databases.ts';
import { openScene, type Scene } from '../../../tests/support/scene.ts';
import type { Viewer } from '../../foundation/identity/define.ts';

interface Whistle {
  id: string;
  state: string;
  mayWithdraw: boolean;
  answers: { id: string; unitName: string; state: string; escalatedAt: Date | null; may: string[] }[];
}
const MINUTE = 60_000;

onEachDatabase('a street whistles', (open) => {
  let scene: Scene;
  let water: { unitId: string; officer: Viewer };
  let garden: string;
  beforeAll(async () => {
    scene = await openScene(await open());
    const unitId = await scene.unit('区水务局', 'department', '110107');
    water = { unitId, officer: await scene.person('水务联络员', unitId, 'department_officer') };
    garden = scene.people.stranger.acting?.unit.id ?? '';
  });
  afterAll(() => scene?.close());

  const blow = (departments: string[], more: object = {}) =>
    scene.act<{ id: string; number: string; answers: { id: string }[] }>(scene.people.street, 'streetWhistles.blow', {
      title: '倒伏树木压住雨水口',
      content: '请到场处置',
      priority: 'urgent',
      placeText: '八角路 12 号院外',
      departments,
      ...more,
    });
  const see = (who: Viewer, id: string) => scene.see<Whistle>(who, 'streetWhistles.record', { id });
  const told = async (who: Viewer, template: string, about: string) => {
    const { items } = await scene.see<{ items: { template: string; subject: { id: string } | null }[] }>(
      who,
      'messages.inbox',
      { limit: 200 },
    );
    return items.filter((one) => one.template === template && one.subject?.id === about).length;
  };
  const rating = { presence: 'present', solved: 'solved', satisfaction: 'satisfied' };

  it('departments answer within the limit, the street rates, and the last rating closes it', async () => {
    const { people } = scene;
    const { id, number, answers } = await blow([water.unitId, garden]);
    expect(number).toMatch(/^哨〔2026〕\d+号$/);
    expect(await told(water.officer, 'street_whistle.blown', id)).toBe(1);
    const [first, second] = (await see(people.street, id)).answers;
    expect((await see(water.officer, id)).answers.find((one) => one.may.includes('answer'))?.unitName).toBe('区水务局');
    const own = answers.map((one) => one.id).find((one) => one === first?.id) ?? '';
    const theirs = second?.id ?? '';
    const whose = first?.unitName === '区水务局' ? water.officer : people.stranger;
    const other = whose === water.officer ? people.stranger : water.officer;
    scene.clock.advance(60 * MINUTE);
    await expect(scene.act(other, 'departmentAnswers.answer', { id: own, measures: '不是我' })).rejects.toMatchObject({
      status: 404,
    });
    await scene.act(whose, 'departmentAnswers.answer', { id: own, measures: '抢险队 5 人 20 分钟内到场' });
    expect(await told(people.street, 'department_answer.answered', id)).toBe(1);
    await expect(scene.act(whose, 'departmentAnswers.rate', { id: own, ...rating })).rejects.toMatchObject({
      status: expect.any(Number),
    });
    await scene.act(people.street, 'departmentAnswers.rate', { id: own, ...rating });
    expect((await see(people.street, id)).state).toBe('blown');
    await scene.act(people.street, 'departmentAnswers.rate', {
      id: theirs,
      presence: 'absent',
      solved: 'unsolved',
      satisfaction: 'dissatisfied',
    });
    expect((await see(people.street, id)).state).toBe('closed');
    const clocks = await scene.rows<{
      state: string;
    }>(sql`select state from clock where subject_register = 'department_answer'
      and subject_id = any(${[own, theirs]}::uuid[]) order by state`);
    expect(clocks.map(({ state }) => state)).toEqual(['cancelled', 'met']);
  });

  it('goes up to the district when a department is silent, once; a late answer still counts as late', async () => {
    const { people, server, clock } = scene;
    const { id, answers } = await blow([water.unitId], { priority: 'extra_urgent' });
    clock.advance(31 * MINUTE);
    await server.settle();
    expect(await told(people.duty, 'department_answer.escalated', id)).toBe(1);
    expect((await see(people.duty, id)).answers[0]?.escalatedAt).not.toBeNull();
    clock.advance(31 * MINUTE);
    await server.settle();
    expect(await told(people.duty, 'department_answer.escalated', id)).toBe(1);
    await scene.act(water.officer, 'departmentAnswers.answer', { id: answers[0]?.id, measures: '已派人' });
    const { items } = await scene.see<{ items: { unitName: string; late: number; silent: number; called: number }[] }>(
      people.duty,
      'streetWhistles.statistics',
    );
    // It never answered the whistle before this one, whose limit has passed as well by now.
    expect(items.find((one) => one.unitName === '区水务局')).toMatchObject({ called: 2, late: 1, silent: 1 });
  });

  it('is withdrawn with a reason, hidden from who was not called, and refused for who is no department', async () => {
    const { people, units } = scene;
    const { id, answers } = await blow([water.unitId]);
    await expect(see(people.stranger, id)).rejects.toMatchObject({ status: 404 });
    await scene.act(people.street, 'streetWhistles.withdraw', { id, reason: '街道自行处置完毕' });
    expect(await told(water.officer, 'street_whistle.withdrawn', id)).toBe(1);
    expect(await see(people.street, id)).toMatchObject({ state: 'withdrawn', mayWithdraw: false });
    const late = scene.act(water.officer, 'departmentAnswers.answer', { id: answers[0]?.id, measures: '来了' });
    await expect(late).rejects.toMatchObject({ status: 409 });
    await expect(blow([water.unitId, units.team])).rejects.toMatchObject({ field: 'departments.1' });
    expect(await scene.rows(sql`select id from street_whistle where title = '没有'`)).toEqual([]);
  });

  it('blown for an incident it stands on both, and the department called sees the incident', async () => {
    const { people } = scene;
    const { id: intakeId } = await scene.act<{ id: string }>(people.street, 'intake.take', {
      sourceChannel: 'phone',
      kind: 'utility.gas',
      knownAt: scene.clock.now().toISOString(),
      placeText: '八角路 12 号院外',
      text: '有人来电',
      callerPhone: '13900000001',
    });
    const { id: incident } = await scene.act<{ id: string }>(people.street, 'incidents.open', {
      intakeId,
      title: '八角路燃气泄漏',
    });
    const foreign = scene.act(people.stranger, 'streetWhistles.blow', {
      title: '别处的事件',
      content: '到场',
      priority: 'normal',
      placeText: '八角',
      departments: [water.unitId],
      incidentId: incident,
    });
    await expect(foreign).rejects.toMatchObject({ status: 404 });
    await expect(scene.see(water.officer, 'incidents.record', { id: incident })).rejects.toMatchObject({ status: 404 });
    const { id, answers } = await blow([water.unitId], { incidentId: incident });
    await expect(scene.see(water.officer, 'incidents.record', { id: incident })).resolves.toBeDefined();
    const called = await scene.see<{ items: { id: string }[] }>(water.officer, 'streetWhistles.list', { isMine: true });
    expect(called.items.map((one) => one.id)).toContain(id);
    expect(await see(water.officer, id)).toMatchObject({ incident: { id: incident } });
    // Closing asks for it until the department has come and the street has judged it.
    const asked = async () => {
      const { checks } = await scene.see<{ checks: { name: string; findings: { text: { zh: string } }[] }[] }>(
        people.duty,
        'incidents.closing',
        { id: incident },
      );
      return checks.find(({ name }) => name === 'whistles_settled')?.findings.map(({ text }) => text.zh);
    };
    expect(await asked()).toEqual([expect.stringContaining('区水务局还没有报到')]);
    await scene.act(water.officer, 'departmentAnswers.answer', { id: answers[0]?.id, measures: '2 人到场' });
    expect(await asked()).toEqual([expect.stringContaining('街道还没有评价')]);
    const ofIncident = await scene.see<{ items: { id: string }[] }>(people.duty, 'streetWhistles.list', {
      incidentId: incident,
    });
    expect(ofIncident.items.map((one) => one.id)).toEqual([id]);
    const told = await scene.rows(sql`select id from fact where kind = 'department_answer.answered'
      and concerns @> ${JSON.stringify([{ register: 'incident', id: incident }])}::jsonb`);
    expect(told).toHaveLength(1);
    const mine = await scene.see<{ items: unknown[] }>(water.officer, 'streetWhistles.list', { isMine: true });
    expect(mine.items).toHaveLength(called.items.length - 1);
    await scene.act(people.street, 'departmentAnswers.rate', { id: answers[0]?.id, ...rating });
    expect(await asked()).toEqual([]);
  });
});
