import {
  DEMO_DUTY_CHANGE,
  DEMO_DUTY_LISTS,
  DEMO_HANDOVERS,
  DEMO_HAZARD_DUTIES,
  DEMO_LETTERHEADS,
  DEMO_ORDER_TEMPLATES,
  DEMO_RESPONSIBILITIES,
} from './duties.ts';

type Run = (name: string, input: unknown) => Promise<unknown>;
const idOf = (answer: unknown): string => (answer as { id: string }).id;

/** Who answers for what, signs how, and orders by which templates: after the units are there. */
export async function seedDuties(run: Run, units: ReadonlyMap<string, string>): Promise<void> {
  const unitOf = (key: string): string => {
    const id = units.get(key);
    if (!id) throw new Error(`the demo's duties name an unknown unit: ${key}`);
    return id;
  };
  const responsibilities = new Map<string, string>();
  for (const { unitKey, ...one } of DEMO_RESPONSIBILITIES) {
    const id = idOf(await run('responsibilities.assign', { ...one, unitId: unitOf(unitKey) }));
    responsibilities.set(`${one.areaCode} ${one.category}`, id);
  }
  for (const { unitKey, areaCode, category, ...one } of DEMO_HANDOVERS) {
    const id = responsibilities.get(`${areaCode} ${category}`);
    await run('responsibilities.handOver', { ...one, id, unitId: unitOf(unitKey) });
  }
  for (const [unitKey, duties] of Object.entries(DEMO_DUTY_LISTS)) {
    for (const [index, [duty, source, validFrom]] of duties.entries()) {
      const id = idOf(await run('dutyLists.add', { unitId: unitOf(unitKey), duty, source, validFrom }));
      if (unitKey !== DEMO_DUTY_CHANGE.unitKey || index !== DEMO_DUTY_CHANGE.index) continue;
      const { duty: next, source: by, from } = DEMO_DUTY_CHANGE;
      await run('dutyLists.change', { id, duty: next, source: by, from });
    }
  }
  for (const { unitKey, ...one } of DEMO_HAZARD_DUTIES) {
    await run('hazardDuties.set', { ...one, unitId: unitOf(unitKey) });
  }
  for (const { unitKey, ...one } of DEMO_LETTERHEADS) {
    const unitId = unitOf(unitKey);
    await run('letterheads.register', { ...one, unitId, ownerUnitId: unitId, inUseFrom: '2026-01-01' });
  }
  const ownerUnitId = unitOf('command-center');
  for (const one of DEMO_ORDER_TEMPLATES) await run('orderTemplates.register', { ...one, ownerUnitId });
}
