import { beforeAll, describe, expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../tests/support/district.ts';

interface Line {
  id: string;
  supplyId: string;
  asked: number;
  picked: number | null;
  received: number | null;
  available: number | null;
  lots: { batch: string; quantity: number }[];
}
interface Transfer {
  id: string;
  state: string;
  number: string;
  steps: string[];
  lineList: Line[];
  clocks: { name: string; dueAt: string }[];
  isPaperOwed: boolean;
}

let count = 0;

inDistrict('transfers', (district) => {
  let officer: Person;
  let leader: Person;
  beforeAll(async () => {
    officer = await district().as('zhiban');
    leader = await district().as('daiban');
  });

  async function item(): Promise<string> {
    count += 1;
    const { id } = await officer.does<{ id: string }>('supplies.register', {
      itemNo: `D-${count}`,
      name: `调拨物资 ${count}`,
      supplyClass: 'life_support',
      measure: '件',
      storageClass: 'ordinary',
      isHazardous: false,
      reserveMode: 'physical',
    });
    return id;
  }
  async function place(): Promise<string> {
    count += 1;
    const input = { code: `D-${count}`, name: `调拨库 ${count}`, kind: 'district' };
    return (await officer.does<{ id: string }>('warehouses.register', input)).id;
  }
  const stockOf = async (supplyId: string) => {
    const { lots } = await officer.sees<{
      lots: { warehouseId: string; batch: string; quantity: number; reservedQuantity: number; expiresOn: string }[];
    }>('stock.ofSupply', { supplyId });
    return lots;
  };
  const see = (id: string) => officer.sees<Transfer>('transfers.record', { id });

  /** Ten of a lot that expires sooner and ten of a later one, asked for and approved: twelve of them. */
  async function approved() {
    const supplyId = await item();
    const [from, to] = [await place(), await place()];
    const lines = ['2026-12-01', '2027-12-01'].map((expiresOn) => ({
      supplyId,
      batch: expiresOn,
      expiresOn,
      quantity: 10,
    }));
    await officer.does('stock.receive', { warehouseId: from, way: 'purchase', lines });
    const { id } = await officer.does<{ id: string }>('transfers.draft', {
      purpose: '汛期前置',
      fromWarehouseId: from,
      toWarehouseId: to,
      lines: [{ supplyId, quantity: 12 }],
      isSubmitted: true,
    });
    await leader.does('transfers.approve', { id });
    return { supplyId, from, to, id };
  }
  const van = { vehiclePlate: '京A·00000', driver: '周师傅', expectedAt: '2026-06-11T05:00:00Z' };

  it('goes from shelf to shelf in two steps, and lies on neither between them', async () => {
    const { supplyId, from, to, id } = await approved();
    await officer.does('transfers.pick', { id });
    expect((await stockOf(supplyId)).map((lot) => [lot.batch, lot.quantity, lot.reservedQuantity])).toEqual([
      ['2026-12-01', 10, 10],
      ['2027-12-01', 10, 2],
    ]);
    await officer.does('transfers.dispatch', { id, ...van });
    const shelves = await stockOf(supplyId);
    expect(shelves.map((lot) => [lot.warehouseId, lot.quantity, lot.reservedQuantity])).toEqual([[from, 8, 0]]);
    const road = await officer.sees<{ items: { quantity: number }[] }>('transfers.inTransit', { supplyId });
    expect(road.items).toMatchObject([{ quantity: 12 }]);
    await officer.does('transfers.receive', { id });
    expect((await stockOf(supplyId)).map((lot) => [lot.warehouseId, lot.batch, lot.quantity]).sort()).toEqual(
      [
        [from, '2027-12-01', 8],
        [to, '2026-12-01', 10],
        [to, '2027-12-01', 2],
      ].sort(),
    );
    await officer.does('transfers.close', { id });
    const closed = await see(id);
    expect(closed.state).toBe('closed');
    expect(closed.lineList[0]).toMatchObject({ picked: 12, received: 12 });
    expect(closed.lineList[0]?.lots.map(({ quantity }) => quantity)).toEqual([10, 2]);
  });

  it('is decided by somebody who has not asked for it', async () => {
    const supplyId = await item();
    const to = await place();
    const { id } = await leader.does<{ id: string }>('transfers.draft', {
      purpose: '补库',
      toWarehouseId: to,
      lines: [{ supplyId, quantity: 1 }],
      isSubmitted: true,
    });
    const own = await leader.command('transfers.approve', { id, fromWarehouseId: await place() });
    expect({ status: own.status, key: own.body.key }).toEqual({ status: 409, key: 'transfer.same_person' });
    const commander = await district().as('zhihui');
    const without = await commander.command('transfers.approve', { id });
    expect({ status: without.status, field: without.body.field }).toEqual({ status: 400, field: 'fromWarehouseId' });
    await commander.does('transfers.reject', { id, note: '库存不足，转协议储备' });
  });

  it('says which item is short, or sends what there is when told to', async () => {
    const { supplyId, from, id } = await approved();
    await officer.does('stock.issue', { warehouseId: from, way: 'issue', lines: [{ supplyId, quantity: 15 }] });
    const short = await officer.command('transfers.pick', { id });
    expect(short.body.key).toBe('stock.short');
    expect(await officer.does('transfers.pick', { id, isPartialAllowed: true })).toMatchObject({ isShort: true });
    expect((await see(id)).lineList[0]?.picked).toBe(5);
  });

  it('gives back what it held when it is cancelled', async () => {
    const { supplyId, id } = await approved();
    await officer.does('transfers.pick', { id });
    await officer.does('transfers.cancel', { id, reason: '任务取消' });
    expect((await stockOf(supplyId)).every((lot) => lot.reservedQuantity === 0 && lot.quantity === 10)).toBe(true);
    expect((await officer.command('transfers.dispatch', { id, ...van })).status).toBe(409);
  });

  describe('what differs on arrival', () => {
    it('needs a reason and a second person; a loss is on no shelf', async () => {
      const { supplyId, to, id } = await approved();
      await officer.does('transfers.pick', { id });
      await officer.does('transfers.dispatch', { id, ...van });
      const lineId = (await see(id)).lineList[0]?.id as string;
      const silent = await officer.command('transfers.receive', { id, lines: [{ lineId, received: 11 }] });
      expect({ status: silent.status, field: silent.body.field }).toEqual({ status: 400, field: 'lines.0.reason' });
      await leader.does('transfers.receive', { id, lines: [{ lineId, received: 11, reason: '途中破损一件' }] });
      expect((await officer.command('transfers.close', { id })).body.key).toBe('state.guard');
      expect((await leader.command('transfers.settle', { id, note: '核准' })).body.key).toBe('transfer.same_person');
      const commander = await district().as('zhihui');
      await commander.does('transfers.settle', { id, note: '按运损核销' });
      await officer.does('transfers.close', { id });
      const there = (await stockOf(supplyId)).filter((lot) => lot.warehouseId === to);
      expect(there.reduce((total, lot) => total + lot.quantity, 0)).toBe(11);
    });

    it('puts a surplus on the shelf only when it is settled', async () => {
      const { supplyId, to, id } = await approved();
      await officer.does('transfers.pick', { id });
      await officer.does('transfers.dispatch', { id, ...van });
      const lineId = (await see(id)).lineList[0]?.id as string;
      await officer.does('transfers.receive', { id, lines: [{ lineId, received: 13, reason: '多装一件' }] });
      const there = async () =>
        (await stockOf(supplyId))
          .filter((lot) => lot.warehouseId === to)
          .reduce((total, lot) => total + lot.quantity, 0);
      expect(await there()).toBe(12);
      await leader.does('transfers.settle', { id, note: '按盘盈入库' });
      expect(await there()).toBe(13);
    });
  });

  it('goes at once when it is urgent, and owes its paper within 24 hours', async () => {
    const supplyId = await item();
    const from = await place();
    await officer.does('stock.receive', { warehouseId: from, way: 'purchase', lines: [{ supplyId, quantity: 30 }] });
    const { id } = await officer.does<{ id: string }>('transfers.dispatchAtOnce', {
      purpose: '抢险照明',
      matter: '古城大街燃气泄漏',
      fromWarehouseId: from,
      destination: '古城大街与石景山路交口',
      destinationPlace: { lng: 116.18, lat: 39.906 },
      lines: [{ supplyId, quantity: 4 }],
      ...van,
    });
    const sent = await see(id);
    expect(sent).toMatchObject({ state: 'dispatched', isPaperOwed: true });
    expect(sent.clocks).toMatchObject([{ name: 'paper', dueAt: '2026-06-12T02:40:00.000Z' }]);
    // The street whose ground it comes to sees it; another street does not.
    const gucheng = await district().as('gucheng');
    expect((await gucheng.view('transfers.record', { id })).status).toBe(200);
    const bajiao = await district().as('bajiao');
    expect((await bajiao.view('transfers.record', { id })).status).toBe(404);
    expect((await bajiao.get(`/api/transfers/${id}/paper`)).status).toBe(404);
    await officer.does('transfers.receive', { id });
    expect((await officer.command('transfers.close', { id })).body.key).toBe('state.guard');
    await leader.does('transfers.completePaper', { id, note: '同意，补办' });
    await officer.does('transfers.close', { id });
    expect((await see(id)).clocks).toEqual([]);
    expect((await stockOf(supplyId)).map((lot) => lot.quantity)).toEqual([26]);
  });

  it('is a paper with its lines, in both formats', async () => {
    const { id } = await approved();
    const docx = await officer.get(`/api/transfers/${id}/paper?format=docx`);
    const pdf = await officer.get(`/api/transfers/${id}/paper?format=pdf`);
    expect(docx.raw.subarray(0, 2).toString()).toBe('PK');
    expect(pdf.raw.subarray(0, 4).toString()).toBe('%PDF');
  });

  it('opens 1,500 lines within a second', { timeout: 60_000 }, async () => {
    const [from, to] = [await place(), await place()];
    const supplyIds: string[] = [];
    for (let at = 0; at < 30; at += 1) supplyIds.push(await item());
    const lines = Array.from({ length: 1500 }, (_, at) => ({
      supplyId: supplyIds[at % 30] as string,
      quantity: 1 + (at % 7),
    }));
    const shelves = supplyIds.flatMap((supplyId) =>
      [1, 2, 3].map((batch) => ({ supplyId, batch: `L${batch}`, expiresOn: `2027-0${batch}-01`, quantity: 120 })),
    );
    await officer.does('stock.receive', { warehouseId: from, way: 'purchase', lines: shelves });
    const { id } = await officer.does<{ id: string }>('transfers.draft', {
      purpose: '年度轮换',
      fromWarehouseId: from,
      toWarehouseId: to,
      lines,
      isSubmitted: true,
    });
    await leader.does('transfers.approve', { id });
    await officer.does('transfers.pick', { id });
    await officer.does('transfers.dispatch', { id, ...van });
    const start = performance.now();
    const { lineList } = await see(id);
    const took = performance.now() - start;
    expect(lineList).toHaveLength(1500);
    expect(took).toBeLessThan(1000);
    console.info(`transfer of 1,500 lines (${district().kind}): opened in ${took.toFixed(0)} ms`);
    await officer.does('transfers.receive', { id });
  });
});
