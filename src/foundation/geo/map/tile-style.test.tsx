import { expect, it } from 'vitest';
import { BASE_DRAWINGS, type PictureJson } from '../layers/picture-layer.ts';
import { type LayerJson, MOST_PICTURE_DRAWINGS, MOST_SHOWN } from './layer-look.rules.ts';
import { groundLayers, shownLayers } from './picture-style.part.tsx';
import { tileStyle } from './tile-style.part.tsx';

/** Ground, borders and names of the district, what is being drawn, and what lies within reach. */
const BESIDES = 9;
const colour = () => '#000';

const picture = (id: string, more: Partial<PictureJson> = {}): PictureJson => ({
  id,
  name: id,
  kind: 'raster',
  minZoom: 0,
  maxZoom: 18,
  opacity: null,
  colour: null,
  width: null,
  labelField: null,
  attribution: null,
  origin: null,
  tileLayer: null,
  schema: null,
  drawings: 1,
  edition: '1',
  ...more,
});

it('keeps at most forty drawings alive, whatever is switched on', () => {
  const all = (['point', 'line', 'area'] as const).flatMap((geometry) =>
    Array.from(
      { length: MOST_SHOWN },
      (_, index): LayerJson => ({
        id: `${geometry}${index}`,
        register: geometry,
        label: { zh: '层', en: 'Layer' },
        geometry,
        shape: 'circle',
        colourBy: null,
        count: 1,
      }),
    ),
  );
  for (const geometry of ['point', 'line', 'area'] as const) {
    const shown = all.filter((layer) => layer.geometry === geometry);
    const drawings = tileStyle({ shown, all, revision: 0 }, () => '#000', ['serif']);
    for (const schema of ['protomaps', 'openmaptiles'] as const) {
      const base = [picture('base', { kind: 'vector', schema })];
      const most = Array.from({ length: MOST_PICTURE_DRAWINGS }, (_, index) => picture(`${index}`));
      const files = [1, 2, 3].map((id) => picture(`file ${id}`, { kind: 'vector', tileLayer: 'a', labelField: 'b' }));
      const whole = picture('whole', { kind: 'vector', schema, drawings: BASE_DRAWINGS });
      for (const pictures of [most, files, [whole, ...most.slice(BASE_DRAWINGS)]]) {
        const ground = groundLayers({ own: [], base, shown: pictures }, colour, ['serif']);
        const others = [...ground, ...shownLayers({ own: [], base, shown: pictures }, colour, ['serif'])];
        expect(ground.length).toBeLessThanOrEqual(BASE_DRAWINGS);
        expect(drawings.length + others.length + BESIDES).toBeLessThanOrEqual(40);
        expect(new Set(others.map(({ id }) => id)).size).toBe(others.length);
      }
    }
    expect(new Set(drawings.map(({ id }) => id)).size).toBe(drawings.length);
  }
  const order = tileStyle({ shown: all, all, revision: 0 }, () => '#000', ['serif']).map(({ id }) => id);
  expect(order.findIndex((id) => id.includes('area'))).toBeLessThan(order.findIndex((id) => id.includes('line line')));
  expect(order.findIndex((id) => id.includes('line line'))).toBeLessThan(
    order.findIndex((id) => id.includes('glyphs')),
  );
});
