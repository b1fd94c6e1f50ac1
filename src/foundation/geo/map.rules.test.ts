import { expect, it } from 'vitest';
import { type AreaCollection, boundsOf, labelPoints, planeFrom, pointFrom, pointText } from './map.rules.ts';

const square = (name: string, west: number): AreaCollection['features'][number] => ({
  type: 'Feature',
  properties: { name },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 39.9],
        [west + 0.1, 39.9],
        [west + 0.1, 39.94],
        [west, 39.94],
        [west, 39.9],
      ],
    ],
  },
});
const areas: AreaCollection = { type: 'FeatureCollection', features: [square('古城', 116.1), square('八角', 116.2)] };

it('finds the box of all outlines, longitude first', () => {
  const [west = 0, south = 0, east = 0, north = 0] = boundsOf(areas) ?? [];
  expect([west, south, north]).toEqual([116.1, 39.9, 39.94]);
  expect(east).toBeCloseTo(116.3, 9);
  expect(boundsOf({ type: 'FeatureCollection', features: [] })).toBeUndefined();
});

it('puts the name in the middle of its outline', () => {
  const [first] = labelPoints(areas).features;
  expect(first?.properties.name).toBe('古城');
  expect(first?.geometry.coordinates[0]).toBeCloseTo(116.15, 9);
  expect(first?.geometry.coordinates[1]).toBeCloseTo(39.92, 9);
});

it.each([
  ['116.2201, 39.9062', { lng: 116.2201, lat: 39.9062 }],
  ['116.2201，39.9062', { lng: 116.2201, lat: 39.9062 }],
  ['东经116.22 北纬39.90', { lng: 116.22, lat: 39.9 }],
  ['116.22', undefined],
  ['39.9 116.2', { lng: 116.2, lat: 39.9 }],
  ['116°11′24″E 39°54′36″N', { lng: 116.19, lat: 39.91 }],
  ['39°54\'36"N, 116°11\'24"E', { lng: 116.19, lat: 39.91 }],
  ['东经116度11分24秒，北纬39度54分36秒', { lng: 116.19, lat: 39.91 }],
  ['N39°54.6′ E116°11.4′', { lng: 116.19, lat: 39.91 }],
  ['116°11′24″ 39°54′36″', { lng: 116.19, lat: 39.91 }],
  ['70°30′W 33°27′S', { lng: -70.5, lat: -33.45 }],
  ['116°61′E 39°54′N', undefined],
  ['116.2E 39.9E', undefined],
  ['116.2, 39.9, 3', undefined],
  ['古城大街', undefined],
])('reads %j', (text, point) => {
  expect(pointFrom(text)).toEqual(point && { lng: expect.closeTo(point.lng, 9), lat: expect.closeTo(point.lat, 9) });
});

it('writes what it reads', () => {
  expect(pointFrom(pointText({ lng: 116.2201234, lat: 39.9 }))).toEqual({ lng: 116.220123, lat: 39.9 });
});

it('tells metres of a plane from degrees', () => {
  expect(planeFrom('501234.5, 305678.9')).toEqual({ lng: 501234.5, lat: 305678.9 });
  expect(planeFrom('39501234 4420000')).toEqual({ lng: 39501234, lat: 4420000 });
  for (const text of ['116.2, 39.9', '501234', '12345678901', '古城 12, 13', '500, 600, 700'])
    expect(planeFrom(text)).toBeUndefined();
});
