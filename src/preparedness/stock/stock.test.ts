import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type District, inDistrict, type Person } from '../../../tests/support/district.ts';
import { rowsOf } from '../../foundation/api/index.ts';

interface Lot {
  id: string;
  batch: string;
  quantity: number;
  reservedQuantity: number;
  available: number;
  standing: string;
  expiresOn: string | null;
}

let count = 0;
/** An item and a warehouse of the test's own, so that tests do not see one another's goods. */
async function shelf(officer: Person, changes: { supply?: object; warehouse?: object } = {}) {
  count += 1;
  const item = await officer.does<{ id: string }>('supplies.register', {
    itemNo: `T-${count}`,
    name: `测试物资 ${count}`,
    supplyClass: 'life_support',
    measure: '箱',
    storageClass: 'ordinary',
    isHazardous: false,
    reserveMode: 'physical',
    ...changes.supply,
  });
  const place = await officer.does<{ id: string }>('warehouses.register', {
    code: `T-${count}`,
    name: `测试库 ${count}`,
    kind: 'district',
    ...changes.warehouse,
  });
  return { supplyId: item.id, warehouseId: place.id };
}

const lotsOf = async (who: Person, supplyId: string) =>
  (await who.sees<{ lots: Lot[] }>('stock.ofSupply', { supplyId })).lots;

const ask = <Row extends object>(district: District, query: ReturnType<typeof sql>) =>
  district.server.platform.database.transact((tx) => rowsOf<Row>(tx, query));

/** Balances against the sums of the ledger: none may differ, ever. */
const drift = (district: District) =>
  ask(
    district,
    sql`select l.id from stock_lot l left join (select lot_id, sum(quantity) as q, sum(reserved_quantity) as r
      from stock_movement group by lot_id) m on m.lot_id = l.id
      where l.quantity <> coalesce(m.q, 0) or l.reserved_quantity <> coalesce(m.r, 0)`,
  );

