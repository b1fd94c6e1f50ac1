import type { RegisterDefinition } from '../../registers/define.ts';

/** Which registers hold the road graph, and by which of their fields. Edges name their nodes by code and carry a length in metres. */
export interface RoadGraphDefinition {
  readonly nodes: RegisterDefinition;
  readonly edges: RegisterDefinition;
  readonly node: { readonly code: string; readonly at: string; readonly isClosed: string };
  readonly edge: {
    readonly from: string;
    readonly to: string;
    /** Metres. */
    readonly length: string;
    readonly isOneWay: string;
    readonly isClosed: string;
    /** The line on the ground; straight from node to node where a record has none. */
    readonly course: string;
  };
}

export const defineRoadGraph = (definition: RoadGraphDefinition): RoadGraphDefinition => definition;

/** What keeps ways from being found: two graphs, or a field that its register does not have. */
export function faultsOfRoadGraphs(graphs: readonly RoadGraphDefinition[]): string[] {
  const missing = graphs.flatMap(({ nodes, edges, node, edge }) => [
    ...Object.values(node).flatMap((name) => (nodes.fields[name] ? [] : [`${nodes.name}: has no field ${name}`])),
    ...Object.values(edge).flatMap((name) => (edges.fields[name] ? [] : [`${edges.name}: has no field ${name}`])),
  ]);
  return [
    ...missing.map((fault) => `road graph: ${fault}`),
    ...(graphs.length > 1 ? ['road graph: declared twice'] : []),
  ];
}
