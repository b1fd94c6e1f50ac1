import { expect, it } from 'vitest';
import { toCgcs2000 } from '../coordinates.rules.ts';
import { shiftedTiles } from '../sources/shifted.rules.ts';
import { pictureAddress, type Service } from './service-address.rules.ts';

const TILE = { z: 12, x: 3370, y: 1553 };
const service = (more: Partial<Service>): Service => ({
  serviceKind: 'xyz',
  serviceAddress: null,
  serviceLayer: null,
  serviceStyle: null,
  serviceMatrixSet: null,
  serviceFormat: null,
  serviceSystem: null,
  tiandituLayer: null,
  keyName: null,
  ...more,
});
const address = (more: Partial<Service>, key?: string) =>
  decodeURIComponent(pictureAddress(service(more), TILE, key).href);

it('asks 天地图 as it is documented', () => {
  expect(address({ serviceKind: 'tianditu', tiandituLayer: 'img' }, 'abc')).toBe(
    'https://t3.tianditu.gov.cn/img_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=img&STYLE=default' +
      '&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX=12&TILEROW=1553&TILECOL=3370&tk=abc',
  );
});

it('fills the templates of XYZ and of WMTS by path', () => {
  expect(address({ serviceAddress: 'http://m{a-c}.example/{z}/{x}/{-y}.png?k={key}' }, 'a b')).toBe(
    'http://ma.example/12/3370/2542.png?k=a b',
  );
  const serviceAddress = 'http://m.example/wmts/{layer}/{style}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png';
  expect(address({ serviceKind: 'wmts', serviceAddress, serviceLayer: 'roads', serviceMatrixSet: 'GoogleMaps' })).toBe(
    'http://m.example/wmts/roads/default/GoogleMaps/12/1553/3370.png',
  );
});

it('asks a WMS in metres longitude first, in degrees as its version orders them', () => {
  const wms = { serviceKind: 'wms', serviceAddress: 'http://m.example/ows?map=a', serviceLayer: 'roads' } as const;
  const query = (more: Partial<Service>) => pictureAddress(service({ ...wms, ...more }), TILE).searchParams;
  const metres = query({});
  expect([metres.get('map'), metres.get('CRS'), metres.get('VERSION')]).toEqual(['a', 'EPSG:3857', '1.3.0']);
  const [west = 0, south = 0, east = 0] = (metres.get('BBOX') ?? '').split(',').map(Number);
  expect([Math.round(west), Math.round(south), Math.round(east - west)]).toEqual([12934368, 4833266, 9784]);
  const degrees = (query({ serviceSystem: 'cgcs2000' }).get('BBOX') ?? '').split(',').map(Number);
  expect(degrees.map((one) => one.toFixed(2))).toEqual(['39.77', '116.19', '39.84', '116.28']);
  const old = query({ serviceSystem: 'wgs84', serviceAddress: 'http://m.example/ows?version=1.1.1' });
  expect([old.get('SRS'), old.get('CRS'), old.get('BBOX')?.slice(0, 6)]).toEqual(['EPSG:4326', null, '116.19']);
});

it('finds the squares of GCJ-02 under ours: within half a pixel of what coordinates say', () => {
  for (const z of [10, 14, 17]) {
    const [lng, lat] = [116.2, 39.91];
    const at = (x: number, y: number) => {
      const world = 256 * 2 ** z;
      const n = Math.PI - (2 * Math.PI * y) / world;
      return { lng: (x / world) * 360 - 180, lat: (Math.atan(Math.sinh(n)) * 180) / Math.PI };
    };
    const world = 2 ** z;
    const share = Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI;
    const tile = { z, x: Math.floor(((lng + 180) / 360) * world), y: Math.floor(((1 - share) / 2) * world) };
    const { tiles, left, top } = shiftedTiles(tile);
    const [first] = tiles as [typeof tile];
    for (const [dx, dy] of [
      [128, 128],
      [0, 0],
      [255, 255],
    ] as const) {
      // The pixel of theirs that we show at (dx, dy), taken back to CGCS2000, is where ours lies.
      const theirs = toCgcs2000(at(first.x * 256 + left + dx, first.y * 256 + top + dy), 'gcj02');
      const ours = at(tile.x * 256 + dx, tile.y * 256 + dy);
      const pixel = 360 / (256 * world);
      expect(Math.abs(theirs.lng - ours.lng)).toBeLessThan(pixel * 1.1);
      expect(Math.abs(theirs.lat - ours.lat)).toBeLessThan(pixel * 1.1);
    }
  }
});
