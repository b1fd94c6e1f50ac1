import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';

interface Row {
  id: string;
  name: string;
  version: number;
  areaCode: string;
  shortcomings: string[];
}

const FIRM = {
  name: '测试化工有限公司',
  creditCode: '91350100M000100Y43',
  industry: 'C',
  isHighRisk: true,
  isChemical: true,
  library: 'a',
  staffCount: 120,
  address: '古城大街 1 号',
  place: { lng: 116.1855, lat: 39.9065 },
  hasEnterpriseStandard: false,
  standardizationGrade: 'small',
};

inDistrict('enterprises', (district) => {
  const record = async (id: string) =>
    (await (await district().as('zhiban')).sees<{ record: Row }>('enterprises.record', { id })).record;

  it('says what a firm lacks of what the law and the plan ask, by the day of the question', async () => {
    const officer = await district().as('zhiban');
    const { id } = await officer.does<{ id: string }>('enterprises.register', FIRM);
    expect((await record(id)).shortcomings).toEqual([
      'no_insurance',
      'standardization_below',
      'no_safety_director',
      'no_standard',
    ]);
    await officer.does('enterprises.correct', {
      id,
      safetyDirector: '周正',
      hasEnterpriseStandard: true,
      standardizationGrade: 'third',
      insurer: '某保险公司',
      insuredTo: '2026-06-11',
    });
    // The test's morning is the 11th in Beijing: the policy holds to the end of that day.
    expect((await record(id)).shortcomings).toEqual([]);
    await officer.does('enterprises.correct', { id, insuredTo: '2026-06-10' });
    expect((await record(id)).shortcomings).toEqual(['insurance_expired']);
    const { items } = await officer.sees<{ items: Row[] }>('enterprises.list', { q: '测试化工' });
    expect(items).toMatchObject([{ id, shortcomings: ['insurance_expired'] }]);
  });

  it('keeps one firm to a credit code, refuses a wrong one, and asks by whom it is insured', async () => {
    const officer = await district().as('zhiban');
    const twice = await officer.command('enterprises.register', { ...FIRM, name: '另一家' });
    expect(twice).toMatchObject({ status: 409, body: { key: 'record.doubled', field: 'creditCode' } });
    const wrong = await officer.command('enterprises.register', { ...FIRM, creditCode: '91350100M000100Y44' });
    expect(wrong).toMatchObject({ status: 400, body: { details: [{ field: 'creditCode' }] } });
    const insured = await officer.command('enterprises.register', {
      ...FIRM,
      creditCode: null,
      insuredTo: '2027-01-01',
    });
    expect(insured).toMatchObject({ status: 400, body: { field: 'insurer' } });
  });

  it('shows a street its own firms and hides the others as if they were not there', async () => {
    const [all, street] = [await district().as('zhiban'), await district().as('bajiao')];
    const { items } = await all.sees<{ items: Row[] }>('enterprises.list', { limit: 1000 });
    const own = await street.sees<{ items: Row[] }>('enterprises.list', { limit: 1000 });
    expect(own.items.length).toBeGreaterThan(0);
    expect(own.items.every(({ areaCode }) => areaCode.startsWith('110107003'))).toBe(true);
    const foreign = items.find(({ areaCode }) => !areaCode.startsWith('110107003')) as Row;
    expect((await street.view('enterprises.record', { id: foreign.id })).status).toBe(404);
    expect((await street.command('enterprises.correct', { id: foreign.id, staffCount: 1 })).status).toBe(404);
  });
});
