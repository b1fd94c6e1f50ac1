import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';

interface Team {
  id: string;
  name: string;
  state: string;
  version: number;
  gaps: string[];
  strength: number;
  equipmentRate: number;
  lastTrainedOn: string;
}

inDistrict('teams', (district) => {
  const list = async () => (await (await district().as('zhiban')).sees<{ items: Team[] }>('teams.list', {})).items;
  const named = async (part: string) => (await list()).find(({ name }) => name.includes(part)) as Team;

  it('reckons strength, equipment and training, and names each gap', async () => {
    expect(await named('综合应急救援队')).toMatchObject({
      strength: 12,
      equipmentRate: 100,
      lastTrainedOn: '2026-05-22',
      gaps: [],
    });
    expect((await named('防汛排水抢险队')).gaps).toEqual(['equipment']);
    expect((await named('供水抢修队')).gaps).toEqual(['people']);
    expect((await named('供热抢修队')).gaps).toEqual(['insurance']);
    expect((await named('应急通信保障队')).gaps).toEqual(['training']);
  });

  it('goes out, arrives and stands by again, each step on its timeline; twice out at once is not possible', async () => {
    const officer = await district().as('zhiban');
    const team = await named('综合应急救援队');
    const silent = await officer.command('teams.dispatch', { id: team.id, dispatchedFor: null });
    expect(silent).toMatchObject({ status: 400, body: { field: 'dispatchedFor' } });
    const both = await Promise.all(
      ['古城大街燃气泄漏', '八角路口积水'].map((dispatchedFor) =>
        officer.command('teams.dispatch', { id: team.id, dispatchedFor }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    for (const step of ['depart', 'arrive', 'leave', 'standBy']) {
      await officer.does(`teams.${step}`, { id: team.id });
    }
    expect(await named('综合应急救援队')).toMatchObject({ state: 'active' });
    const { entries } = await officer.sees<{ entries: { kind: string }[] }>('timeline.of', {
      register: 'team',
      recordId: team.id,
    });
    const kinds = entries.map(({ kind }) => kind);
    for (const kind of ['team.dispatched', 'team.departed', 'team.arrived', 'team.left', 'team.stood_by']) {
      expect(kinds).toContain(kind);
    }
  });

  it('lets a captain keep his own team and no other', async () => {
    const captain = await district().as('qiangxian');
    const { items } = await captain.sees<{ items: Team[] }>('teams.list', {});
    expect(items.map(({ name }) => name)).toEqual(['燃气抢修队']);
    const own = items[0] as Team;
    await captain.does('teamEquipment.register', {
      teamId: own.id,
      name: '堵漏气囊',
      equipmentKind: 'rescue',
      standardQuantity: 4,
      quantity: 4,
      serviceable: 4,
    });
    const more = await captain.command('teamEquipment.register', {
      teamId: own.id,
      name: '测距仪',
      equipmentKind: 'rescue',
      standardQuantity: 1,
      quantity: 1,
      serviceable: 2,
    });
    expect(more).toMatchObject({ status: 400, body: { field: 'serviceable' } });
    const other = await named('防汛排水抢险队');
    expect((await captain.view('teams.record', { id: other.id })).status).toBe(404);
  });
});
