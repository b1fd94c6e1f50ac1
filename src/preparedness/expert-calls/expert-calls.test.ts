import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/support/databases.ts';
import { openScene, type Scene } from '../../../tests/support/scene.ts';
import type { Viewer } from '../../foundation/identity/define.ts';

interface Call {
  id: string;
  number: string;
  state: string;
  subject: { title: string };
  may: string[];
  advice: { id: string; adoption: string | null; score: number | null; state: string }[];
}
const MINUTE = 60_000;

onEachDatabase('an expert is called', (open) => {
  let scene: Scene;
  let expert: Viewer;
  let known: string;
  let unknown: string;
  let incident: string;
  beforeAll(async () => {
    scene = await openScene(await open());
    const { duty } = scene.people;
    expert = await scene.person('陆知行', scene.people.stranger.acting?.unit.id ?? '', 'expert');
    const register = async (name: string, more: object = {}) =>
      (
        await scene.act<{ id: string }>(duty, 'experts.register', {
          name,
          fields: ['gas'],
          organisation: '设计研究院（示例）',
          isOnCall: true,
          appointedOn: '2025-07-01',
          termEndsOn: '2028-06-30',
          ...more,
        })
      ).id;
    known = await register('陆知行', { personId: expert.personId });
    unknown = await register('何其远');
    const { id: intakeId } = await scene.act<{ id: string }>(duty, 'intake.take', {
      sourceChannel: 'phone',
      kind: 'utility.gas',
      knownAt: scene.clock.now().toISOString(),
      placeText: '古城南路 12 号院',
      text: '有人来电',
      callerPhone: '13900000001',
    });
    incident = (await scene.act<{ id: string }>(duty, 'incidents.open', { intakeId, title: '古城南路燃气泄漏' })).id;
  });
  afterAll(() => scene?.close());

  const call = (experts: string[], more: object = {}) =>
    scene.act<{ calls: { id: string; number: string }[] }>(scene.people.duty, 'expertCalls.make', {
      experts,
      subject: { register: 'incident', id: incident },
      purpose: 'incident',
      question: '泄漏扩散范围和警戒距离',
      channel: 'system',
      priority: 'urgent',
      ...more,
    });
  const list = async (who: Viewer, input: object) =>
    (await scene.see<{ items: Call[] }>(who, 'expertCalls.list', input)).items;

  it('answers on the phone, advises, and reads how it was taken; the incident and the expert show it', async () => {
    const { people } = scene;
    const { calls } = await call([known]);
    const id = calls[0]?.id ?? '';
    expect(await list(expert, { isMine: true })).toMatchObject([
      { id, state: 'called', subject: { title: '古城南路燃气泄漏' }, may: ['answer'] },
    ]);
    const early = scene.act(expert, 'expertAdvice.give', { callId: id, advice: '疏散 100 米' });
    await expect(early).rejects.toMatchObject({ key: 'state.guard' });
    scene.clock.advance(10 * MINUTE);
    const incomplete = scene.act(expert, 'expertCalls.answer', { id, answer: 'accepted' });
    await expect(incomplete).rejects.toMatchObject({ field: 'way' });
    await scene.act(expert, 'expertCalls.answer', { id, answer: 'accepted', way: 'on_site', arrivalMinutes: 40 });
    const [clock] = await scene.rows<{ state: string }>(sql`select state from clock where subject_id = ${id}`);
    expect(clock).toEqual({ state: 'met' });
    const [ladder] = await scene.rows<{ state: string }>(sql`select l.state from ladder l join message m
      on m.id = l.message_id where m.subject_id = ${id} and m.template = 'expert_call.made'`);
    expect(ladder).toEqual({ state: 'stopped' });
    const { id: adviceId } = await scene.act<{ id: string }>(expert, 'expertAdvice.give', {
      callId: id,
      advice: '下风向 150 米内疏散，保持强制通风',
    });
    const own = scene.act(expert, 'expertAdvice.decide', { id: adviceId, adoption: 'adopted' });
    await expect(own).rejects.toMatchObject({ status: 403 });
    const why = scene.act(people.duty, 'expertAdvice.decide', { id: adviceId, adoption: 'partly' });
    await expect(why).rejects.toMatchObject({ field: 'reason' });
    await scene.act(people.duty, 'expertAdvice.decide', { id: adviceId, adoption: 'partly', reason: '通风条件不足' });
    await scene.act(people.duty, 'expertAdvice.evaluate', { id: adviceId, score: 5 });
    const taken = { id: adviceId, adoption: 'partly', score: 5, state: 'evaluated' };
    const [ofIncident] = await list(people.duty, { subject: { register: 'incident', id: incident } });
    expect(ofIncident).toMatchObject({ id, state: 'accepted', advice: [taken] });
    const [ofExpert] = await list(people.duty, { expertId: known });
    expect(ofExpert).toMatchObject({ id, advice: [taken] });
    expect(await list(expert, { isMine: true })).toMatchObject([{ id, advice: [taken] }]);
    const facts = await scene.rows<{ kind: string }>(sql`select kind from fact where kind like 'expert_%'
      and concerns @> ${JSON.stringify([{ register: 'incident', id: incident }])}::jsonb order by sequence`);
    expect(facts.map(({ kind }) => kind)).toEqual([
      'expert_call.made',
      'expert_call.answered',
      'expert_advice.given',
      'expert_advice.decided',
      'expert_advice.evaluated',
    ]);
  });

  it('one without a login is called by telephone, and whoever called notes the answer', async () => {
    const { people } = scene;
    await expect(call([unknown])).rejects.toMatchObject({ key: 'state.guard', field: 'experts.0' });
    const { calls } = await call([unknown], { channel: 'telephone' });
    const id = calls[0]?.id ?? '';
    const silent = scene.act(people.duty, 'expertCalls.answer', { id, answer: 'declined' });
    await expect(silent).rejects.toMatchObject({ field: 'reason' });
    await scene.act(people.duty, 'expertCalls.answer', { id, answer: 'declined', reason: '在外地' });
    expect(await scene.see(people.duty, 'expertCalls.record', { id })).toMatchObject({ state: 'declined' });
    const late = scene.act(people.duty, 'expertAdvice.give', { callId: id, advice: '意见' });
    await expect(late).rejects.toMatchObject({ key: 'state.guard' });
  });

  it('is hidden from whoever has no part in it, and a matter that cannot be seen calls nobody', async () => {
    const { people } = scene;
    const { calls } = await call([known], { priority: 'normal' });
    const id = calls[0]?.id ?? '';
    await expect(scene.see(people.stranger, 'expertCalls.record', { id })).rejects.toMatchObject({ status: 404 });
    const foreign = scene.act(people.stranger, 'expertCalls.make', {
      experts: [known],
      subject: { register: 'incident', id: incident },
      purpose: 'incident',
      question: '同一问题',
      channel: 'system',
      priority: 'normal',
    });
    await expect(foreign).rejects.toMatchObject({ status: 404 });
    await expect(list(people.stranger, { subject: { register: 'incident', id: incident } })).rejects.toMatchObject({
      status: 404,
    });
    await scene.act(people.duty, 'expertCalls.withdraw', { id, reason: '已请他人' });
    const late = scene.act(expert, 'expertCalls.answer', { id, answer: 'accepted', way: 'remote' });
    await expect(late).rejects.toMatchObject({ status: 409 });
  });
});
