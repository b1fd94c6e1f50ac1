import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../../tests/support/district.ts';

interface File {
  readonly record: Record<string, unknown> & { id: string; state: string; version: number };
  readonly mergedInto: string | null;
  readonly merged: { id: string; reason: string }[];
  readonly history: { changes: Record<string, unknown> }[];
}

const EXPERT = {
  name: '柳并',
  fields: ['gas'],
  organisation: '燃气研究所（示例）',
  isOnCall: false,
  appointedOn: '2026-01-01',
  termEndsOn: '2028-12-31',
};

inDistrict('two records of one thing become one, and two again', (district) => {
  let officer: Person;
  beforeAll(async () => {
    officer = await district().as('zhiban');
  });
  const register = (values: object = {}) =>
    officer.does<{ id: string; version: number }>('experts.register', { ...EXPERT, ...values });
  const file = (id: string) => officer.sees<File>('experts.record', { id });
  const merge = (one: { id: string; version: number }, other: { id: string; version: number }, take: string[]) =>
    officer.command('experts.merge', {
      id: one.id,
      otherId: other.id,
      otherVersion: other.version,
      take,
      reason: '同一人',
    });

  it('finds them by sealed number and by name, only among what the keeper sees', async () => {
    const one = await register({ phone: '10094990301' });
    const other = await register({ name: '柳  并', phone: '10094990302' });
    const third = await register({ name: '不相干', phone: '100 9499 0301' });
    const { pairs } = await officer.sees<{
      pairs: { one: { id: string }; other: { id: string }; reasons: string[] }[];
    }>('experts.duplicates', { of: one.id });
    const found = pairs.map((pair) => [pair.one.id === one.id ? pair.other.id : pair.one.id, pair.reasons] as const);
    expect(new Map(found).get(other.id)).toContain('name');
    expect(new Map(found).get(third.id)).toContain('key');
    expect((await (await district().as('gucheng')).view('experts.duplicates', {})).status).toBe(403);
  });

  it('the survivor takes what was chosen, files follow, the old address leads to it; undone, both are as they were', async () => {
    const one = await register({ name: '柳存', phone: '10094990311' });
    const other = await register({
      name: '柳存（旧）',
      phone: '10094990312',
      base: { lng: 116.19, lat: 39.91 },
      speciality: '调压',
    });
    const { database } = district().server.platform;
    const photo = await officer.post('/api/files?name=a.png', PIXEL, { 'content-type': 'application/octet-stream' });
    expect(photo.status).toBe(200);
    const fileId = photo.body.id as string;
    await sql`update file set subject_register = 'expert', subject_id = ${other.id} where id = ${fileId}`.execute(
      database.kysely,
    );
    const before = await file(one.id);

    const merged = await merge(one, other, ['phone', 'base', 'speciality']);
    expect(merged).toMatchObject({ status: 200, body: { moved: 1 } });
    const survivor = await file(one.id);
    expect(survivor.record).toMatchObject({
      name: '柳存',
      phone: '100****0312',
      base: EXPECTED_BASE,
      speciality: '调压',
    });
    expect(survivor.merged).toMatchObject([{ id: other.id, reason: '同一人' }]);
    expect(Object.keys(survivor.history[0]?.changes ?? {}).sort()).toEqual(['base', 'phone', 'speciality']);
    expect(await file(other.id)).toMatchObject({ record: { state: 'merged' }, mergedInto: one.id });
    expect(
      (await officer.sees<{ items: { id: string }[] }>('experts.list', { q: '10094990312' })).items.map(({ id }) => id),
    ).toEqual([one.id]);
    const links = await officer.sees<{ links: { register: string; count: number }[] }>('registers.links', {
      register: 'expert',
      recordId: one.id,
    });
    expect(links.links.find(({ register: name }) => name === 'file')?.count).toBe(1);
    expect((await officer.command('experts.correct', { id: other.id, name: '柳旧' })).status).toBe(409);

    // What was corrected since the merge is kept; the rest goes back.
    await officer.does('experts.correct', { id: one.id, speciality: '调压与检修' });
    const undone = await officer.does<{ kept: string[] }>('experts.unmerge', { id: other.id, reason: '并非同一人' });
    expect(undone.kept).toEqual(['speciality']);
    const after = await file(one.id);
    expect(after.record).toMatchObject({ phone: before.record.phone, base: null, speciality: '调压与检修' });
    expect(await file(other.id)).toMatchObject({
      record: { state: 'active', phone: '100****0312', base: EXPECTED_BASE },
      mergedInto: null,
    });
    const { rows } = await sql<{ subject_id: string }>`select subject_id from file where id = ${fileId}`.execute(
      database.kysely,
    );
    expect(rows[0]?.subject_id).toBe(other.id);
    expect((await officer.command('experts.unmerge', { id: other.id, reason: '再来一次' })).status).toBe(409);
  });

  it('of two merges at the same instant one wins, and the other is told in words', async () => {
    const [one, other] = [await register({ name: '柳同时甲' }), await register({ name: '柳同时乙' })];
    const answers = await Promise.all([
      merge(one, other, []),
      merge(other, one, []),
      merge(one, other, ['organisation']),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    for (const { status, body } of answers) if (status === 409) expect(JSON.stringify(body)).toMatch(/[一-鿿]/);
    const states = [(await file(one.id)).record.state, (await file(other.id)).record.state].sort();
    expect(states).toEqual(['active', 'merged']);
  });

  it('refuses a record with itself, a stale comparison, and a survivor that is struck off', async () => {
    const [one, other] = [await register({ name: '柳拒甲' }), await register({ name: '柳拒乙' })];
    expect((await merge(one, one, [])).status).toBe(409);
    await officer.does('experts.correct', { id: other.id, isOnCall: true });
    expect((await merge(one, other, [])).status).toBe(409);
    await officer.does('experts.withdraw', { id: one.id, reason: '退休' });
    expect((await merge(one, { id: other.id, version: 2 }, [])).status).toBe(409);
    expect((await merge(one, { id: '0193f0d0-0000-7000-8000-000000000000', version: 1 }, [])).status).toBe(404);
  });
});

/** One white point. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);
const EXPECTED_BASE = { lng: 116.19, lat: 39.91 };
