import { beforeAll, expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../tests/support/district.ts';
import { execute, systemViewer } from '../../foundation/api/index.ts';
import { identityCheck } from '../../foundation/registers/types/identity-number.type.ts';
import { newId } from '../../kernel/ids.ts';

const NUMBER = `11010719410203000${identityCheck('11010719410203000')}`;
const RESIDENT = {
  personCode: 'RK110107900001',
  name: '欧阳试验',
  identityNumber: NUMBER,
  phone: '10094990501',
  vulnerabilities: ['dependent', 'lone_elderly'],
  home: { lng: 116.19, lat: 39.91 },
  copiedFor: '防汛转移避险名单',
  copiedOn: '2026-06-01',
  copiedUntil: '2026-06-20',
};
type Rows = { items: Record<string, unknown>[] };

inDistrict('population', (district) => {
  let officer: Person;
  beforeAll(async () => {
    officer = await district().as('zhiban');
  });

  it('keeps a resident sealed: masked in lists, found by the whole name, counted at the door', async () => {
    const { id: householdId } = await officer.does<{ id: string }>('households.register', {
      householdCode: '110107003007H90001',
      address: '试验路 1 号',
      livingThere: 1,
    });
    await officer.does('residents.register', { ...RESIDENT, householdId });
    const { items } = await officer.sees<Rows>('residents.list', { q: '欧阳试验' });
    expect(items).toMatchObject([
      { personCode: 'RK110107900001', name: '欧***', vulnerabilities: ['lone_elderly', 'dependent'] },
    ]);
    expect((await officer.sees<Rows>('residents.list', { q: '欧阳' })).items).toEqual([]);
    expect((await officer.sees<Rows>('households.list', { q: '试验路' })).items).toMatchObject([
      { residents: 1, vulnerable: 1 },
    ]);
    await district().settle();
    const { hits } = await officer.sees<{ hits: object[] }>('search.find', { q: '欧阳试验' });
    expect(hits).toMatchObject([{ title: 'RK110107900001' }]);
    // Somebody whose work does not lead to their doors sees neither.
    expect((await (await district().as('ranqi')).view('residents.list')).status).toBe(403);
  });

  it('refuses a copy without a purpose, or one that ends before it begins', async () => {
    const refused = async (values: object) =>
      (await officer.command('residents.register', { ...RESIDENT, personCode: 'RK110107900002', ...values })).body;
    expect(await refused({ copiedFor: '' })).toMatchObject({ field: 'copiedFor' });
    expect(await refused({ copiedUntil: '2026-05-01' })).toMatchObject({ key: 'input.field', field: 'copiedUntil' });
  });

  it('ends a copy when its day has passed: gone from the list, sealed for ever, found by nothing', async () => {
    const { platform } = district().server;
    const { items } = await officer.sees<Rows>('residents.list', { q: 'RK110107900001' });
    const id = items[0]?.id as string;
    district().clock.advance(10 * 86_400_000);
    const expire = () => execute(platform, { id: newId(), name: 'residents.expireCopies', input: {} }, systemViewer);
    await expire();
    await district().settle();
    // A session does not last ten days.
    officer = await district().as('daiban');
    expect((await officer.sees<Rows>('residents.list', { q: 'RK110107900001' })).items).toEqual([]);
    expect((await officer.sees<Rows>('residents.list', { state: 'all', q: NUMBER })).items).toEqual([]);
    const { record } = await officer.sees<{ record: object }>('residents.record', { id });
    expect(record).toMatchObject({ state: 'withdrawn', name: null, identityNumber: null, phone: null });
    // The copies of the demo hold for months; nothing else was touched.
    await expect(expire()).rejects.toMatchObject({ key: 'state.guard' });
  });
});
