import { definePermission } from '../../identity/define.ts';

/** The catalogue as the map shows it; each entry says besides for which posts and units it is. */
export const lookAtLayers = definePermission('catalogue_layer.look', {
  label: { zh: '使用目录图层', en: 'Use the layers of the catalogue' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    department_officer: 'all',
    street_chief: 'all',
    street_officer: 'all',
    community_worker: 'all',
    grid_worker: 'all',
    team_leader: 'all',
    wall: 'all',
  },
});

/** Features of a layer that shows each area its own. */
export const seeFeatures = definePermission('layer_feature.read', {
  label: { zh: '查看图层要素', en: 'See features of layers' },
  granted: {
    duty_leader: 'all',
    duty_officer: 'all',
    commander: 'all',
    department_officer: 'all',
    street_chief: 'area',
    street_officer: 'area',
    community_worker: 'area',
    grid_worker: 'area',
    team_leader: 'area',
    wall: 'all',
  },
});

/** What lies beneath every map is one for all: whoever leads or keeps the duty room says what. */
export const chooseBase = definePermission('base_map.choose', {
  label: { zh: '设置底图', en: 'Choose the base map' },
  granted: { duty_leader: 'all', duty_officer: 'all' },
});
