import { expect, it } from 'vitest';
import { colourOf, type LayerJson, shapeOf, viewFrom, viewText } from './layer-look.rules.ts';

const layer = (id: string, more: Partial<LayerJson> = {}): LayerJson => ({
  id,
  register: id,
  label: { zh: id, en: id },
  geometry: 'point',
  shape: 'circle',
  colourBy: null,
  count: 1,
  ...more,
});

it('gives layers without a shape one in turn, and leaves declared ones alone', () => {
  const all = [layer('a'), layer('b'), layer('c', { shape: 'square' }), layer('d')];
  expect(all.map((one) => shapeOf(one, all))).toEqual(['circle', 'triangle', 'square', 'diamond']);
});

it('colours a layer, or the values it is told by', () => {
  const options = ['x', 'y'].map((id) => ({ id, label: { zh: id, en: id } }));
  const all = [layer('a'), layer('b', { colourBy: { label: { zh: '', en: '' }, options } })];
  expect(all.map((one) => colourOf(one, all))).toEqual(['--map-1', '--ink-soft']);
  const told = options.map(({ id }) => colourOf(all[1] as LayerJson, all, id));
  expect(told).toEqual(['--map-1', '--map-2']);
});

it.each(['', '1,2', '1,2,3,4', 'a,b,c', '181,0,3', '0,89,3', '0,0,99', ',,'])('goes nowhere for «%s»', (text) => {
  expect(viewFrom(text)).toBeUndefined();
});

it('reads the view that it wrote', () => {
  expect(viewFrom(viewText({ lng: 116.2, lat: 39.92, zoom: 12.5 }))).toEqual({ lng: 116.2, lat: 39.92, zoom: 12.5 });
});
