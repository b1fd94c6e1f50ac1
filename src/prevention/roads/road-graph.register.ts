import { defineRoadGraph } from '../../foundation/geo/define.ts';
import { defineFaces, defineRegister } from '../../foundation/registers/define.ts';
import { boolean, decimal } from '../../foundation/registers/types/number.type.ts';
import { place } from '../../foundation/registers/types/place.type.ts';
import { reference } from '../../foundation/registers/types/reference.type.ts';
import { line } from '../../foundation/registers/types/shape.type.ts';
import { text } from '../../foundation/registers/types/text.type.ts';
import { ROAD_KEEPERS, ROAD_READERS } from './road-rights.rules.ts';

const code = (zh: string, en: string) => text({ label: { zh, en }, required: true, max: 40 });

/** 路网节点: where one may turn. The graph is imported whole from a source that names its nodes. */
export const roadNode = defineRegister('road_node', {
  plural: 'roadNodes',
  label: { zh: '路网节点', en: 'Road node' },
  purpose: { zh: '路径规划', en: 'Finding ways' },
  fields: {
    nodeCode: code('节点编号', 'Node'),
    at: place({ label: { zh: '位置', en: 'Place' }, required: true }),
    isClosed: boolean({ label: { zh: '暂不通行', en: 'Closed' } }),
  },
  title: 'nodeCode',
  list: ['nodeCode', 'isClosed'],
});

/**
 * 路段: the way from one node to the next. It carries a length and nothing that says how fast one goes, so that minutes are
 * always reckoned from one speed that somebody set. Nodes are named by their codes: a file of edges stands beside one of nodes.
 */
export const roadEdge = defineRegister('road_edge', {
  plural: 'roadEdges',
  label: { zh: '路段', en: 'Road edge' },
  purpose: { zh: '路径规划', en: 'Finding ways' },
  fields: {
    edgeCode: code('路段编号', 'Edge'),
    fromNode: code('起点节点', 'From node'),
    toNode: code('终点节点', 'To node'),
    length: decimal({
      label: { zh: '长度', en: 'Length' },
      unit: { zh: 'm', en: 'm' },
      required: true,
      min: 0.1,
      max: 200_000,
    }),
    isOneWay: boolean({ label: { zh: '单向', en: 'One way' } }),
    isClosed: boolean({ label: { zh: '暂不通行', en: 'Closed' } }),
    roadId: reference({ label: { zh: '所属道路', en: 'Road' }, to: 'road' }),
    course: line({ label: { zh: '走向', en: 'Course' } }),
  },
  title: 'edgeCode',
  list: ['edgeCode', 'fromNode', 'toNode', 'length', 'isOneWay', 'isClosed', 'roadId'],
});

/** What the map finds ways on. */
export const ROAD_GRAPH = defineRoadGraph({
  nodes: roadNode,
  edges: roadEdge,
  node: { code: 'nodeCode', at: 'at', isClosed: 'isClosed' },
  edge: {
    from: 'fromNode',
    to: 'toNode',
    length: 'length',
    isOneWay: 'isOneWay',
    isClosed: 'isClosed',
    course: 'course',
  },
});

const ITSELF = { zh: '起点与终点不能是同一节点', en: 'must differ from the node it begins at' };

export const roadNodes = defineFaces(roadNode, {
  isBackground: true,
  read: ROAD_READERS,
  keep: ROAD_KEEPERS,
  sections: [{ title: { zh: '节点', en: 'Node' }, fields: ['nodeCode', 'at', 'isClosed'] }],
  filters: ['isClosed'],
  search: ['nodeCode'],
  keys: ['nodeCode'],
});

export const roadEdges = defineFaces(roadEdge, {
  isBackground: true,
  read: ROAD_READERS,
  keep: ROAD_KEEPERS,
  sections: [
    {
      title: { zh: '路段', en: 'Edge' },
      fields: ['edgeCode', 'fromNode', 'toNode', 'length', 'isOneWay', 'isClosed', 'roadId', 'course'],
    },
  ],
  filters: ['roadId', 'isClosed', 'isOneWay', 'length'],
  search: ['edgeCode', 'fromNode', 'toNode'],
  keys: ['edgeCode'],
  check: ({ fromNode, toNode }) => (fromNode === toNode ? { field: 'toNode', reason: ITSELF } : undefined),
});