inDistrict('stock', (district) => {
  let officer: Person;
  beforeAll(async () => {
    officer = await district().as('zhiban');
  });

  describe('coming in', () => {
    it('makes a lot of each batch and price, and adds to it what comes later', async () => {
      const { supplyId, warehouseId } = await shelf(officer, { supply: { shelfLifeMonths: 12 } });
      const line = { supplyId, batch: 'B1', producedOn: '2026-01-01', quantity: 10, unitPrice: 12.5 };
      await officer.does('stock.receive', { warehouseId, way: 'purchase', lines: [line, { ...line, batch: 'B2' }] });
      await officer.does('stock.receive', { warehouseId, way: 'donation', lines: [{ ...line, quantity: 0.5 }] });
      const lots = await lotsOf(officer, supplyId);
      expect(lots.map(({ batch, quantity, expiresOn }) => ({ batch, quantity, expiresOn }))).toEqual([
        { batch: 'B1', quantity: 10.5, expiresOn: '2027-01-01' },
        { batch: 'B2', quantity: 10, expiresOn: '2027-01-01' },
      ]);
    });

    it('comes as opening stock from a sheet, once for each batch; an item on a shelf stays in the catalogue', async () => {
      const { supplyId, warehouseId } = await shelf(officer);
      const [names] = await ask<{ itemNo: string; code: string }>(
        district(),
        sql`select s.item_no, w.code from supply s, warehouse w where s.id = ${supplyId} and w.id = ${warehouseId}`,
      );
      const text = [
        '库号,物资编号,数量,批号,有效期至,货位',
        `${names?.code},${names?.itemNo},12.5,K1,2027/3/1,A-1`,
        `,${names?.itemNo},3,K2,,A-2`,
        `,没有这个编号,3,K2,,A-2`,
      ].join('\n');
      const load = async () => {
        const { body } = await officer.post(
          '/api/imports?register=opening_stock&name=a.csv&source=a',
          Buffer.from(text),
          { 'content-type': 'application/octet-stream' },
        );
        const { id } = body as { id: string };
        const { mapping } = await officer.sees<{ mapping: string[] }>('imports.record', { id });
        await officer.does('imports.check', { id, mapping, coordinateSystem: 'cgcs2000', known: 'update' });
        await district().settle();
        return officer.sees<{ id: string; wrongCount: number; updateCount: number }>('imports.record', { id });
      };
      const first = await load();
      expect(first).toMatchObject({ wrongCount: 1, updateCount: 2 });
      await officer.does('imports.write', { id: first.id });
      await district().settle();
      const lots = await lotsOf(officer, supplyId);
      expect(lots.map(({ batch, quantity, expiresOn }) => ({ batch, quantity, expiresOn }))).toEqual([
        { batch: 'K1', quantity: 12.5, expiresOn: '2027-03-01' },
        { batch: 'K2', quantity: 3, expiresOn: null },
      ]);
      expect(await load()).toMatchObject({ wrongCount: 3, updateCount: 0 });
      const kept = await officer.command('supplies.withdraw', { id: supplyId, reason: '停用' });
      expect(kept).toMatchObject({ status: 409, body: { key: 'state.guard' } });
    });

    it('refuses what cannot be, names the line, and writes none of the paper', async () => {
      const { supplyId, warehouseId } = await shelf(officer);
      const refused = async (line: object) => {
        const { status, body } = await officer.command('stock.receive', {
          warehouseId,
          way: 'purchase',
          lines: [
            { supplyId, quantity: 1 },
            { supplyId, quantity: 1, ...line },
          ],
        });
        return { status, field: body.field };
      };
      expect(await refused({ quantity: 0 })).toEqual({ status: 400, field: 'lines.1.quantity' });
      expect(await refused({ quantity: -3 })).toEqual({ status: 400, field: 'lines.1.quantity' });
      expect(await refused({ quantity: 1.0005 })).toEqual({ status: 400, field: 'lines.1.quantity' });
      expect(await refused({ supplyId: warehouseId })).toEqual({ status: 404, field: 'lines.1.supplyId' });
      expect(await refused({ producedOn: '2026-02-01', expiresOn: '2026-01-01' })).toEqual({
        status: 400,
        field: 'lines.1.expiresOn',
      });
      expect(await lotsOf(officer, supplyId)).toEqual([]);
    });
  });

  it('takes a sheet’s item numbers, and names the one that the catalogue lacks', async () => {
    const { supplyId, warehouseId } = await shelf(officer);
    const { record } = await officer.sees<{ record: { itemNo: string } }>('supplies.record', { id: supplyId });
    const lines = [{ itemNo: record.itemNo, quantity: 7 }];
    await officer.does('stock.receive', { warehouseId, way: 'opening', lines });
    expect((await lotsOf(officer, supplyId))[0]?.quantity).toBe(7);
    const wrong = await officer.command('stock.receive', {
      warehouseId,
      way: 'opening',
      lines: [...lines, { itemNo: 'NO-SUCH', quantity: 1 }],
    });
    expect({ status: wrong.status, field: wrong.body.field }).toEqual({ status: 400, field: 'lines.1.itemNo' });
  });

  describe('going out', () => {
    it('takes what expires first, over several lots, and never what is expired or locked', async () => {
      const { supplyId, warehouseId } = await shelf(officer);
      const lines = [
        { supplyId, batch: 'late', expiresOn: '2027-06-01', quantity: 10 },
        { supplyId, batch: 'soon', expiresOn: '2026-08-01', quantity: 10 },
        { supplyId, batch: 'gone', expiresOn: '2026-06-01', quantity: 10 },
        { supplyId, batch: 'broken', expiresOn: '2026-07-01', quantity: 10 },
      ];
      await officer.does('stock.receive', { warehouseId, way: 'purchase', lines });
      const before = await lotsOf(officer, supplyId);
      const broken = before.find(({ batch }) => batch === 'broken') as Lot;
      await officer.does('stock.lock', { id: broken.id, reason: '包装破损待检' });
      await officer.does('stock.issue', { warehouseId, way: 'issue', lines: [{ supplyId, quantity: 12 }] });
      const after = new Map((await lotsOf(officer, supplyId)).map((lot) => [lot.batch, lot]));
      expect(after.get('soon')).toBeUndefined();
      expect(after.get('late')?.quantity).toBe(8);
      expect(after.get('gone')?.quantity).toBe(10);
      expect(after.get('gone')?.standing).toBe('expired');
      expect(after.get('broken')?.standing).toBe('locked');
      const more = await officer.command('stock.issue', {
        warehouseId,
        way: 'issue',
        lines: [{ supplyId, quantity: 9 }],
      });
      expect(more.status).toBe(409);
      expect(more.body.key).toBe('stock.short');
      expect(JSON.stringify(more.body)).toContain('8 箱');
      // What has expired is scrapped by name.
      const gone = after.get('gone') as Lot;
      const scrap = { supplyId, quantity: 10, lots: [{ lotId: gone.id, quantity: 10 }] };
      expect((await officer.command('stock.issue', { warehouseId, way: 'issue', lines: [scrap] })).status).toBe(409);
      await officer.does('stock.issue', { warehouseId, way: 'scrap', lines: [scrap] });
    });

    it('takes another lot only with a reason, which stays in the ledger', async () => {
      const { supplyId, warehouseId } = await shelf(officer);
      const lines = ['2026-09-01', '2027-09-01'].map((expiresOn) => ({
        supplyId,
        batch: expiresOn,
        expiresOn,
        quantity: 5,
      }));
      await officer.does('stock.receive', { warehouseId, way: 'purchase', lines });
      const lot = (await lotsOf(officer, supplyId))[1] as Lot;
      const line = { supplyId, quantity: 2, lots: [{ lotId: lot.id, quantity: 2 }] };
      const refused = await officer.command('stock.issue', { warehouseId, way: 'issue', lines: [line] });
      expect({ status: refused.status, key: refused.body.key }).toEqual({ status: 400, key: 'stock.not_first' });
      await officer.does('stock.issue', {
        warehouseId,
        way: 'issue',
        lines: [{ ...line, reason: '近处货位，先行装车' }],
      });
      const { items } = await officer.sees<{ items: { overrideReason: string }[] }>('stock.movements', {
        lotId: lot.id,
      });
      expect(items[0]?.overrideReason).toBe('近处货位，先行装车');
    });

    it('proposes before it is asked to do', async () => {
      const { supplyId, warehouseId } = await shelf(officer);
      const lines = [{ supplyId, batch: 'a', quantity: 3 }];
      await officer.does('stock.receive', { warehouseId, way: 'purchase', lines });
      const proposal = await officer.sees('stock.proposal', { supplyId, warehouseId, quantity: 5 });
      expect(proposal).toMatchObject({ missing: 2, picks: [{ quantity: 3 }] });
    });

    it('keeps what is reserved', async () => {
      const { supplyId, warehouseId } = await shelf(officer);
      await officer.does('stock.receive', { warehouseId, way: 'purchase', lines: [{ supplyId, quantity: 10 }] });
      const [lot] = (await lotsOf(officer, supplyId)) as [Lot];
      await officer.does('stock.reserve', { id: lot.id, quantity: 8, note: '汛期前置' });
      const issue = { warehouseId, way: 'issue', lines: [{ supplyId, quantity: 3 }] };
      expect((await officer.command('stock.issue', issue)).body.key).toBe('stock.short');
      expect((await officer.command('stock.release', { id: lot.id, quantity: 9 })).body.key).toBe('stock.short');
      await officer.does('stock.release', { id: lot.id, quantity: 1 });
      await officer.does('stock.issue', issue);
      expect((await lotsOf(officer, supplyId))[0]).toMatchObject({ quantity: 7, reservedQuantity: 7, available: 0 });
    });
  });

  it('moves a lot with its dates, and the whole is as much as before', async () => {
    const { supplyId, warehouseId } = await shelf(officer);
    const other = await shelf(officer);
    const line = { supplyId, batch: 'm', expiresOn: '2027-01-01', quantity: 6, unitPrice: 3 };
    await officer.does('stock.receive', { warehouseId, way: 'purchase', lines: [line] });
    const [lot] = (await lotsOf(officer, supplyId)) as [Lot];
    await officer.does('stock.move', { id: lot.id, toWarehouseId: other.warehouseId, quantity: 2.5 });
    const lots = await lotsOf(officer, supplyId);
    expect(lots.map(({ batch, quantity, expiresOn }) => ({ batch, quantity, expiresOn }))).toEqual([
      { batch: 'm', quantity: 3.5, expiresOn: '2027-01-01' },
      { batch: 'm', quantity: 2.5, expiresOn: '2027-01-01' },
    ]);
  });

  it('gives 50 people at once what is there and not one piece more', { timeout: 60_000 }, async () => {
    const { supplyId, warehouseId } = await shelf(officer);
    const lines = [1, 2, 3].map((batch) => ({
      supplyId,
      batch: `c${batch}`,
      expiresOn: `2026-1${batch - 1}-01`,
      quantity: 10,
    }));
    await officer.does('stock.receive', { warehouseId, way: 'purchase', lines });
    const asked = Array.from({ length: 50 }, () =>
      officer.command('stock.issue', { warehouseId, way: 'issue', lines: [{ supplyId, quantity: 0.7 }] }),
    );
    const answers = await Promise.all(asked);
    const given = answers.filter(({ status }) => status === 200).length;
    expect(answers.filter(({ status }) => status !== 200).map(({ body }) => body.key)).toEqual(
      Array.from({ length: 50 - given }, () => 'stock.short'),
    );
    // 30 / 0.7 = 42 whole issues, and 0.6 is left.
    expect(given).toBe(42);
    const left = await lotsOf(officer, supplyId);
    expect(left.reduce((total, lot) => total + Math.round(lot.quantity * 1000), 0)).toBe(600);
    expect(await drift(district())).toEqual([]);
  });

  it('cannot be changed behind the ledger’s back', async () => {
    const change = ask(district(), sql`update stock_movement set quantity = 1`);
    await expect(change).rejects.toThrow(/append-only/);
    await expect(ask(district(), sql`delete from stock_movement`)).rejects.toThrow(/append-only/);
    await expect(ask(district(), sql`update stock_lot set quantity = -1`)).rejects.toThrow(/check/);
  });

  it('follows two records of one item into one, figures untouched', async () => {
    const [one, other] = [await shelf(officer), await shelf(officer)];
    for (const { supplyId, warehouseId } of [one, other]) {
      await officer.does('stock.receive', { warehouseId, way: 'purchase', lines: [{ supplyId, quantity: 4 }] });
    }
    const { record } = await officer.sees<{ record: { version: number } }>('supplies.record', { id: other.supplyId });
    await officer.does('supplies.merge', {
      id: one.supplyId,
      otherId: other.supplyId,
      otherVersion: record.version,
      take: [],
      reason: '同一物资重复登记',
    });
    expect((await lotsOf(officer, one.supplyId)).map(({ quantity }) => quantity)).toEqual([4, 4]);
    expect(await drift(district())).toEqual([]);
  });

  it('tells what is short and what expires, in one view across owners', async () => {
    const { supplyId, warehouseId } = await shelf(officer, {
      supply: { safetyStock: 5, minStock: 20, maxStock: 100 },
    });
    const level = async () => {
      const { items } = await officer.sees<{ items: { id: string; level: string; expiring: number }[] }>(
        'stock.overview',
      );
      return items.find(({ id }) => id === supplyId);
    };
    expect((await level())?.level).toBe('critical');
    const lines = [{ supplyId, quantity: 10, expiresOn: '2026-07-20', unitPrice: 2 }];
    await officer.does('stock.receive', { warehouseId, way: 'purchase', lines });
    expect(await level()).toMatchObject({ level: 'low', expiring: 10 });
    const { lots } = await officer.sees<{ lots: { supplyId: string; standing: string }[] }>('stock.due', {
      warehouseId,
    });
    expect(lots).toMatchObject([{ supplyId, standing: 'expiring' }]);
    const coverage = await officer.sees<{ percent: number; needs: unknown[] }>('stock.coverage');
    expect(coverage.needs).toHaveLength(5);
  });

  it('shows a street its own warehouse and its own goods elsewhere, and nothing else', async () => {
    const gucheng = await district().as('gucheng');
    const mine = await officer.sees<{ units: { id: string; shortName: string }[] }>('units.tree');
    const street = mine.units.find(({ shortName }) => shortName === '古城街道')?.id as string;
    const { supplyId, warehouseId } = await shelf(officer);
    const lines = [{ supplyId, quantity: 4, batch: 'district' }];
    await officer.does('stock.receive', { warehouseId, way: 'purchase', lines });
    expect(await lotsOf(gucheng, supplyId)).toEqual([]);
    await officer.does('stock.receive', {
      warehouseId,
      way: 'purchase',
      ownerUnitId: street,
      lines: [{ supplyId, quantity: 2, batch: 'street' }],
    });
    expect((await lotsOf(gucheng, supplyId)).map(({ batch }) => batch)).toEqual(['street']);
    const issue = { warehouseId, way: 'issue', lines: [{ supplyId, quantity: 1 }] };
    expect((await gucheng.command('stock.issue', issue)).status).toBe(404);
  });
});
