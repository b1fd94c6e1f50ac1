import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';
import { timesDue } from './roll-call.rules.ts';

interface Board {
  state: string;
  called: number;
  onTime: number;
  silent: number;
  answers: {
    id: string;
    state: string;
    unitName: string;
    seconds: number | null;
    isOnDuty: boolean;
    answeredByName: string | null;
    orderId: string | null;
  }[];
}
interface Mine {
  items: { id: string; unitName: string }[];
}

it('times of a plan are called for once, when they have come', () => {
  const times = '09:00,20:00';
  const at = (since: string, now: string) => timesDue(times, '2026-06-11', { since, now });
  expect(at('2026-06-11 08:45', '2026-06-11 08:59')).toEqual([]);
  expect(at('2026-06-11 08:46', '2026-06-11 09:01')).toEqual(['2026-06-11 09:00']);
  expect(at('2026-06-11 09:00', '2026-06-11 09:05')).toEqual([]);
  expect(at('2026-06-10 23:50', '2026-06-11 00:05')).toEqual([]);
});

inDistrict('a roll call', (district) => {
  const unitsOf = async (...names: string[]) => {
    const officer = await district().as('zhiban');
    const { units } = await officer.sees<{ units: { id: string; shortName: string }[] }>('units.tree');
    return names.map((name) => units.find((one) => one.shortName === name)?.id ?? '');
  };
  const board = async (id: string) => (await district().as('zhiban')).sees<Board>('rollCalls.record', { id });

  it('by app is answered in one tap; the silent are named, ordered to explain, and may still answer late', async () => {
    const officer = await district().as('zhiban');
    const [gucheng, bajiao] = [await district().as('gucheng'), await district().as('bajiao')];
    const unitIds = await unitsOf('古城街道', '八角街道');
    const call = { title: '早间点名', callKind: 'scheduled', callMode: 'app', unitIds };
    expect((await gucheng.command('rollCalls.hold', { ...call, unitIds: [unitIds[1]] })).status).toBe(409);
    const { id, called } = await officer.does<{ id: string; called: number }>('rollCalls.hold', call);
    expect(called).toBe(2);
    await district().settle();
    expect(JSON.stringify(await gucheng.sees('messages.inbox'))).toContain('请 古城街道 立即应答');
    district().clock.advance(42_000);
    const waiting = await gucheng.sees<Mine>('rollCalls.mine');
    expect(waiting.items.map(({ unitName }) => unitName)).toEqual(['古城街道']);
    const others = await bajiao.sees<Mine>('rollCalls.mine');
    expect((await gucheng.command('rollCalls.answer', { id: others.items[0]?.id })).status).toBe(404);
    await gucheng.does('rollCalls.answer', { id: waiting.items[0]?.id });
    expect((await gucheng.command('rollCalls.answer', { id: waiting.items[0]?.id })).status).toBe(409);
    expect((await gucheng.sees<Mine>('rollCalls.mine')).items).toEqual([]);
    expect(await board(id)).toMatchObject({ state: 'open', onTime: 1, silent: 1 });

    district().clock.advance(3 * 60_000);
    await district().settle();
    const closed = await board(id);
    expect(closed).toMatchObject({ state: 'closed', called: 2, onTime: 1, silent: 1 });
    expect(closed.answers.map(({ unitName, state }) => [unitName, state])).toEqual([
      ['八角街道', 'no_answer'],
      ['古城街道', 'on_time'],
    ]);
    expect(closed.answers[1]).toMatchObject({ seconds: 42, answeredByName: '蒋小满' });
    expect(closed.answers[0]?.orderId).toEqual(expect.any(String));
    const orders = await bajiao.sees<{ items: { title: string }[] }>('orders.mine');
    expect(orders.items.map(({ title }) => title)).toContain('说明点名未应答原因：早间点名');

    // Late is late, and ends the calling.
    await bajiao.does('rollCalls.answer', { id: others.items[0]?.id });
    const { answers } = await board(id);
    expect(answers.find(({ unitName }) => unitName === '八角街道')).toMatchObject({ state: 'late' });
    await district().settle();
    const rate = await officer.sees<{ now: { part: number; whole: number } }>('indicators.file', {
      code: 'roll_call_answer_rate',
      by: 'month',
    });
    expect(rate.now).toMatchObject({ part: 1, whole: 2 });
  });

  it('by radio is entered by hand, over grid workers by name; a drill carries its mark and counts nowhere', async () => {
    const officer = await district().as('zhiban');
    const [community] = await unitsOf('古城南里');
    const { id, called } = await officer.does<{ id: string; called: number }>('rollCalls.hold', {
      title: '网格员电台演练',
      callKind: 'drill',
      callMode: 'radio',
      subject: 'grid_worker',
      unitIds: community ? [community] : [],
      areaCode: '110107003',
      unitKinds: ['community'],
    });
    expect(called).toBeGreaterThan(3);
    const { answers } = await board(id);
    const [one, two, three] = answers;
    await officer.does('rollCalls.enter', { id: one?.id, result: 'answered' });
    await officer.does('rollCalls.enter', { id: two?.id, result: 'not_at_post', note: '不在网格' });
    expect((await officer.command('rollCalls.enter', { id: three?.id, result: 'excused' })).status).toBeGreaterThan(
      399,
    );
    await officer.does('rollCalls.enter', { id: three?.id, result: 'excused', note: '住院' });
    const states = (await board(id)).answers.map(({ state }) => state);
    for (const state of ['on_time', 'not_at_post', 'excused']) expect(states).toContain(state);
    const { items } = await officer.sees<{ items: { id: string; mark: string }[] }>('rollCalls.list');
    expect(items.find((call) => call.id === id)?.mark).toBe('drill');
  });
});
