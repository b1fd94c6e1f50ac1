import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';

interface Fault {
  key: string;
  kind: 'gap' | 'overlap';
  where: string[];
  squareMetres: number;
  proposals: { gridId: string; version: number; name: string; outline: number[][][][] }[];
}
interface Topology {
  street: string;
  streets: { code: string }[];
  faults: Fault[];
  without: { code: string }[];
  coverage: { squareKilometres: number; covered: number; people: number | null; peopleCovered: number | null };
  unowned: { register: string; title: string }[];
  unownedCount: number;
  mayMend: boolean;
}

inDistrict('the ground of grids', (district) => {
  it('finds the gap and the overlap, says how to mend them, and finds neither when they are mended', async () => {
    const officer = await district().as('zhiban');
    const look = () => officer.sees<Topology>('grids.topology', { street: '110107001' });
    const before = await look();
    expect(before.mayMend).toBe(true);
    const gap = before.faults.find(({ kind }) => kind === 'gap');
    const overlap = before.faults.find(({ kind }) => kind === 'overlap');
    // A square of 120 m, to the breadth of a hair.
    expect(overlap?.squareMetres).toBeGreaterThan(13_500);
    expect(overlap?.squareMetres).toBeLessThan(15_000);
    expect(overlap?.proposals).toHaveLength(1);
    expect(gap?.proposals).toHaveLength(1);
    for (const { kind, proposals } of [gap, overlap] as Fault[]) {
      const [{ gridId: id, version, outline } = { gridId: '', version: 0, outline: [] }] = proposals;
      await officer.does('grids.correct', { id, outline, reason: kind }, {
        version: kind === 'gap' ? version : undefined,
      } as never);
    }
    const after = await look();
    expect(after.faults).toEqual([]);
    expect(after.coverage.covered).toBeCloseTo(before.coverage.covered + (gap?.squareMetres ?? 0) / 1e6, 3);
    expect(after.coverage.covered).toBeLessThan(after.coverage.squareKilometres);
    expect(after.without.length).toBeGreaterThan(0);
  });

  it('counts people and names the places that lie in no grid, as far as the asking person may see them', async () => {
    const officer = await district().as('zhiban');
    const all = await officer.sees<Topology>('grids.topology', { street: '110107001' });
    expect(all.coverage.people).toBeGreaterThan(0);
    expect(all.coverage.peopleCovered).toBeLessThanOrEqual(all.coverage.people ?? 0);
    await officer.does('protectedTargets.register', {
      name: '无网格试验学校',
      targetKind: 'school',
      address: '鲁谷（试验）',
      at: { lng: 116.2401, lat: 39.9001 },
      isKeyFireUnit: false,
    });
    const { code } = await officer.sees<{ code: string }>('areas.at', { lng: 116.2401, lat: 39.9001 });
    const street = code.slice(0, 9);
    const seen = await officer.sees<Topology>('grids.topology', { street });
    const isInGrid = !seen.unowned.some(({ title }) => title === '无网格试验学校');
    const { items } = await officer.sees<{ items: unknown[] }>('protectedTargets.list', { q: '无网格试验学校' });
    expect(items).toHaveLength(1);
    expect(isInGrid).toBe(false);
    const chief = await district().as('gucheng');
    const own = await chief.sees<Topology>('grids.topology', {});
    expect(own.streets).toHaveLength(1);
    const { status } = await chief.view('grids.topology', {
      street: own.street === '110107001' ? '110107002' : '110107001',
    });
    expect(status).toBe(404);
  });
});
