import type { Catalogue } from '../../api/index.ts';
import { type Layer, layersOf } from '../layer.rules.ts';
import { nameable } from './judge-layer.ts';

/** A layer of the catalogue as its register takes it. */
export interface ThematicLayer {
  readonly name: string;
  readonly folder: string;
  readonly sourceKind: 'register';
  readonly sourceLayer: string;
  readonly filterField: string;
  readonly filterValues: readonly string[];
  readonly filterArea?: string;
  readonly colour: string;
}

/** Registers on the map that have a list of values to part them by. */
export const partedLayers = (catalogue: Catalogue): Layer[] =>
  [...layersOf(catalogue).values()].filter((layer) => layer.isMain && nameable(layer, 'classField').length > 0);

/**
 * What a district begins its catalogue with: for every choice of a register's list one layer for each value, of the whole district
 * and of each of the areas that are given. What runs through several areas, as lines and outlines do, is parted by none.
 */
export function thematicLayers(
  layer: Layer,
  areas: readonly { readonly code: string; readonly name: string }[] = [],
): ThematicLayer[] {
  return nameable(layer, 'classField').flatMap((field) => {
    const { label, options = [] } = layer.register.fields[field] ?? {};
    const of = (area?: { code: string; name: string }) =>
      options.map(
        (option, index): ThematicLayer => ({
          name: area ? `${option.label.zh}（${area.name}）` : option.label.zh,
          folder: [layer.label.zh, `按${label?.zh}`, ...(area ? ['分街道', area.name] : [])].join('/'),
          sourceKind: 'register',
          sourceLayer: layer.id,
          filterField: field,
          filterValues: [option.id],
          ...(area ? { filterArea: area.code } : {}),
          colour: String((index % 8) + 1),
        }),
      );
    return [...of(), ...(layer.geometry === 'point' ? areas.flatMap(of) : [])];
  });
}
