import { capability } from '../../foundation/api/define.ts';
import { allOf, registerOperations } from '../../foundation/registers/index.ts';
import { roads } from './road.register.ts';
import { ROAD_GRAPH, roadEdges, roadNodes } from './road-graph.register.ts';

/** 道路, and the graph of nodes and edges that ways are found on. */
export const roadRegister = capability({
  name: 'roads',
  label: { zh: '道路', en: 'Roads' },
  roadGraphs: [ROAD_GRAPH],
  ...allOf(
    registerOperations(roads),
    registerOperations(roadNodes, { without: ['merge', 'unmerge', 'duplicates'] }),
    registerOperations(roadEdges, { without: ['merge', 'unmerge', 'duplicates'] }),
  ),
});
