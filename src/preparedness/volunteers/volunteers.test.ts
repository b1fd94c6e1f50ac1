import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';

inDistrict('volunteers and vehicles', (district) => {
  it('an organisation counts those on the register and promises no more than it has', async () => {
    const officer = await district().as('zhiban');
    type Organisations = { items: { id: string; volunteers: number }[] };
    const { items } = await officer.sees<Organisations>('volunteerOrganisations.list', { skills: 'water_rescue' });
    expect(items).toMatchObject([{ volunteers: 3 }]);
    const { body } = await officer.command('volunteerOrganisations.correct', { id: items[0]?.id, callableCount: 900 });
    expect(body).toMatchObject({ field: 'callableCount' });
  });

  it('a vehicle goes out for something and comes back; its plate is of one form', async () => {
    const officer = await district().as('zhiban');
    const register = (plate: string) => officer.command('vehicles.register', { plate, vehicleKind: 'rescue' });
    expect((await register('12345')).body).toMatchObject({ field: 'plate' });
    const { body } = await register(' 京 ad12345 ');
    const id = body.id as string;
    expect((await officer.command('vehicles.send', { id })).status).toBe(400);
    await officer.does('vehicles.send', { id, outFor: '演练' });
    const { record } = await officer.sees<{ record: object }>('vehicles.record', { id });
    expect(record).toMatchObject({ plate: '京AD12345', state: 'out', outFor: '演练' });
    await officer.does('vehicles.comeBack', { id });
  });

  it('a squad has each of its five branches once, and a street one squad', async () => {
    const officer = await district().as('zhiban');
    type Listed = { items: { id: string; streetId: string; branchKind: string }[] };
    const [squad] = (await officer.sees<Listed>('streetSquads.list')).items;
    const { items } = await officer.sees<Listed>('squadBranches.list', { squadId: squad?.id });
    expect(new Set(items.map(({ branchKind }) => branchKind)).size).toBe(5);
    const again = { squadId: squad?.id, branchKind: 'order', leader: '张三' };
    expect((await officer.command('squadBranches.register', again)).status).toBeGreaterThanOrEqual(400);
    const second = { name: '第二队', streetId: squad?.streetId, secretary: '张三', director: '李四' };
    expect((await officer.command('streetSquads.register', second)).status).toBeGreaterThanOrEqual(400);
  });
});
