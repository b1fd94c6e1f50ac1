import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';

interface Holders {
  readonly holders: readonly {
    postName: string;
    personName: string | null;
    appointmentId: string | null;
    isDeputy: boolean;
    postId: string;
  }[];
}

inDistrict('the organisation', (district) => {
  const unitNamed = async (name: string) => {
    const someone = await district().as('zhiban');
    const { units } = await someone.sees<{
      units: { id: string; shortName: string; path: string; parentId: string }[];
    }>('units.tree');
    const unit = units.find((one) => one.shortName === name);
    if (!unit) throw new Error(`no unit ${name}`);
    return { unit, units, someone };
  };

  it('is the 1+21+9+X tree, parents before their children', async () => {
    const { units } = await unitNamed('区应急指挥中心');
    const kinds: Record<string, number> = {};
    for (const { kind } of units as unknown as { kind: string }[]) kinds[kind] = (kinds[kind] ?? 0) + 1;
    expect(kinds).toMatchObject({
      command_center: 1,
      special_headquarters: 21,
      street_sub_headquarters: 9,
      street_office: 9,
    });
    const seen = new Set<string>();
    for (const unit of units) {
      if (unit.parentId) expect(seen.has(unit.parentId)).toBe(true);
      seen.add(unit.id);
    }
  });

  it('answers who was responsible on a day, and takes rights away at the instant they end', async () => {
    const { unit, someone } = await unitNamed('古城街道');
    const before = district().clock.now();
    district().clock.advance(60_000);
    const { holders } = await someone.sees<Holders>('units.holders', { id: unit.id });
    const held = holders.find((one) => one.personName === '蒋小满' && !one.isDeputy);
    const gucheng = await district().as('gucheng');
    expect((await gucheng.view('incidents.list')).status).toBe(200);
    const sysadmin = await district().as('sysadmin');
    await sysadmin.does('appointments.end', { id: held?.appointmentId });
    await expect.poll(async () => (await gucheng.view('incidents.list')).status, { timeout: 5000 }).toBe(403);
    district().clock.advance(60_000);
    const now = await someone.sees<Holders>('units.holders', { id: unit.id });
    expect(now.holders.some((one) => one.personName === '蒋小满' && !one.isDeputy)).toBe(false);
    const then = await someone.sees<Holders>('units.holders', { id: unit.id, at: before.toISOString() });
    expect(then.holders.some((one) => one.personName === '蒋小满' && !one.isDeputy)).toBe(true);
    await sysadmin.does('appointments.appoint', { personId: gucheng.personId, postId: held?.postId });
    await expect.poll(async () => (await gucheng.view('incidents.list')).status, { timeout: 5000 }).toBe(200);
  });

  it('keeps the three administrators apart, also when two appointments come at once', async () => {
    const secadmin = await district().as('secadmin');
    const sysadmin = await district().as('sysadmin');
    const auditor = await district().as('auditor');
    const { unit, someone } = await unitNamed('区应急指挥中心');
    const { holders } = await someone.sees<Holders>('units.holders', { id: unit.id });
    const post = (name: string) => holders.find((one) => one.postName === name)?.postId;
    const doubled = await secadmin.command('appointments.appoint', {
      personId: auditor.personId,
      postId: post('安全管理员'),
    });
    expect(doubled).toMatchObject({ status: 409, body: { key: 'permission.administrators_separate' } });
    const business = await sysadmin.command('appointments.appoint', {
      personId: auditor.personId,
      postId: post('值班员'),
    });
    expect(business.body.key).toBe('permission.administrators_separate');
    const notHis = await sysadmin.command('appointments.appoint', {
      personId: someone.personId,
      postId: post('安全审计员'),
    });
    expect(notHis).toMatchObject({ status: 403, body: { key: 'permission.missing' } });

    const fresh = await sysadmin.does<{ id: string }>('people.register', { unitId: unit.id, name: '新来者' });
    const both = await Promise.all(
      ['安全管理员', '安全审计员'].map((name) =>
        secadmin.command('appointments.appoint', { personId: fresh.id, postId: post(name) }),
      ),
    );
    expect(both.map((one) => one.status).sort()).toEqual([200, 409]);
  });

  it('moves a unit with everything it owns, and refuses a circle', async () => {
    const sysadmin = await district().as('sysadmin');
    const { unit, someone } = await unitNamed('燃气抢修队');
    const { unit: center } = await unitNamed('区应急局');
    const before = await someone.sees<{ items: unknown[] }>('people.list', { unitId: unit.id });
    await sysadmin.does('units.move', { id: unit.id, parentId: center.id });
    const { unit: moved } = await unitNamed('燃气抢修队');
    expect(moved.path.startsWith(center.path)).toBe(true);
    expect((await someone.sees<{ items: unknown[] }>('people.list', { unitId: unit.id })).items).toHaveLength(
      before.items.length,
    );
    const leader = await district().as('qiangxian');
    expect((await leader.view('orders.mine')).status).toBe(200);
    const circle = await sysadmin.command('units.move', { id: center.id, parentId: unit.id });
    expect(circle).toMatchObject({ status: 409, body: { key: 'unit.circle' } });
  });

  it('masks numbers until somebody says why they are needed', async () => {
    const officer = await district().as('zhiban');
    const found = await officer.sees<{ items: { id: string; phone: string }[] }>('people.list', { q: '丁立群' });
    const contact = found.items[0];
    expect(contact?.phone).toMatch(/^\d{3}\*{4}\d{4}$/);
    const shown = await officer.does<{ value: string }>('personalData.reveal', {
      register: 'person',
      recordId: contact?.id,
      field: 'phone',
      reason: '燃气泄漏，需立即通话',
    });
    expect(shown.value).toMatch(/^10094\d{6}$/);
    const { entries } = await officer.sees<{ entries: { kind: string; payload: object }[] }>('timeline.of', {
      register: 'person',
      recordId: contact?.id,
    });
    expect(entries.at(-1)).toMatchObject({ kind: 'personal_data.revealed', payload: { field: 'phone' } });
    expect(JSON.stringify(entries)).not.toContain(shown.value);
  });

  it('corrects a name without losing the numbers that whoever corrects it cannot see', async () => {
    const sysadmin = await district().as('sysadmin');
    const { unit } = await unitNamed('区应急指挥中心');
    const { id } = await sysadmin.does<{ id: string }>('people.register', {
      unitId: unit.id,
      name: '改名者',
      phone: '10094009998',
      email: 'gaiming@example.invalid',
    });
    const seen = () =>
      sysadmin.sees<{ name: string; phone: string | null; email: string | null }>('people.record', { id });
    await sysadmin.does('people.correct', { id, name: '已改名者' });
    expect(await seen()).toMatchObject({ name: '已改名者', phone: '100****9998' });
    await sysadmin.does('people.correct', { id, name: '已改名者', phone: '10094009997', email: '' });
    expect(await seen()).toMatchObject({ phone: '100****9997', email: null });
  });

  it('says whose stand-in a deputy is', async () => {
    const { unit, someone } = await unitNamed('古城街道');
    const { holders } = await someone.sees<{ holders: { isDeputy: boolean; deputyOfName: string | null }[] }>(
      'units.holders',
      { id: unit.id },
    );
    expect(holders.filter((one) => one.isDeputy).map((one) => one.deputyOfName)).toEqual(['蒋小满']);
  });
});
