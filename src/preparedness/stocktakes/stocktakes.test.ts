import { beforeAll, expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../tests/support/district.ts';

interface Line {
  id: string;
  supplyId: string;
  batch: string;
  booked: number | null;
  counted: number | null;
  difference: number | null;
}
interface Stocktake {
  state: string;
  lineList: Line[];
  differing: number | null;
  accuracy: number | null;
}

let number = 0;

inDistrict('stocktakes', (district) => {
  let officer: Person;
  let leader: Person;
  let supplyId: string;
  beforeAll(async () => {
    officer = await district().as('zhiban');
    leader = await district().as('daiban');
    const item = await officer.does<{ id: string }>('supplies.register', {
      itemNo: 'C-1',
      name: '盘点物资',
      supplyClass: 'life_support',
      measure: '件',
      storageClass: 'ordinary',
      isHazardous: false,
      reserveMode: 'physical',
    });
    supplyId = item.id;
  });

  /** A warehouse of its own with two lots of ten. */
  async function shelf(): Promise<string> {
    number += 1;
    const input = { code: `C-${number}`, name: `盘点库 ${number}`, kind: 'district' };
    const { id: warehouseId } = await officer.does<{ id: string }>('warehouses.register', input);
    const lines = ['A', 'B'].map((batch) => ({ supplyId, batch, expiresOn: '2027-01-01', quantity: 10 }));
    await officer.does('stock.receive', { warehouseId, way: 'purchase', lines });
    return warehouseId;
  }
  const see = (id: string) => officer.sees<Stocktake>('stocktakes.record', { id });
  const balance = async (warehouseId: string) => {
    const { lots } = await officer.sees<{ lots: { batch: string; quantity: number }[] }>('stock.ofWarehouse', {
      warehouseId,
    });
    return Object.fromEntries(lots.map(({ batch, quantity }) => [batch, quantity]));
  };
  const lineOf = async (id: string, batch: string) =>
    (await see(id)).lineList.find((line) => line.batch === batch)?.id as string;

  it('is counted blind, explained, approved by another, and only then in the book', async () => {
    const warehouseId = await shelf();
    const { id } = await officer.does<{ id: string }>('stocktakes.begin', { warehouseId, kind: 'full' });
    const [a, b] = [await lineOf(id, 'A'), await lineOf(id, 'B')];
    await officer.does('stocktakes.count', { id, lines: [{ lineId: a, counted: 8 }] });
    expect((await see(id)).lineList.map(({ booked, difference }) => [booked, difference])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect((await officer.command('stocktakes.submit', { id })).body.key).toBe('stocktake.uncounted');
    await officer.does('stocktakes.count', { id, lines: [{ lineId: b, counted: 10 }] });
    await officer.does('stocktakes.found', { id, supplyId, batch: 'X', counted: 3, reason: '漏登入库' });
    await officer.does('stocktakes.submit', { id });
    const submitted = await see(id);
    expect(submitted).toMatchObject({ state: 'submitted', differing: 2 });
    expect(submitted.lineList.map(({ batch, booked, difference }) => [batch, booked, difference])).toEqual([
      ['A', 10, -2],
      ['B', 10, 0],
      ['X', 0, 3],
    ]);
    expect((await leader.command('stocktakes.approve', { id })).body.key).toBe('stocktake.unexplained');
    await officer.does('stocktakes.explain', { id, lines: [{ lineId: a, reason: '鼠咬报损' }] });
    expect((await officer.command('stocktakes.approve', { id })).body.key).toBe('stocktake.same_person');
    expect(await balance(warehouseId)).toEqual({ A: 10, B: 10 });
    await leader.does('stocktakes.approve', { id, note: '同意调整' });
    expect(await balance(warehouseId)).toEqual({ A: 8, B: 10, X: 3 });
    const { items } = await officer.sees<{ items: { kind: string; way: string; quantity: number }[] }>(
      'stock.movements',
      { warehouseId, kind: 'adjust' },
    );
    expect(items.map(({ way, quantity }) => [way, quantity]).sort()).toEqual([
      ['shortfall', -2],
      ['surplus', 3],
    ]);
  });

  it('sets the count against the book of its moment: what comes and goes meanwhile stays right', async () => {
    const warehouseId = await shelf();
    const { id } = await officer.does<{ id: string }>('stocktakes.begin', { warehouseId, kind: 'spot' });
    const [a, b] = [await lineOf(id, 'A'), await lineOf(id, 'B')];
    // Before its count five leave A; after its count three more.
    const issue = (quantity: number) =>
      officer.does('stock.issue', { warehouseId, way: 'issue', lines: [{ supplyId, quantity }] });
    await issue(5);
    await officer.does('stocktakes.count', { id, lines: [{ lineId: a, counted: 4 }] });
    await issue(3);
    await officer.does('stocktakes.count', { id, lines: [{ lineId: b, counted: 10, reason: '无' }] });
    await officer.does('stocktakes.submit', { id });
    await officer.does('stocktakes.explain', { id, lines: [{ lineId: a, reason: '少一件' }] });
    await leader.does('stocktakes.approve', { id });
    expect(await balance(warehouseId)).toEqual({ A: 1, B: 10 });
  });

  it('refuses a shortfall that the shelf no longer has, and changes nothing', async () => {
    const warehouseId = await shelf();
    const { id } = await officer.does<{ id: string }>('stocktakes.begin', { warehouseId, kind: 'spot' });
    const [a, b] = [await lineOf(id, 'A'), await lineOf(id, 'B')];
    const lines = [
      { lineId: a, counted: 1, reason: '少九件' },
      { lineId: b, counted: 10 },
    ];
    await officer.does('stocktakes.count', { id, lines });
    await officer.does('stocktakes.submit', { id });
    await officer.does('stock.issue', { warehouseId, way: 'issue', lines: [{ supplyId, quantity: 5 }] });
    expect((await leader.command('stocktakes.approve', { id })).body.key).toBe('stock.not_pickable');
    expect((await see(id)).state).toBe('submitted');
    expect(await balance(warehouseId)).toEqual({ A: 5, B: 10 });
    // Sent back, what differed is counted anew.
    await leader.does('stocktakes.recount', { id, note: '请复盘 A 批' });
    expect((await see(id)).lineList.map(({ counted }) => counted)).toEqual([null, 10]);
  });

  it('is one at a time in a warehouse, whoever begins first', async () => {
    const warehouseId = await shelf();
    const begun = await Promise.all(
      [officer, leader, officer].map((who) => who.command('stocktakes.begin', { warehouseId, kind: 'spot' })),
    );
    expect(begun.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(begun.filter(({ status }) => status === 409).map(({ body }) => body.key)).toEqual([
      'stocktake.running',
      'stocktake.running',
    ]);
    const id = begun.find(({ status }) => status === 200)?.body.id as string;
    await officer.does('stocktakes.cancel', { id, reason: '改期' });
    await officer.does('stocktakes.begin', { warehouseId, kind: 'spot' });
  });

  it('is hidden from another street', async () => {
    const warehouseId = await shelf();
    const { id } = await officer.does<{ id: string }>('stocktakes.begin', { warehouseId, kind: 'spot' });
    const gucheng = await district().as('gucheng');
    expect((await gucheng.view('stocktakes.record', { id })).status).toBe(404);
    expect((await gucheng.command('stocktakes.begin', { warehouseId, kind: 'spot' })).status).toBe(404);
  });
});
