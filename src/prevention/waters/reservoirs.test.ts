import { beforeAll, expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../tests/support/district.ts';

const RESERVOIR = {
  name: '试验水库',
  registerCode: '11010799901-A4',
  river: '试验沟',
  size: 'small_2',
  capacity: 32.5,
  floodLimitLevel: 180,
  designLevel: 182.4,
  checkLevel: 183.1,
  damType: 'masonry',
  damHeight: 21,
  at: { lng: 116.105, lat: 39.965 },
  administrator: '甲某',
  administratorPhone: '10094990401',
  appraisedOn: '2024-06-11',
};

inDistrict('reservoirs', (district) => {
  let officer: Person;
  beforeAll(async () => {
    officer = await district().as('zhiban');
  });
  const register = (values: object) => officer.command('reservoirs.register', { ...RESERVOIR, ...values });

  it('keeps one with its reckoned days and its own state; a restriction needs its level and a reason', async () => {
    const { status, body } = await register({});
    expect(status).toBe(200);
    const id = body.id as string;
    const file = () => officer.sees<{ record: Record<string, unknown> }>('reservoirs.record', { id });
    expect((await file()).record).toMatchObject({
      state: 'active',
      daysSinceAppraisal: 730,
      administratorPhone: '100****0401',
    });
    expect((await officer.command('reservoirs.restrict', { id, reason: '三类坝' })).status).toBe(400);
    await officer.does('reservoirs.restrict', { id, restrictedLevel: 178, reason: '三类坝' });
    expect((await file()).record).toMatchObject({ state: 'restricted', restrictedLevel: 178 });
    // A state of its own is in use: the list shows it, and it can be corrected.
    await officer.does('reservoirs.correct', { id, river: '试验河' });
    const sorted = await officer.sees<{ items: { id: string }[] }>('reservoirs.list', {
      sort: 'daysSinceAppraisal',
      isDescending: true,
    });
    expect(sorted.items.map((row) => row.id)).toContain(id);
    await officer.does('reservoirs.release', { id, reason: '除险加固验收' });
    expect((await register({ name: '同号' })).body).toMatchObject({ key: 'record.doubled' });
  });

  it('of two registered with one code at the same instant one is kept, and the other is told the field', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => register({ registerCode: '11010799988-A4' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    for (const { status, body } of answers)
      if (status === 409) expect(body).toMatchObject({ key: 'record.doubled', field: 'registerCode' });
  });

  it('what lies in another street is hidden: 404 or absent through every way', async () => {
    const { body } = await register({
      registerCode: '11010799977-A4',
      at: { lng: 115.6, lat: 40.4 },
      name: '邻区水库',
    });
    const [id, street] = [body.id as string, await district().as('gucheng')];
    expect((await street.view('reservoirs.record', { id })).status).toBe(404);
    expect((await street.view('registers.links', { register: 'reservoir', recordId: id })).status).toBe(404);
    for (const input of [{ q: '邻区' }, { state: 'all', q: '11010799977' }, { q: '0401' }]) {
      const { items } = await street.sees<{ items: { id: string }[] }>('reservoirs.list', input);
      expect(items.map((row) => row.id)).not.toContain(id);
    }
    expect(await street.sees('reservoirs.count', { q: '邻区' })).toEqual({ count: 0 });
    expect(await street.sees('registers.choices', { register: 'reservoir', q: '邻区' })).toEqual({ items: [] });
    expect(await street.sees('registers.choices', { register: 'reservoir', of: id })).toEqual({ items: [] });
    expect(await street.sees('registers.choices', { register: 'reservoir', q: 'linqu' })).toEqual({ items: [] });
    const sheet = await street.post('/api/reservoirs/sheet', { format: 'csv', q: '邻区' });
    expect(sheet.status).toBe(200);
    expect(String(sheet.body)).not.toContain('邻区');
    expect(
      (await street.command('reservoirs.merge', { id, otherId: id, otherVersion: 1, take: [], reason: '试探' })).status,
    ).toBe(403);
    const found = await officer.sees<{ items: { id: string }[] }>('registers.choices', {
      register: 'reservoir',
      q: 'lqsk',
    });
    expect(found.items.map((one) => one.id)).toEqual([id]);
  });

  it('refuses a size that does not fit the capacity, and levels that fall', async () => {
    const code = (at: number) => ({ registerCode: `1101079990${at}-A4` });
    expect((await register({ ...code(2), size: 'small_1' })).body).toMatchObject({
      key: 'input.field',
      field: 'capacity',
    });
    expect((await register({ ...code(3), designLevel: 179 })).body).toMatchObject({ field: 'checkLevel' });
    expect((await register({ ...code(4), at: { lng: 39.965, lat: 116.105 } })).body).toMatchObject({ field: 'at' });
    // Downstream of a neighbour's dam is a place outside the district: real, and taken.
    expect((await register({ ...code(5), at: { lng: 115.6, lat: 40.4 } })).status).toBe(200);
  });
});
