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

type Corner = readonly [number, number];

/** Where two stretches cross, away from their ends; undefined where they do not. Seven places are a centimetre. */
function crossing([a, b]: readonly [Corner, Corner], [c, d]: readonly [Corner, Corner]): Corner | undefined {
  const across = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
  if (across === 0) return undefined;
  const along = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / across;
  const beside = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / across;
  if (along < 0 || along > 1 || beside < 0 || beside > 1) return undefined;
  return [round(a[0] + along * (b[0] - a[0])), round(a[1] + along * (b[1] - a[1]))];
}

const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
const STRETCHES = LINES.map(({ geometry: { coordinates } }) =>
  coordinates.slice(1).map((to, index) => [coordinates[index] ?? to, to] as const),
);

/** The corners of a road with those where it crosses another: one turns there. */
function cornersOf(line: number): Corner[] {
  const own = STRETCHES[line] ?? [];
  const others = STRETCHES.filter((_, index) => index !== line).flat();
  const corners = own.flatMap((stretch) => {
    const [from, to] = stretch;
    const away = ([lng, lat]: Corner) => Math.abs(lng - from[0]) + Math.abs(lat - from[1]);
    const met = others.map((other) => crossing(stretch, other)).filter((corner) => corner !== undefined);
    return [from, ...met.toSorted((one, other) => away(one) - away(other)), to];
  });
  return corners.filter((corner, index) => index === 0 || keyOf(corner) !== keyOf(corners[index - 1] ?? corner));
}

/** The same roads as a graph: a node at every corner and crossing, an edge from one to the next. */
export function demoRoadGraph() {
  const nodes = new Map<string, { nodeCode: string; at: { lng: number; lat: number }; isClosed: false }>();
  const corners = LINES.map((_, index) => cornersOf(index));
  for (const corner of corners.flat()) {
    const nodeCode = `N${String(nodes.size + 1).padStart(4, '0')}`;
    if (!nodes.has(keyOf(corner))) nodes.set(keyOf(corner), { nodeCode, at: place(corner), isClosed: false });
  }
  const edges = LINES.flatMap(({ id, properties: { name } }, line) =>
    (corners[line] ?? []).slice(1).map((to, index) => {
      const from = corners[line]?.[index] ?? to;
      return {
        roadName: name,
        edge: {
          edgeCode: `${id}-${index + 1}`,
          fromNode: nodes.get(keyOf(from))?.nodeCode,
          toNode: nodes.get(keyOf(to))?.nodeCode,
          length: Math.max(0.1, Math.round(lengthOf([place(from), place(to)]))),
          isOneWay: false,
          isClosed: false,
          course: [from, to],
        },
      };
    }),
  );
  return { nodes: [...nodes.values()], edges };
}
