import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';

interface Units {
  mayOrder: boolean;
  items: {
    unitId: string;
    unit: string;
    total: number;
    counts: Record<string, number | null>;
    open: { assignmentId: string; number: string } | null;
  }[];
}

inDistrict('quality by unit', (district) => {
  it('counts by the unit that keeps the records, and makes of what it found one order to that unit', async () => {
    const room = await district().as('zhiban');
    const { units } = await room.sees<{ units: { id: string; shortName: string }[] }>('units.tree');
    const ownerUnitId = units.find(({ shortName }) => shortName === '区民政局')?.id ?? '';
    const target = {
      targetKind: 'school',
      address: '试验路 3 号',
      at: { lng: 118.5, lat: 40.1 },
      isKeyFireUnit: false,
      ownerUnitId,
    };
    const { id } = await room.does<{ id: string }>('protectedTargets.register', { ...target, name: '区外 小学' });
    // Values that contradict one another come in past the form: an older rule, another system.
    await district().server.platform.database.transact((tx) =>
      sql`update protected_target set hospital_beds = 20 where id = ${id}`.execute(tx),
    );
    const seen = () => room.sees<Units>('quality.ofUnits', { register: 'protected_target' });
    const own = async () => (await seen()).items.find(({ unitId }) => unitId === ownerUnitId);
    expect(await own()).toMatchObject({
      total: 1,
      counts: { missing: 1, stale: 0, doubled: null, contradictory: 1, outside: 1 },
      open: null,
    });
    const input = { register: 'protected_target', unitId: ownerUnitId };
    const answers = await Promise.all([1, 2].map(() => room.command<{ number: string }>('quality.order', input)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const issued = answers.find(({ status }) => status === 200)?.body;
    expect((await own())?.open?.number).toBe(issued?.number);
    const { assignmentId = '' } = (await own())?.open ?? {};
    const told = JSON.stringify(await room.sees('assignments.record', { id: assignmentId }));
    expect(told).toContain('区外 小学（只适用于医院）');
    // A street sees the table of what it reads, and orders nobody.
    const street = await district().as('gucheng');
    expect((await street.sees<Units>('quality.ofUnits', { register: 'protected_target' })).mayOrder).toBe(false);
    expect((await street.command('quality.order', input)).status).toBe(403);
  });
});
