import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { DATABASE_KINDS } from '../../../tests/support/databases.ts';
import { inDistrict, type Person } from '../../../tests/support/district.ts';
import { rowsOf } from '../api/index.ts';
import { creditCode } from '../registers/types/credit-code.type.ts';
import { identityNumber } from '../registers/types/identity-number.type.ts';

/** Files of other systems, beside the checkout where somebody has them; they are read in place. */
const REAL = join(import.meta.dirname, '../../../../shared/realdata');
const HAS_THEM = existsSync(REAL);
if (!HAS_THEM) console.warn(`skipped: no real files at ${REAL}`);
const read = (name: string) => readFileSync(join(REAL, name));

interface Import {
  id: string;
  mapping: string[];
  columns: { title: string }[];
  placeWarning: { zh: string } | null;
  [count: string]: unknown;
}
interface Remark {
  row: number;
  target: string;
  kind: string;
  reason: { zh: string };
}

/** A script that is nothing but one array of plain values, as map pages carry it. */
function arrayOf<Item>(name: string): Item[] {
  const text = read(name).toString('utf8');
  const from = text.indexOf('[');
  const bare = text
    .slice(from, text.lastIndexOf(']') + 1)
    .replaceAll(/([{,\s])\/\/[^\n]*/g, '$1')
    .replaceAll(/'([^'\n]*)'/g, '"$1"')
    .replaceAll(/([{,]\s*)([A-Za-z]\w*)\s*:/g, '$1"$2":')
    .replaceAll(/,(\s*[\]}])/g, '$1');
  return JSON.parse(bare) as Item[];
}

