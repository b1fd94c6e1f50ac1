import { lengthOf } from '../../foundation/geo/define.ts';
import { schematicLines } from '../schematic-map.ts';

const LINES = schematicLines.features.filter(({ properties: { kind } }) => kind === 'main_road' || kind === 'street');
const place = ([lng, lat]: readonly [number, number]) => ({ lng, lat });
const keyOf = (corner: readonly [number, number]) => corner.join(' ');

/** Roads as the schematic map draws them; never to be measured on. */
export const demoRoads = () =>
  LINES.map(({ geometry: { coordinates }, properties: { name, kind } }) => ({
    name,
    roadClass: kind === 'main_road' ? 'arterial' : 'secondary',
    course: coordinates,
    width: kind === 'main_road' ? 40 : 24,
    lanes: kind === 'main_road' ? 6 : 4,
    clearance: name === '莲石路' ? 4.5 : null,
    isEmergencyRoute: kind === 'main_road',
  }));

/** The same roads as a graph: a node at every corner, an edge from one to the next. */
export function demoRoadGraph() {
  const nodes = new Map<string, { nodeCode: string; at: { lng: number; lat: number }; isClosed: false }>();
  for (const corner of LINES.flatMap(({ geometry }) => geometry.coordinates)) {
    const nodeCode = `N${String(nodes.size + 1).padStart(4, '0')}`;
    if (!nodes.has(keyOf(corner))) nodes.set(keyOf(corner), { nodeCode, at: place(corner), isClosed: false });
  }
  const edges = LINES.flatMap(({ id, geometry: { coordinates }, properties: { name } }) =>
    coordinates.slice(1).map((to, index) => {
      const from = coordinates[index] ?? to;
      return {
        roadName: name,
        edge: {
          edgeCode: `${id}-${index + 1}`,
          fromNode: nodes.get(keyOf(from))?.nodeCode,
          toNode: nodes.get(keyOf(to))?.nodeCode,
          length: Math.round(lengthOf([place(from), place(to)])),
          isOneWay: false,
          isClosed: false,
          course: [from, to],
        },
      };
    }),
  );
  return { nodes: [...nodes.values()], edges };
}
