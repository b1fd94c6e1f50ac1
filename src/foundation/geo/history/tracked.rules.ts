import type { Catalogue } from '../../api/index.ts';
import type { RegisterDefinition } from '../../registers/define.ts';
import { layersOf } from '../layer.rules.ts';

/** A register of the map whose past is kept: its places, and the plain fields that layers name, colour, narrow and tell by. */
export interface Tracked {
  readonly register: RegisterDefinition;
  readonly places: readonly string[];
  readonly fields: readonly string[];
}

/** Every register that is a layer, with all its shapes. Neither sealed values nor references are kept: they say nothing on a map. */
export function trackedOf(catalogue: Catalogue): ReadonlyMap<string, Tracked> {
  const tracked = new Map<string, Tracked>();
  for (const { register, place } of layersOf(catalogue).values()) {
    const places = [...(tracked.get(register.name)?.places ?? []), place];
    tracked.set(register.name, { register, places, fields: saidFields(register) });
  }
  return tracked;
}

/** Plain fields of the list, title and colour. */
export function saidFields({ fields, title, list, map }: RegisterDefinition): string[] {
  const names = [...new Set([title, ...list, ...(map?.colourBy ? [map.colourBy] : [])])];
  return names.filter((name) => {
    const field = fields[name];
    return field !== undefined && !field.personal && !field.stored && !field.refersTo;
  });
}