describe.skipIf(!HAS_THEM)('real files', () => {
  inDistrict(
    'real files in the import',
    (district) => {
      const upload = (who: Person, register: string, name: string, bytes: Buffer | string) =>
        who.post(
          `/api/imports?register=${register}&name=${encodeURIComponent(name)}&source=${encodeURIComponent(name)}`,
          Buffer.from(bytes as string),
          { 'content-type': 'application/octet-stream' },
        );
      /** Uploads, matches columns by their titles where told, checks. */
      const checked = async (
        who: Person,
        register: string,
        name: string,
        bytes: Buffer | string,
        columns: Record<string, string> = {},
        coordinateSystem = 'cgcs2000',
      ) => {
        const { status, body } = await upload(who, register, name, bytes);
        expect([status, body]).toMatchObject([200, {}]);
        const { id } = body as { id: string };
        const file = await who.sees<Import>('imports.record', { id });
        const isGiven = Object.keys(columns).length > 0;
        const mapping = isGiven ? file.columns.map(({ title }) => columns[title] ?? '') : file.mapping;
        await who.does('imports.check', { id, mapping, coordinateSystem, known: 'update' });
        await district().settle();
        return who.sees<Import>('imports.record', { id });
      };
      const written = async (who: Person, { id }: Import) => {
        await who.does('imports.write', { id });
        await district().settle();
        return who.sees<Import>('imports.record', { id });
      };
      const remarks = async (who: Person, { id }: Import) =>
        (await who.sees<{ items: Remark[] }>('imports.problems', { id, limit: 5000 })).items;
      const rows = <Row extends object>(query: ReturnType<typeof sql>) =>
        district().server.platform.database.transact((tx) => rowsOf<Row>(tx, query), { readOnly: true });

      it('takes the products of OpenBoxes as items, and their limits as an update by number', async () => {
        const who = await district().as('zhiban');
        const products = await checked(who, 'supply', 'products.csv', read('supplies-teams/openboxes_products.csv'), {
          ProductCode: 'itemNo',
          Name: 'name',
          UnitOfMeasure: 'measure',
          HazardousMaterial: 'isHazardous',
        });
        expect(products).toMatchObject({ rowCount: 57, wrongCount: 0, newCount: 57 });
        expect(await written(who, products)).toMatchObject({ createdCount: 57 });
        const levels = await checked(
          who,
          'supply',
          'levels.csv',
          read('supplies-teams/openboxes_inventoryLevels.csv'),
          {
            'Product code': 'itemNo',
            Product: 'name',
            'Min quantity': 'minStock',
            'Max quantity': 'maxStock',
            'Unit of measure': 'measure',
          },
        );
        expect(levels).toMatchObject({ rowCount: 52, wrongCount: 0, newCount: 0, updateCount: 52 });
        await written(who, levels);
        expect(
          await rows(sql`select name, measure, min_stock::int, max_stock::int from supply where item_no = 'QX039'`),
        ).toEqual([
          { name: 'Morphine 10mg immediate release tablet', measure: 'Each', minStock: 10_000, maxStock: 100_000 },
        ]);
        expect(
          await rows(sql`select 1 from supply where item_no = 'KY133' and name like 'Tube, Blood collection%'`),
        ).toHaveLength(1);
      });

      it('takes an inventory as opening stock, once; days that read two ways are refused', async () => {
        const who = await district().as('zhiban');
        const made = await who.does<{ id: string }>('warehouses.register', {
          code: 'MAIN',
          name: 'Main Warehouse',
          kind: 'district',
        });
        const [head = '', ...lines] = read('supplies-teams/openboxes_mainWarehouseInventory.csv')
          .toString('utf8')
          .split(/\r?\n/)
          .filter(Boolean);
        const text = [`储备库,${head}`, ...lines.map((line) => `MAIN,${line}`)].join('\n');
        const columns = {
          储备库: 'warehouse',
          'Product code': 'itemNo',
          'Lot number': 'batch',
          'Expiration date': 'expiresOn',
          'Bin location': 'location',
          'Physical QOH': 'quantity',
        };
        const file = await checked(who, 'opening_stock', 'inventory.csv', text, columns);
        const wrong = await remarks(who, file);
        expect(file).toMatchObject({ rowCount: 57, wrongCount: 16, updateCount: 41 });
        // 01/31/2025: the other order would be as good a day on many lines.
        const faults = wrong.filter(({ kind }) => kind === 'wrong');
        expect(new Set(faults.map(({ target }) => target))).toEqual(new Set(['expiresOn']));
        const days = text.replaceAll(/(\d\d)\/(\d\d)\/(\d{4})/g, '$3-$1-$2');
        const mended = await checked(who, 'opening_stock', 'mended.csv', days, columns);
        expect(mended).toMatchObject({ rowCount: 57, wrongCount: 0, updateCount: 57 });
        expect(await written(who, mended)).toMatchObject({ updatedCount: 48, unchangedCount: 9 });
        expect(
          await rows(sql`select l.quantity::int, l.batch, l.location, l.expires_on::text from stock_lot l join supply s on s.id = l.supply_id
            where l.warehouse_id = ${made.id} and s.item_no = 'QX039'`),
        ).toEqual([{ quantity: 100_000, batch: '37627', location: 'RM1-RACK1-SHELF1', expiresOn: '2025-01-31' }]);
        const [item] = await rows<{ id: string }>(sql`select id from supply where item_no = 'QX039'`);
        const kept = await who.command('supplies.withdraw', { id: item?.id, reason: '停用' });
        expect(kept).toMatchObject({ status: 409, body: { key: 'state.guard' } });
        const again = await checked(who, 'opening_stock', 'again.csv', days, columns);
        expect(again).toMatchObject({ wrongCount: 48, updateCount: 9 });
      });

      it('takes the warehouses and items of Sahana; what its people have no unit for is said row by row', async () => {
        const who = await district().as('zhiban');
        const stores = await checked(
          who,
          'warehouse',
          'warehouse.csv',
          read('supplies-teams/sahana_Logistics_Demo_warehouse.csv'),
          { Building: 'code', Name: 'name', Comments: 'openHours' },
        );
        expect(stores).toMatchObject({ rowCount: 24, wrongCount: 0, newCount: 24 });
        expect(await written(who, stores)).toMatchObject({ createdCount: 24 });
        expect(await rows(sql`select name from warehouse where code = 'FO13-WH'`)).toEqual([
          { name: 'CARAGA WAREHOUSE' },
        ]);
        const items = read('supplies-teams/sahana_IFRC_supply_item_ifrc_standard_sample.csv').toString('latin1');
        // The catalogue names no unit to measure in: whoever loads it adds the column.
        const measured = items
          .replaceAll(/\r?\n(?=.)/g, ',each\n')
          .replace(/^([^\n]*),each/, '$1,measure')
          .trimEnd();
        const catalogue = await checked(who, 'supply', 'ifrc.csv', `${measured},each`, {
          'item code': 'itemNo',
          'item description': 'name',
          'weight kg': 'unitWeight',
          measure: 'measure',
        });
        expect(catalogue).toMatchObject({ rowCount: 101, wrongCount: 0, newCount: 101 });
        const administrator = await district().as('sysadmin');
        const staff = await checked(
          administrator,
          'contact_sheet',
          'staff.csv',
          read('supplies-teams/sahana_SAFIRE_BT_Demo_hrm_staff.csv'),
          { Organisation: 'unit', 'First Name': 'name', 'Job Title': 'title', 'Mobile Phone': 'mobile' },
        );
        expect(staff).toMatchObject({ rowCount: 39, wrongCount: 39, newCount: 0 });
        expect(new Set((await remarks(administrator, staff)).map(({ target }) => target))).toContain('unit');
      });

      it('takes the shelters of a map page by their points, and warns of those outside the district', async () => {
        const who = await district().as('zhiban');
        const points = arrayOf<{ sid: string; longitude: number; latitude: number }>('shelters/bj_shelters.js');
        expect(points).toHaveLength(1181);
        const head = '名称,分级,避难时长,空间类型,地址,总面积,有效避难面积,管理责任人,责任人电话,经度,纬度';
        const fixed = '区级,紧急（1 天内）,室外,待补,1000,600,待补,12345';
        const lines = points.map(({ sid, longitude, latitude }) => `${sid},${fixed},${longitude},${latitude}`);
        const file = await checked(who, 'shelter', '避难场所.csv', [head, ...lines].join('\n'), {}, 'gcj02');
        const wrong = (await remarks(who, file)).filter(({ kind }) => kind === 'wrong');
        expect(wrong).toEqual([]);
        expect(file).toMatchObject({ rowCount: 1181, newCount: 1181 });
        expect(file.placeWarning?.zh).toBeTruthy();
        expect(await written(who, file)).toMatchObject({ createdCount: 1181 });
        const [first] = await rows<{ lng: number; lat: number }>(
          sql`select st_x(entrance) as lng, st_y(entrance) as lat from shelter where name = 'bj0'`,
        );
        // What the page draws lies some 500 m east and 100 m north of the truth.
        expect(Math.abs((first?.lng ?? 0) - (116.358316 - 0.0061))).toBeLessThan(0.001);
        expect(Math.abs((first?.lat ?? 0) - (39.880533 - 0.0013))).toBeLessThan(0.001);
        const [inside] = await rows<{ count: number }>(
          sql`select count(*)::int as count from shelter where name like 'bj%' and area_code like '110107%'`,
        );
        expect(inside?.count).toBeGreaterThan(0);
        expect(inside?.count).toBeLessThan(1181);
      });

      it('takes hospitals as protected targets, their points out of GCJ-02 as the source has them', async () => {
        const who = await district().as('zhiban');
        const hospitals = arrayOf<{ name: string; gradeName: string; longitude: number; latitude: number }>(
          'geo/hospital.js',
        );
        expect(hospitals).toHaveLength(44);
        const grade = (name: string) => name.slice(0, 2);
        const lines = hospitals.map(
          ({ name, gradeName, longitude, latitude }) =>
            `${name},医院,待补,${grade(gradeName)},${longitude},${latitude}`,
        );
        const text = ['名称,类别,地址,医院级别,经度,纬度', ...lines].join('\n');
        const file = await checked(who, 'protected_target', '医院.csv', text, {}, 'gcj02');
        expect((await remarks(who, file)).filter(({ kind }) => kind === 'wrong')).toEqual([]);
        expect(file).toMatchObject({ rowCount: 44, wrongCount: 0, newCount: 44 });
        // Hospitals of the whole city: most lie outside the district, which is said and refuses nothing.
        expect(file.placeWarning?.zh).toBeTruthy();
        expect(await written(who, file)).toMatchObject({ createdCount: 44 });
        const [one] = await rows<{
          lng: number;
          lat: number;
          grade: string;
        }>(sql`select st_x(at) as lng, st_y(at) as lat,
          hospital_grade as grade from protected_target where name = '北京协和医院'`);
        expect(one?.grade).toBe('tertiary');
        // Some 500 m east and 150 m north of the truth on the source's map.
        expect(Math.abs((one?.lng ?? 0) - (116.415911 - 0.0062))).toBeLessThan(0.001);
        expect(Math.abs((one?.lat ?? 0) - (39.912392 - 0.0014))).toBeLessThan(0.001);
      });

      it('takes schools as protected targets from GeoJSON; of a name that comes twice the later line says so', async () => {
        const who = await district().as('zhiban');
        const text = read('geo/keySchool.js').toString('utf8');
        const source = JSON.parse(text.slice(text.indexOf('{'))) as {
          features: { geometry: object; properties: { name: string } }[];
        };
        expect(source.features).toHaveLength(100);
        const features = source.features.map(({ geometry, properties: { name } }) => ({
          type: 'Feature',
          geometry,
          properties: { name, targetKind: '学校', schoolStage: '小学', address: '待补' },
        }));
        const json = JSON.stringify({ type: 'FeatureCollection', features });
        // The source states no system: what is declared is judged by the points, most of which lie outside the district.
        const file = await checked(who, 'protected_target', 'schools.geojson', json, {}, 'gcj02');
        const wrong = (await remarks(who, file)).filter(({ kind }) => kind === 'wrong');
        expect(wrong).toHaveLength(7);
        expect(new Set(wrong.map(({ target }) => target))).toEqual(new Set(['name']));
        expect(file).toMatchObject({ rowCount: 100, wrongCount: 7, newCount: 93 });
        expect(await written(who, file)).toMatchObject({ createdCount: 93 });
        const [inside] = await rows<{ count: number }>(
          sql`select count(*)::int as count from protected_target where target_kind = 'school' and school_stage = 'primary'
            and name like '%Primary School%' and area_code like '110107%'`,
        );
        expect(inside?.count).toBeGreaterThan(0);
      });

      it('takes a list of dangerous substances by their CAS numbers; where there is not one number, the line is named', async () => {
        const who = await district().as('zhiban');
        const firm = '气体经营部';
        await who.does('enterprises.register', {
          ...{ name: firm, industry: 'F', address: '待补' },
          ...{ isHighRisk: true, isChemical: true, hasEnterpriseStandard: false },
        });
        const substances = [
          ...read('chem/gb18218-chemicals.js')
            .toString('utf8')
            .matchAll(/id: (\d+), name: "([^"]*)".*?cas: "([^"]*)"/g),
        ].map(([, id, name, cas]) => `${firm},${id} ${name?.replaceAll(',', '，')},${cas},储罐,1`);
        expect(substances.length).toBeGreaterThan(80);
        const text = ['单位,品名,CAS 登记号,储存方式,设计最大量', ...substances].join('\n');
        const file = await checked(who, 'hazardous_substance', '化学品.csv', text);
        const wrong = (await remarks(who, file)).filter(({ kind }) => kind === 'wrong');
        // Natural gas, liquefied gas and petrol: several numbers, or a name beside one.
        expect(wrong.map(({ target }) => target)).toEqual(['casNumber', 'casNumber', 'casNumber']);
        expect(wrong[0]?.reason.zh).toContain('CAS');
        expect(file).toMatchObject({ rowCount: substances.length, newCount: substances.length - 3 });
        expect(await written(who, file)).toMatchObject({ createdCount: substances.length - 3 });
      });

      it('refuses in words what it cannot read: workbooks of before 2007, scripts', async () => {
        const who = await district().as('zhiban');
        for (const name of ['supplies-teams/openboxes_inventory.xls', 'hydrology/yellow_river_2021-10-07.xls']) {
          const { status, body } = await upload(who, 'supply', 'a.xls', read(name));
          expect([status, body]).toMatchObject([415, { key: 'import.old_excel' }]);
        }
        const { body } = await upload(who, 'shelter', 'bj_shelters.js', read('shelters/bj_shelters.js'));
        const { id } = body as { id?: string };
        const { mapping } = await who.sees<Import>('imports.record', { id });
        const refused = await who.command('imports.check', { id, mapping, coordinateSystem: 'gcj02', known: 'update' });
        expect(refused.body).toMatchObject({ key: 'import.unmapped' });
      });
    },
    DATABASE_KINDS.slice(0, 1),
  );

  it('knows the numbers that another validator calls right or wrong', () => {
    const right = (name: string) =>
      [
        ...read(name)
          .toString('utf8')
          .matchAll(/>>> validate\('([^']+)'\)\n'([^']+)'/g),
      ].map(([, number = '']) => number);
    const wrong = (name: string) =>
      [
        ...read(name)
          .toString('utf8')
          .matchAll(/>>> validate\('([^']+)'\)[^\n]*\nTraceback/g),
      ].map(([, number = '']) => number);
    const credit = creditCode({ label: { zh: '代码', en: 'Code' } }).input;
    const identity = identityNumber({ label: { zh: '号码', en: 'Number' } }).input;
    expect(right('identifiers/uscc.py')).toHaveLength(1);
    expect(wrong('identifiers/uscc.py')).toHaveLength(2);
    for (const number of right('identifiers/uscc.py')) expect(credit.safeParse(number).success).toBe(true);
    for (const number of wrong('identifiers/uscc.py')) expect(credit.safeParse(number).success).toBe(false);
    expect(right('identifiers/ric.py')).toEqual(['360426199101010071']);
    for (const number of right('identifiers/ric.py')) expect(identity.safeParse(number).success).toBe(true);
    expect(identity.safeParse('360426199101010072').success).toBe(false);
  });
});
