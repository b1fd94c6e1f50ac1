import type { Catalogue } from '../../api/index.ts';
import { layersOf } from '../layer.rules.ts';
import { nameable } from './judge-layer.ts';

/** A layer of the catalogue as `catalogueLayers.register` takes it. */
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

/**
 * What a district begins its catalogue with: for every register on the map and every choice of its list one layer for each value,
 * of the whole district or of one of the areas that are given.
 */
export function thematicLayers(
  catalogue: Catalogue,
  areas: readonly { readonly code: string; readonly name: string }[] = [],
): ThematicLayer[] {
  return [...layersOf(catalogue).values()].flatMap((layer) => {
    if (!layer.isMain) return [];
    return nameable(layer, 'classField').flatMap((field) => {
      const { label, options = [] } = layer.register.fields[field] ?? {};
      const of = (area?: { code: string; name: string }) =>
        options.map(
          (option, index): ThematicLayer => ({
            name: area ? `${option.label.zh}（${area.name}）` : option.label.zh,
            folder: [layer.label.zh, `按${label?.zh}`, ...(area ? ['分街道'] : [])].join('/'),
            sourceKind: 'register',
            sourceLayer: layer.id,
            filterField: field,
            filterValues: [option.id],
            ...(area ? { filterArea: area.code } : {}),
            colour: String((index % 8) + 1),
          }),
        );
      return [...of(), ...areas.flatMap(of)];
    });
  });
}
