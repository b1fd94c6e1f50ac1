import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';

type Firms = { items: { id: string; creditCode: string }[] };

inDistrict('copies of legal persons', (district) => {
  it('carry what was said of them, each for a purpose and until its day', async () => {
    const officer = await district().as('zhiban');
    const { items } = await officer.sees<Firms>('legalPersons.list');
    const [firm] = items;
    const said = await officer.sees<{ items: object[] }>('creditRecords.list', { legalPersonId: firm?.id });
    expect(said.items).toMatchObject([{ creditCode: firm?.creditCode }]);
    const copy = { recordNumber: '试字 1 号', creditKind: 'penalty', creditCode: firm?.creditCode };
    expect((await officer.command('creditRecords.register', copy)).status).toBe(400);
    const held = { copiedFor: '执法检查', copiedOn: '2026-06-11', copiedUntil: '2026-06-11' };
    expect((await officer.command('creditRecords.register', { ...copy, ...held })).body).toMatchObject({
      field: 'copiedUntil',
    });
  });
});
