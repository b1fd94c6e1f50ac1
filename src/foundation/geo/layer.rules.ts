import { kebabCase } from '../../kernel/names.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import type { Catalogue } from '../api/index.ts';
import { type Permission, SIGNED_IN } from '../identity/define.ts';
import { transitionsFrom } from '../lifecycle/define.ts';
import { type FieldType, placeOf, type RegisterDefinition } from '../registers/define.ts';

export type LayerGeometry = 'point' | 'line' | 'area';

/** A register as a layer of the map, of tiles and of the feature service: one description for all three. */
export interface Layer {
  /** The register's plural in kebab case: what addresses call it. */
  readonly id: string;
  readonly register: RegisterDefinition;
  /** What it is called: the register, or what of it is drawn beside its place. */
  readonly label: Phrase;
  /** The register's own place; a further shape, such as what a camera sees, is met through it. */
  readonly isMain: boolean;
  readonly read: Permission;
  readonly place: string;
  readonly geometry: LayerGeometry;
  /** The field that names a record; undefined where that would be personal or an id: the number names it then. */
  readonly title: string | undefined;
  readonly colourBy: string | undefined;
  /** Fields that may leave with a feature: those of the list that are neither sealed nor shapes. */
  readonly properties: readonly string[];
  /** States of records that stand on the map; undefined: all. What has ended is looked up, not shown. */
  readonly states: readonly string[] | undefined;
  /** Narrowed to these: what makes a thematic layer of the catalogue of a register's own. */
  readonly only?: readonly Narrowing[];
  /** Its attributes lie together in one column, as a file brought them. */
  readonly isLoose?: boolean;
  /** Names the state of the entry of the catalogue that makes it: two looks of it are two layers to a cache. */
  readonly edition?: string;
}

export interface Narrowing {
  /** A field of the register, or `areaCode`, of which the beginning counts. */
  readonly field: string;
  readonly values: readonly string[];
}

/** A catalogue never changes, and a tree of three thousand entries asks for each of them. */
const known = new WeakMap<Catalogue, ReadonlyMap<string, Layer>>();

/** Every register with a spatial column that somebody has a right to read, by its id. */
export function layersOf(catalogue: Catalogue): ReadonlyMap<string, Layer> {
  const layers = known.get(catalogue) ?? readLayers(catalogue);
  known.set(catalogue, layers);
  return layers;
}

function readLayers(catalogue: Catalogue): ReadonlyMap<string, Layer> {
  const layers = new Map<string, Layer>();
  for (const register of catalogue.registers.values()) {
    const main = layerOf(register, catalogue);
    if (!main) continue;
    layers.set(main.id, main);
    for (const place of register.map?.also ?? []) {
      const further = furtherOf(main, place);
      if (further) layers.set(further.id, further);
    }
  }
  return layers;
}

/** One more shape of the same records, under an id of its own. */
function furtherOf(main: Layer, place: string): Layer | undefined {
  const field = main.register.fields[place];
  const geometry = geometryOf(field);
  if (!field || !geometry) return undefined;
  const [whole, part] = [main.register.label, field.label];
  return {
    ...main,
    id: `${main.id}-${kebabCase(place)}`,
    label: { zh: `${whole.zh}·${part.zh}`, en: `${whole.en}: ${part.en.toLowerCase()}` },
    isMain: false,
    place,
    geometry,
  };
}

function layerOf(register: RegisterDefinition, catalogue: Catalogue): Layer | undefined {
  const { fields, map = {}, plural } = register;
  const read = register.isPublicInside ? SIGNED_IN : catalogue.permissions.get(`${register.name}.read`);
  const place = placeOf(register);
  const geometry = geometryOf(fields[place ?? '']);
  if (!read || !place || !geometry) return undefined;
  const { title } = register;
  return {
    id: kebabCase(plural),
    register,
    label: register.label,
    isMain: true,
    read,
    place,
    geometry,
    title: isPlain(fields[title]) ? title : undefined,
    colourBy: map.colourBy && isPlain(fields[map.colourBy]) ? map.colourBy : undefined,
    properties: register.list.filter((name) => !fields[name]?.personal && !fields[name]?.stored),
    states: statesOf(register, catalogue),
  };
}

const isPlain = (field: FieldType | undefined) =>
  field !== undefined && !field.personal && !field.refersTo && !field.stored;

const GEOMETRIES: Readonly<Record<string, LayerGeometry>> = { Point: 'point', LineString: 'line', Polygon: 'area' };

/** What a field draws, by its column: `geometry(MultiPolygon, 4490)` is an area. */
export function geometryOf(field: FieldType | undefined): LayerGeometry | undefined {
  const [, shape] = field?.column.match(/^geometry\((?:Multi)?(\w+)/) ?? [];
  return shape ? GEOMETRIES[shape] : undefined;
}

function statesOf(register: RegisterDefinition, { lifecycles }: Catalogue): string[] | undefined {
  const lifecycle = lifecycles.get(register.name);
  if (!lifecycle) return undefined;
  // A withdrawn record may come back; until then it is off the map.
  const open = Object.keys(lifecycle.states).filter(
    (state) => state !== 'withdrawn' && transitionsFrom(lifecycle, state).length > 0,
  );
  return open.length > 0 ? open : undefined;
}
