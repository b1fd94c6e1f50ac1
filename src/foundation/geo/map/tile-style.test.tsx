import { expect, it } from 'vitest';
import { type LayerJson, MOST_SHOWN } from './layer-look.rules.ts';
import { tileStyle } from './tile-style.part.tsx';

/** Ground, borders and names of the district, and what is being drawn. */
const BESIDES = 7;

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
    expect(drawings.length + BESIDES).toBeLessThanOrEqual(40);
    expect(new Set(drawings.map(({ id }) => id)).size).toBe(drawings.length);
  }
  const order = tileStyle({ shown: all, all, revision: 0 }, () => '#000', ['serif']).map(({ id }) => id);
  expect(order.findIndex((id) => id.includes('area'))).toBeLessThan(order.findIndex((id) => id.includes('line line')));
  expect(order.findIndex((id) => id.includes('line line'))).toBeLessThan(
    order.findIndex((id) => id.includes('glyphs')),
  );
});
