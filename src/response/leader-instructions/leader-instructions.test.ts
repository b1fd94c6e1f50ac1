import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';
import { walkOneIncident } from '../../../tests/support/walk.ts';

interface Instruction {
  state: string;
  version: number;
  parts: { unitName: string; state: string }[];
  answer: string | null;
}

inDistrict("a leader's instruction", (district) => {
  it('becomes an order of its units, waits for their results, and is answered to the leader', async () => {
    const { officer, incidentId } = await walkOneIncident(district());
    const issuers = await officer.sees<{ items: { id: string }[] }>('reporting.issuers', {});
    const { personId: gasOfficer } = await district().as('ranqi');
    const gas = await district().as('ranqi');
    const mine = async () =>
      (await gas.sees<{ items: { id: string; title: string }[] }>('orders.mine')).items.filter(({ title }) =>
        title.startsWith('落实批示'),
      );
    const unit = (await officer.sees<{ unitId: string }>('people.record', { id: gasOfficer })).unitId;
    const input = {
      subject: '施工破坏燃气管线',
      text: '全力抢修，确保居民用气。',
      leaderId: issuers.items[0]?.id,
      givenAt: '2026-06-11T02:39:00Z',
      dueAt: '2026-06-11T06:00:00Z',
      incidentId,
      units: [unit],
    };
    const refusals = [
      [{ text: null }, 'text'],
      [{ givenAt: '2026-06-11T09:00:00Z' }, 'givenAt'],
      [{ dueAt: '2026-06-11T02:00:00Z' }, 'dueAt'],
      [{ units: ['019744f0-0000-7000-8000-000000000000'] }, 'units.0'],
    ] as const;
    for (const [change, field] of refusals) {
      const refused = await officer.command('leaderInstructions.register', { ...input, ...change });
      expect([refused.status < 500, refused.body.field]).toEqual([true, field]);
    }
    expect((await gas.command('leaderInstructions.register', input)).status).toBe(403);

    const { id } = await officer.does<{ id: string }>('leaderInstructions.register', input);
    await district().settle();
    const look = () => officer.sees<Instruction>('leaderInstructions.record', { id });
    expect(await look()).toMatchObject({ state: 'under_way', parts: [{ state: expect.any(String) }] });
    // Who carries it out reads it, and finishes it as any order.
    expect(await gas.sees('leaderInstructions.record', { id })).toMatchObject({ subject: input.subject });
    const [order] = await mine();
    await gas.does('assignments.receive', { id: order?.id });
    await gas.does('assignments.giveFeedback', { id: order?.id, text: '已更换管段，试压合格' });
    await gas.does('assignments.finish', { id: order?.id, result: '已恢复供气' });
    await district().settle();
    expect(await look()).toMatchObject({ state: 'finished', parts: [{ state: 'done' }] });

    const { version } = await look();
    await officer.does('leaderInstructions.answer', { id, answer: '管线修复，11 时恢复供气。' }, { version });
    expect(await look()).toMatchObject({ state: 'answered', answer: '管线修复，11 时恢复供气。' });
    const again = await officer.command('leaderInstructions.answer', { id, answer: '再次反馈' });
    expect(again.status).toBe(409);
    const { items } = await officer.sees<{ items: Instruction[] }>('leaderInstructions.list', { incidentId });
    expect(items).toHaveLength(1);
  });
});
