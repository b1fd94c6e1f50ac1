import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';

type Rows = { items: { id: string; lifelineKind: string }[] };

inDistrict('lifelines', (district) => {
  it('take a pressure of gas alone, and lead from a station to its lines', async () => {
    const officer = await district().as('zhiban');
    const { items } = await officer.sees<Rows>('lifelinePoints.list', { lifelineKind: 'water,heat' });
    expect(new Set(items.map((one) => one.lifelineKind))).toEqual(new Set(['water', 'heat']));
    const line = {
      name: '试验管线',
      lifelineKind: 'water',
      fromPointId: items[0]?.id,
      course: [
        [116.19, 39.91],
        [116.2, 39.91],
      ],
    };
    expect((await officer.command('lifelineLines.register', { ...line, gasPressure: 'low' })).body).toMatchObject({
      key: 'input.field',
      field: 'gasPressure',
    });
    await officer.does('lifelineLines.register', line);
    const out = await officer.sees<{ items: object[] }>('lifelineLines.list', { fromPointId: items[0]?.id, q: '试验' });
    expect(out.items).toMatchObject([{ name: '试验管线' }]);
  });

  it('of another operator are hidden from the contact of a utility', async () => {
    const contact = await district().as('ranqi');
    expect((await contact.sees<Rows>('lifelinePoints.list')).items).toEqual([]);
    const { id } = await contact.does<{ id: string }>('lifelinePoints.register', {
      name: '燃气试验箱',
      lifelineKind: 'gas',
      pointKind: 'cabinet',
      at: { lng: 116.19, lat: 39.91 },
      isKey: false,
    });
    expect((await contact.sees<Rows>('lifelinePoints.list')).items.map((one) => one.id)).toEqual([id]);
  });
});
