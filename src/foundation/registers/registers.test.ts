import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../tests/support/district.ts';
import { fillBlindIndexes } from './index.ts';

interface Row extends Record<string, unknown> {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}
interface List {
  readonly items: Row[];
  readonly labels: Record<string, string>;
}

const EXPERT = {
  name: '柳试验',
  fields: ['construction', 'gas'],
  organisation: '检测中心（示例）',
  phone: '10094990001',
  isOnCall: true,
  base: { lng: 116.19, lat: 39.91 },
  appointedOn: '2026-01-01',
  termEndsOn: '2028-12-31',
};

inDistrict('a register from its declaration (experts)', (district) => {
  let officer: Person;
  let street: Person;
  beforeAll(async () => {
    officer = await district().as('zhiban');
    street = await district().as('gucheng');
  });
  const register = (values: object = {}) =>
    officer.does<{ id: string; version: number }>('experts.register', { ...EXPERT, ...values });
  const list = (input: object = {}, who = officer) => who.sees<List>('experts.list', input);
  const file = (id: string, who = officer) =>
    who.sees<{ record: Row; labels: Record<string, string>; history: { changes: Record<string, unknown> }[] }>(
      'experts.record',
      { id },
    );

  it('keeps a record with its words: area of its point, owner, masked contact', async () => {
    const { id } = await register();
    const { record, labels } = await file(id);
    expect(record).toMatchObject({ ...EXPERT, phone: '100****0001', state: 'active' });
    expect(String(record.areaCode)).toMatch(/^110107/);
    expect(labels[record.areaCode as string]).toBeTruthy();
    expect(labels[record.ownerUnitId as string]).toBeTruthy();
  });

  it('narrows by text, by any of some codes, by yes or no, by days; the count is exact', async () => {
    const all = (await officer.sees<{ count: number }>('experts.count', {})).count;
    expect((await list({ limit: 5000 })).items.length).toBe(all);
    const gas = (await list({ fields: 'gas,geology', limit: 5000 })).items;
    expect(gas.length).toBeGreaterThan(0);
    expect(gas.every((row) => (row.fields as string[]).some((one) => ['gas', 'geology'].includes(one)))).toBe(true);
    const past = (await list({ termEndsOnTo: '2026-06-30' })).items;
    expect(past.length).toBeGreaterThan(0);
    expect(past.every((row) => (row.termEndsOn as string) <= '2026-06-30')).toBe(true);
    expect((await list({ isOnCall: false })).items.every((row) => row.isOnCall === false)).toBe(true);
    expect((await list({ q: '柳试' })).items.map((row) => row.name)).toContain('柳试验');
    // A percent sign is a percent sign.
    expect((await list({ q: '%' })).items).toEqual([]);
    expect((await officer.view('experts.list', { fields: 'gas,nonsense' })).status).toBe(400);
    expect((await officer.view('experts.list', { sort: 'phone; drop table expert' })).status).toBe(400);
  });

  it('sorts and pages without losing or repeating a row', async () => {
    const seen: string[] = [];
    for (let offset = 0; ; offset += 7) {
      const { items } = await list({ sort: 'termEndsOn', isDescending: true, limit: 7, offset });
      seen.push(...items.map((row) => row.id));
      if (items.length < 7) break;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe((await officer.sees<{ count: number }>('experts.count', {})).count);
  });

  it('corrects only what changed, and tells field by field what was; of personal text only that it changed', async () => {
    const { id, version } = await register({ name: '柳更正' });
    await officer.does(
      'experts.correct',
      { id, termEndsOn: '2029-01-01', phone: '10094990002', isOnCall: true, reason: '续聘' },
      { version },
    );
    const { record, history } = await file(id);
    expect(record).toMatchObject({ termEndsOn: '2029-01-01', phone: '100****0002', version: version + 1 });
    expect(history).toHaveLength(1);
    expect(history[0]?.changes).toEqual({
      termEndsOn: { from: '2028-12-31', to: '2029-01-01' },
      phone: { digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    const late = await officer.command('experts.correct', { id, name: '柳迟到' }, { version });
    expect(late).toMatchObject({ status: 412, body: { key: 'record.changed' } });
    const idle = await officer.command('experts.correct', { id, termEndsOn: '2029-01-01' });
    expect(idle).toMatchObject({ status: 409, body: { key: 'state.guard' } });
  });

  it('names the field that is wrong, in both languages, and writes nothing', async () => {
    const before = (await officer.sees<{ count: number }>('experts.count', {})).count;
    const wrong = await officer.command<{ details: { field: string; message: { zh: string; en: string } }[] }>(
      'experts.register',
      { ...EXPERT, name: '', fields: ['astrology'], termEndsOn: '31.12.2028' },
    );
    expect(wrong.status).toBe(400);
    expect(wrong.body.details.map(({ field }) => field.split('.')[0]).sort()).toEqual(['fields', 'name', 'termEndsOn']);
    for (const { message } of wrong.body.details) expect(message.zh && message.en).toBeTruthy();
    expect((await officer.sees<{ count: number }>('experts.count', {})).count).toBe(before);
  });

  it('withdraws with a reason, hides it from the list, and restores', async () => {
    const { id } = await register({ name: '柳注销' });
    await officer.does('experts.withdraw', { id, reason: '调离本市' });
    expect((await list({ q: '柳注销' })).items).toEqual([]);
    expect((await list({ q: '柳注销', state: 'withdrawn' })).items.map((row) => row.id)).toEqual([id]);
    const correcting = await officer.command('experts.correct', { id, name: '柳还在' });
    expect(correcting).toMatchObject({ status: 409, body: { key: 'state.guard' } });
    await officer.does('experts.restore', { id, reason: '误注销' });
    expect((await list({ q: '柳注销' })).items.map((row) => row.id)).toEqual([id]);
  });

  it('finds a sealed phone by its whole number and its tail, until the key is destroyed; a new index is filled at start', async () => {
    const { id } = await register({ name: '柳密封', phone: '10094 997531' });
    const found = async (q: string) => (await list({ q })).items.map((row) => row.name);
    expect(await found('10094997531')).toEqual(['柳密封']);
    expect(await found('7531')).toContain('柳密封');
    expect(await found('0094997531')).toEqual([]);
    const { platform } = district().server;
    await sql`update expert set phone_blind = null where id = ${id}`.execute(platform.database.kysely);
    expect(await found('10094997531')).toEqual([]);
    expect(await fillBlindIndexes(platform)).toBe(1);
    expect(await found('10094997531')).toEqual(['柳密封']);
    await (await district().as('daiban')).does('personalData.destroy', {
      register: 'expert',
      recordId: id,
      reason: '本人要求',
    });
    expect(await found('10094997531')).toEqual([]);
    expect(await fillBlindIndexes(platform)).toBe(0);
  });

  it('changes many in one go or none of them', async () => {
    const ids = [(await register({ name: '柳甲' })).id, (await register({ name: '柳乙' })).id];
    const gone = (await register({ name: '柳丙' })).id;
    await officer.does('experts.withdraw', { id: gone, reason: '退休' });
    const changes = { termEndsOn: '2030-06-30' };
    const refused = await officer.command('experts.changeMany', { ids: [...ids, gone], changes, reason: '统一续聘' });
    expect(refused.status).toBe(409);
    expect((await file(ids[0] as string)).record.termEndsOn).toBe('2028-12-31');
    await officer.does('experts.changeMany', { ids, changes, reason: '统一续聘' });
    for (const id of ids) expect((await file(id)).record.termEndsOn).toBe('2030-06-30');
  });

  it('lets only those act who keep it, and gives references to choose from by their words', async () => {
    expect((await street.command('experts.register', EXPERT)).status).toBe(403);
    expect((await list({}, street)).items.length).toBeGreaterThan(0);
    const found = await officer.sees<{ items: { text: string }[] }>('registers.choices', {
      register: 'unit',
      q: '燃气',
    });
    expect(found.items.some(({ text }) => text.includes('燃气'))).toBe(true);
    // Clocks have no title that may be handed out without their own permission.
    const nobody = await (await district().as('auditor')).sees<{ items: unknown[] }>('registers.choices', {
      register: 'expert',
    });
    expect(nobody.items).toEqual([]);
  });

  it('exports all that fits as XLSX, CSV and GeoJSON, contacts masked, and keeps who took it', async () => {
    const { count } = await officer.sees<{ count: number }>('experts.count', { fields: 'gas' });
    const xlsx = await officer.get('/api/experts/sheet?format=xlsx&fields=gas');
    expect(xlsx.status).toBe(200);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(xlsx.raw as never);
    const [page, about] = book.worksheets;
    expect(page?.rowCount).toBe(count + 1);
    expect(page?.getRow(1).getCell(1).value).toBe('姓名');
    expect(JSON.stringify(page?.getSheetValues())).not.toMatch(/10094\d{6}/);
    expect(about?.getCell('B4').value).toBe(count);

    const csv = (await officer.get('/api/experts/sheet?format=csv&fields=gas')).raw.toString('utf8');
    expect(csv.startsWith('\uFEFF姓名,')).toBe(true);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(count + 1);

    const { body } = await officer.post('/api/experts/sheet', { format: 'geojson', q: '柳试验' });
    const json = body as { features: { geometry: object }[] };
    expect(json.features[0]?.geometry).toEqual({ type: 'Point', coordinates: [116.19, 39.91] });

    await district().settle();
    const told = await officer.sees<{ entries: { kind: string; payload: { title?: string } }[] }>('timeline.of', {
      register: 'person',
      recordId: officer.personId,
    });
    const exports = told.entries.filter((entry) => entry.kind === 'register.exported');
    expect(exports.map((entry) => entry.payload.title)).toContain(`专家 ${count} 条（XLSX）`);
    expect((await district().anybody().get('/api/experts/sheet')).status).toBe(401);
  });
});
