import { type RawBuilder, sql } from 'kysely';
import { isId } from '../../../kernel/ids.ts';
import { problem } from '../../../kernel/problems.ts';
import type { ReadContext } from '../../api/context.ts';
import type { Catalogue } from '../../api/index.ts';
import type { Viewer } from '../../identity/define.ts';
import { type Layer, layersOf, type Narrowing } from '../layer.rules.ts';
import { readable } from '../tiles/readable.ts';
import { catalogueLayer } from './catalogue-layer.register.ts';
import { lookAtLayers, seeFeatures } from './layer.permissions.ts';
import { layerFeature } from './layer-feature.register.ts';
import type { SourceKind } from './layer-source.rules.ts';
import type { Service } from './service-address.rules.ts';
import type { TileFacts } from './tile-facts.rules.ts';

/** An entry of the catalogue as far as drawing needs it. */
export interface LayerEntry extends Service {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly name: string;
  readonly folder: string;
  readonly sourceKind: SourceKind;
  readonly sourceLayer: string | null;
  readonly filterField: string | null;
  readonly filterValues: readonly string[];
  readonly filterArea: string | null;
  readonly geometry: Layer['geometry'] | null;
  readonly attributes: readonly string[] | null;
  readonly featureReach: 'all' | 'area' | null;
  readonly colour: string | null;
  readonly shape: 'circle' | 'triangle' | 'diamond' | 'square' | null;
  readonly width: number | null;
  readonly opacity: number | null;
  readonly labelField: string | null;
  readonly classField: string | null;
  readonly seenByRoles: readonly string[];
  readonly seenByUnitPath: string | null;
  readonly providedBy: string | null;
  readonly dataDay: string | null;
  readonly attribution: string | null;
  readonly minZoom: number | null;
  readonly maxZoom: number | null;
  readonly tileFile: readonly string[];
  readonly tileFacts: TileFacts | null;
  readonly tileLayer: string | null;
}

const COLUMNS = sql.raw(
  `c.id, c.version, c.state, c.name, c.folder, c.source_kind, c.source_layer, c.filter_field, c.filter_values, c.filter_area,
  c.geometry, c.attributes, c.feature_reach, c.colour, c.shape, c.width, c.opacity, c.label_field, c.class_field, c.seen_by_roles,
  c.service_kind, c.service_address, c.service_layer, c.service_style, c.service_matrix_set, c.service_format, c.service_system,
  c.tianditu_layer, c.key_name, c.min_zoom, c.max_zoom, c.attribution, c.tile_file, c.tile_facts, c.tile_layer, c.provided_by,
  c.data_day::text as data_day,
  (select path from unit where unit.id = c.seen_by_unit_id) as seen_by_unit_path`,
);

/** Entries on the map by a condition over `c`, whoever they are for; ask `isFor` of each. */
export async function entriesWhere(ctx: ReadContext, where: RawBuilder<unknown>): Promise<LayerEntry[]> {
  return ctx.rows<LayerEntry>(sql`select ${COLUMNS} from ${ctx.visible(catalogueLayer, lookAtLayers)} c
    where c.state = 'active' and ${where} order by c.folder, c.name, c.id`);
}

/** Is the entry for one of the posts, in one of the units, that the viewer has? */
export function isFor({ seenByRoles, seenByUnitPath }: LayerEntry, { hats, isSystem }: Viewer): boolean {
  if (isSystem) return true;
  return hats.some(
    ({ role, unit }) =>
      role in lookAtLayers.granted &&
      (seenByRoles.length === 0 || seenByRoles.includes(role)) &&
      (seenByUnitPath === null || unit.path.startsWith(seenByUnitPath)),
  );
}

/** An entry that the viewer may see. @throws `record.unknown` */
export async function entryFor(ctx: ReadContext, id: string): Promise<LayerEntry> {
  const [entry] = isId(id) && ctx.holds(lookAtLayers) ? await entriesWhere(ctx, sql`c.id = ${id}`) : [];
  if (!entry || !isFor(entry, ctx.viewer)) throw problem('record.unknown');
  return entry;
}

/** The layer by its id, a register's or an entry's of the catalogue, as far as the viewer may read it. @throws `record.unknown` */
export async function layerFor(ctx: ReadContext, id: string): Promise<Layer> {
  const layer = isId(id) ? layerOfEntry(ctx.catalogue, await entryFor(ctx, id)) : layersOf(ctx.catalogue).get(id);
  return readable(layer, ctx.viewer);
}

/** What an entry draws of records; undefined where its register is no longer there. */
export function layerOfEntry(catalogue: Catalogue, entry: LayerEntry): Layer | undefined {
  const { id, name, labelField, classField, version } = entry;
  const common = { id, label: { zh: name, en: name }, isMain: true, edition: `${version}` };
  if (entry.sourceKind === 'features') {
    return {
      ...common,
      register: layerFeature,
      read: entry.featureReach === 'area' ? seeFeatures : lookAtLayers,
      place: 'outline',
      geometry: entry.geometry ?? 'point',
      title: labelField ?? undefined,
      colourBy: classField ?? undefined,
      properties: entry.attributes ?? [],
      states: ['active'],
      only: [{ field: 'layerId', values: [id] }],
      isLoose: true,
    };
  }
  const base = layersOf(catalogue).get(entry.sourceLayer ?? '');
  if (entry.sourceKind !== 'register' || !base) return undefined;
  return {
    ...base,
    ...common,
    title: labelField ?? base.title,
    colourBy: classField ?? undefined,
    only: narrowings(entry),
  };
}

function narrowings({ filterField, filterValues, filterArea }: LayerEntry): Narrowing[] {
  return [
    ...(filterField ? [{ field: filterField, values: filterValues }] : []),
    ...(filterArea ? [{ field: 'areaCode', values: [filterArea] }] : []),
  ];
}
