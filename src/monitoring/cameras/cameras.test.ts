import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';
import { areaOf } from '../../foundation/geo/measure.rules.ts';
import { cameras } from './camera.register.ts';

const AT = { lng: 116.19, lat: 39.91 };
type Ring = [number, number][];

const fieldOf = (values: object) => (cameras.derive?.({ at: AT, ...values }).fieldOfView ?? null) as Ring[][] | null;

it('sees a sector of azimuth, angle and range', () => {
  const [ring = []] = fieldOf({ azimuth: 90, viewAngle: 60, range: 100 })?.[0] ?? [];
  expect(ring[0]).toEqual(ring.at(-1));
  // Looking east: nothing west of the camera, a sixth of a circle of 100 m (5,236 m²; the arc is cut into straight pieces).
  expect(Math.min(...ring.map(([lng]) => lng))).toBe(AT.lng);
  expect(areaOf(ring.map(([lng, lat]) => ({ lng, lat })))).toBeCloseTo(5229, -1);
  const [round = []] = fieldOf({ viewAngle: 360, range: 50 })?.[0] ?? [];
  expect(areaOf(round.map(([lng, lat]) => ({ lng, lat })))).toBeCloseTo(Math.PI * 2500, -2);
  expect(fieldOf({ viewAngle: 60, range: 100 })).toBeNull();
  expect(fieldOf({ azimuth: 10, range: 100 })).toBeNull();
});

inDistrict('cameras', (district) => {
  it('draw what they see as a layer, which follows every correction', async () => {
    const officer = await district().as('zhiban');
    const camera = { name: '试验路口', deviceCode: '11010700001320999999', cameraKind: 'dome', at: AT };
    const { id } = await officer.does<{ id: string }>('cameras.register', {
      ...camera,
      azimuth: 0,
      viewAngle: 90,
      range: 100,
    });
    type Seen = { record: { fieldOfView: Ring[][] } };
    const seen = async () => (await officer.sees<Seen>('cameras.record', { id })).record.fieldOfView?.[0]?.[0] ?? [];
    const before = areaOf((await seen()).map(([lng, lat]) => ({ lng, lat })));
    await officer.does('cameras.correct', { id, range: 200 });
    expect(areaOf((await seen()).map(([lng, lat]) => ({ lng, lat }))) / before).toBeCloseTo(4, 1);
    const { layers } = await officer.sees<{ layers: { id: string; geometry: string; count: number }[] }>(
      'mapLayers.list',
      {
        ids: 'cameras,cameras-field-of-view',
      },
    );
    expect(layers.map(({ id: layer, geometry }) => [layer, geometry])).toEqual([
      ['cameras', 'point'],
      ['cameras-field-of-view', 'area'],
    ]);
    const { found } = await officer.sees<{ found: { layer: string }[] }>('mapLayers.search', { q: '试验路口' });
    expect(found.map(({ layer }) => layer)).toEqual(['cameras']);
  });
});
