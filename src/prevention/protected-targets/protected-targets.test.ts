import { beforeAll, expect, it } from 'vitest';
import { inDistrict, type Person } from '../../../tests/support/district.ts';

const SCHOOL = {
  name: '试验小学',
  targetKind: 'school',
  address: '试验路 2 号',
  at: { lng: 116.19, lat: 39.91 },
  isKeyFireUnit: false,
  schoolStage: 'primary',
  pupils: 320,
};

inDistrict('protected targets', (district) => {
  let officer: Person;
  beforeAll(async () => {
    officer = await district().as('zhiban');
  });

  it('takes of each kind what that kind has, and nothing of another', async () => {
    const register = (values: object) => officer.command('protectedTargets.register', { ...SCHOOL, ...values });
    expect((await register({ hospitalBeds: 20 })).body).toMatchObject({
      key: 'input.field',
      field: 'hospitalBeds',
      message: { zh: expect.stringContaining('只适用于医院') },
    });
    const { status, body } = await register({});
    expect(status).toBe(200);
    const id = body.id as string;
    // What it was goes with what it is no longer.
    expect((await officer.command('protectedTargets.correct', { id, targetKind: 'hospital' })).body).toMatchObject({
      field: 'schoolStage',
    });
    await officer.does('protectedTargets.correct', {
      id,
      targetKind: 'hospital',
      schoolStage: null,
      pupils: null,
      hospitalGrade: 'primary',
    });
    const { record } = await officer.sees<{ record: object }>('protectedTargets.record', { id });
    expect(record).toMatchObject({ targetKind: 'hospital', pupils: null, hospitalGrade: 'primary' });
  });

  it('is a layer of the map, and stands on the page of its building', async () => {
    const { items } = await officer.sees<{ items: { id: string }[] }>('buildings.list');
    const buildingId = items[0]?.id as string;
    await officer.does('protectedTargets.register', { ...SCHOOL, name: '楼内小学', buildingId });
    const inHouse = await officer.sees<{ items: object[] }>('protectedTargets.list', { buildingId });
    expect(inHouse.items).toMatchObject([{ name: '楼内小学' }]);
    const { layers } = await officer.sees<{ layers: { id: string; count: number }[] }>('mapLayers.list', {
      ids: 'protected-targets',
    });
    expect(layers[0]?.count).toBeGreaterThan(18);
  });
});
