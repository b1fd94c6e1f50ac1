import { DEMO_ITEMS, type DemoItem } from './supply-items.ts';
import { DEMO_WAREHOUSES, SPREADS } from './warehouses.ts';

type Run = (name: string, input: unknown) => Promise<unknown>;
const idOf = (answer: unknown): string => (answer as { id: string }).id;
const DAY = 86_400_000;

/**
 * Catalogue, warehouses and what lies in them, by the commands that people use. Days are reckoned from the day of seeding:
 * on any day some goods have expired, some expire soon, some should be rotated.
 */
export async function seedStock(run: Run, units: ReadonlyMap<string, string>, now: Date): Promise<void> {
  const supplies = new Map<string, string>();
  const ownerUnitId = units.get('dept-emergency');
  for (const [index, item] of DEMO_ITEMS.entries())
    supplies.set(item.name, idOf(await run('supplies.register', { ...catalogued(item, index), ownerUnitId })));
  const places = new Map<string, string>();
  for (const { key, unitKey, reserveOwnerKey, ...place } of DEMO_WAREHOUSES) {
    const id = idOf(await run('warehouses.register', { ...place, ownerUnitId: units.get(unitKey) }));
    places.set(key, id);
    const lines = DEMO_ITEMS.flatMap((item, index) => lotsOf(item, index, key, supplies.get(item.name) ?? '', now));
    const owner = reserveOwnerKey ? { ownerUnitId: units.get(reserveOwnerKey) } : {};
    if (lines.length > 0) await run('stock.receive', { warehouseId: id, way: 'opening', ...owner, lines });
  }
  const item = (name: string, quantity: number) => ({ supplyId: supplies.get(name), quantity });
  await run('transfers.draft', {
    purpose: '汛期前置：古城街道补充防汛物资',
    fromWarehouseId: places.get('flood'),
    toWarehouseId: places.get('gucheng'),
    neededBy: new Date(now.getTime() + 2 * DAY).toISOString(),
    lines: [item('防汛沙袋', 600), item('吸水膨胀袋', 300), item('抽水泵', 2), item('救生衣', 40)],
    isSubmitted: true,
  });
  await run('transfers.dispatchAtOnce', {
    purpose: '临时停水居民保障',
    matter: '八角西街供水管抢修',
    fromWarehouseId: places.get('main'),
    toWarehouseId: places.get('bajiao'),
    vehiclePlate: '京A·示00001',
    driver: '示例司机',
    expectedAt: new Date(now.getTime() + DAY / 12).toISOString(),
    lines: [item('饮用水', 120), item('桶装水', 20)],
  });
}

function catalogued(item: DemoItem, index: number) {
  const { name, spec, supplyClass, measure, minimum, need } = item;
  return {
    itemNo: `WZ-${String(index + 1).padStart(3, '0')}`,
    name,
    spec,
    supplyClass,
    measure,
    shelfLifeMonths: item.shelfLifeMonths ?? null,
    rotationMonths: item.rotationMonths ?? null,
    safetyStock: Math.floor(minimum * 0.6),
    minStock: minimum,
    maxStock: minimum * 2,
    storageClass: item.storage ?? 'ordinary',
    isHazardous: item.isHazardous ?? false,
    unitVolume: item.volume ?? null,
    unitWeight: item.weight ?? null,
    reserveMode: item.spread === 'agreement' || item.spread === 'machines' ? 'agreement' : 'physical',
    need: need?.[0] ?? null,
    needEach: need?.[1] ?? null,
  };
}

/** How old the lots of an item are, as a share of its shelf life: most are young, some are about to expire, few have. */
const AGES: readonly (readonly [age: number, share: number])[][] = [
  [
    [0.2, 0.7],
    [0.55, 0.3],
  ],
  [
    [0.3, 0.6],
    [0.72, 0.4],
  ],
  [
    [0.25, 0.75],
    [0.93, 0.25],
  ],
  [
    [0.4, 0.9],
    [1.04, 0.1],
  ],
];

function lotsOf(item: DemoItem, index: number, warehouse: string, supplyId: string, now: Date) {
  const share = SPREADS[item.spread].find(([key]) => key === warehouse)?.[1] ?? 0;
  const there = item.measure === '吨' ? (item.stock * share) / 100 : Math.round((item.stock * share) / 100);
  const whole = Math.round(there * 1000) / 1000;
  if (whole <= 0) return [];
  const base = { supplyId, unitPrice: item.price, location: `${'ABCD'[index % 4]}-${(index % 18) + 1}` };
  const { shelfLifeMonths } = item;
  if (!shelfLifeMonths) return [{ ...base, quantity: whole, batch: `C${(index % 5) + 21}` }];
  let left = whole;
  return (AGES[index % AGES.length] ?? []).flatMap(([age, part], at, all) => {
    const quantity = at === all.length - 1 ? left : Math.min(left, Math.round(whole * part));
    if (quantity <= 0) return [];
    left = Math.round((left - quantity) * 1000) / 1000;
    const days = Math.round(shelfLifeMonths * 30.44);
    const produced = new Date(now.getTime() - Math.round(days * age) * DAY).toISOString().slice(0, 10);
    const expires = new Date(now.getTime() + Math.round(days * (1 - age)) * DAY).toISOString().slice(0, 10);
    return [{ ...base, quantity, batch: produced.replaceAll('-', ''), producedOn: produced, expiresOn: expires }];
  });
}
