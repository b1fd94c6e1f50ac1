import { expect, it } from 'vitest';
import { fittingZoom, printAddress, SHEETS, scaleOf, scaleText, zoomOf } from './print.rules.ts';

it('knows the scale of a sheet, and the zoom of a scale', () => {
  // 215 mm at 1:10,000 are 2,150 m.
  const lat = 39.9;
  const wide = 2150 / (111_319.49 * Math.cos((lat * Math.PI) / 180));
  const extent = { west: 116, east: 116 + wide, south: lat - 0.0001, north: lat + 0.0001 };
  expect(scaleOf(extent, 'a4') / 10_000).toBeCloseTo(1, 2);
  expect(fittingZoom(extent, 'a4')).toBeCloseTo(zoomOf(10_000, lat), 3);
  expect(scaleText(25_437)).toBe('1:25,400');
  expect(scaleText(1998)).toBe('1:2,000');
});

it('shows all of what was in sight, whichever side is the longer', () => {
  const { width, height } = SHEETS.a4;
  const tall = { west: 116, east: 116.01, south: 39.9, north: 40 };
  const zoom = fittingZoom(tall, 'a4');
  const flat = fittingZoom({ ...tall, north: 39.9 + 0.1 * (height / width) * 0.01 }, 'a4');
  expect(flat).toBeGreaterThan(zoom);
  const address = new URL(printAddress({ on: 'experts', within: '116,40,500', table: 'yes' }, tall), 'http://map');
  expect(Object.fromEntries(address.searchParams)).toEqual({
    on: 'experts',
    within: '116,40,500',
    at: `116.00500,39.95000,${zoom.toFixed(2)}`,
  });
});
