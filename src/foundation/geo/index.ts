import { capability } from '../api/define.ts';
import { registerOperations } from '../registers/index.ts';
import { countPlaces } from './counts/keep-counts.job.ts';
import { differences, times } from './history/history.views.ts';
import { baseMap } from './layers/base-map.register.ts';
import { choose } from './layers/base-maps.commands.ts';
import { now } from './layers/base-maps.views.ts';
import { catalogueLayers } from './layers/catalogue-layer.register.ts';
import { draft } from './layers/draft.views.ts';
import { judgeLayer } from './layers/judge-layer.ts';
import { chooseBase, lookAtLayers, seeFeatures } from './layers/layer.permissions.ts';
import { layerFeature } from './layers/layer-feature.register.ts';
import { names, parted, tree } from './layers/layer-tree.views.ts';
import { registerThematic } from './layers/thematic-layers.commands.ts';
import { LOCAL_SYSTEM } from './local-system.rules.ts';
import { card, list, search } from './map-layers.views.ts';
import { records as onTheMap } from './map-records.views.ts';
import { nearest } from './nearest/nearest.views.ts';
import { ROUTING } from './routing/routing.rules.ts';
import { MAP_SOURCE_RULES } from './sources/source.rules.ts';
import { keep } from './surroundings/surroundings.commands.ts';
import { keepSurroundings, readSurroundings } from './surroundings/surroundings.permissions.ts';
import { surroundings } from './surroundings/surroundings.register.ts';
import { around, ofSubject, record, records } from './surroundings/surroundings.views.ts';

export {
  COORDINATE_SYSTEMS,
  type CoordinateSystem,
  convert,
  fromCgcs2000,
  toCgcs2000,
} from './coordinates.rules.ts';
export { checkCounts } from './counts/keep-counts.ts';
export { crossingOf } from './crossing.ts';
export { followPlaces } from './history/follow-places.ts';
export { judgePlaces } from './judge-places.ts';
export { geometryOf, type Layer, layersOf } from './layer.rules.ts';
export { catalogueLayer, catalogueLayers } from './layers/catalogue-layer.register.ts';
export { hiddenFromWall } from './layers/hidden-from-wall.ts';
export { layerFeature } from './layers/layer-feature.register.ts';
export { parted } from './layers/layer-tree.views.ts';
export { registerThematic } from './layers/thematic-layers.commands.ts';
export { partedLayers } from './layers/thematic-layers.ts';
export { LOCAL_SYSTEM } from './local-system.rules.ts';
export { areaOf, bufferOf, lengthOf } from './measure.rules.ts';
export { type NearAsked, type NearRecord, nearestOf, standingPoint, unitNames } from './nearest/nearest.ts';
export { ogcRoutes } from './ogc/ogc.routes.ts';
export { judgeSystem, type Reading, type Sample, type Verdict } from './plausibility.rules.ts';
export { type WayThere, waysTo } from './routing/ways.ts';
export { declaredBy, OF_THE_FILE, type SourceSystem, sourceSystems } from './source-systems.rules.ts';
export { judgeArchive } from './sources/judge-archive.ts';
export { pyramids } from './sources/pyramids.ts';
export type { Outside } from './sources/service-pictures.ts';
export { type Origin, originOf } from './surroundings/origin.ts';
export { surroundingsRoutes } from './surroundings/surroundings.routes.ts';
export { tileRoutes } from './tiles/tiles.routes.ts';

const catalogue = registerOperations(catalogueLayers, {
  judge: judgeLayer,
  without: ['merge', 'unmerge', 'duplicates'],
});

export const geo = capability({
  name: 'geo',
  label: { zh: '一张图', en: 'One map' },
  ruleSets: [LOCAL_SYSTEM, ROUTING, MAP_SOURCE_RULES],
  ...catalogue,
  registers: [...catalogue.registers, layerFeature, baseMap, surroundings],
  permissions: [...catalogue.permissions, lookAtLayers, seeFeatures, chooseBase, readSurroundings, keepSurroundings],
  views: [
    ...catalogue.views,
    list,
    card,
    search,
    onTheMap,
    times,
    differences,
    nearest,
    tree,
    names,
    parted,
    draft,
    now,
    around,
    records,
    ofSubject,
    record,
  ],
  commands: [...catalogue.commands, registerThematic, choose, keep],
  jobs: [countPlaces],
});
