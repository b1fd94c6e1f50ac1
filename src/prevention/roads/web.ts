import { webContribution } from '../../foundation/design-system/web.ts';
import { childRecords, registerScreens } from '../../foundation/registers/web.ts';

const edges = async () => (await import('./road-graph.register.ts')).roadEdges;

/** 道路 in the browser; the graph is reached from a road, from its map layers and from the import. */
export const roadsWeb = webContribution({
  name: 'roads',
  screens: [
    ...registerScreens('/roads', {
      title: { zh: '道路', en: 'Roads' },
      name: 'road',
      menu: { group: 'district', order: 50 },
      load: async () => (await import('./road.register.ts')).roads,
    }),
    ...registerScreens('/road-nodes', {
      title: { zh: '路网节点', en: 'Road nodes' },
      name: 'road_node',
      without: ['merge', 'duplicates'],
      load: async () => (await import('./road-graph.register.ts')).roadNodes,
    }),
    ...registerScreens('/road-edges', {
      title: { zh: '路段', en: 'Road edges' },
      name: 'road_edge',
      without: ['merge', 'duplicates'],
      load: edges,
    }),
  ],
  parts: [childRecords('road', { of: 'roadId', path: '/road-edges', title: { zh: '路段', en: 'Edges' }, load: edges })],
});
