import TinyQueue from 'tinyqueue';
import type { Point } from '../../../kernel/geometry.ts';
import { offset } from '../coordinates.rules.ts';

type Position = readonly [number, number];

export interface RoadNode {
  readonly code: string;
  readonly lng: number;
  readonly lat: number;
}

export interface RoadEdge {
  readonly from: string;
  readonly to: string;
  /** Metres along the road. */
  readonly length: number;
  readonly isOneWay: boolean;
  /** [lng, lat], from `from` to `to`; straight where there is none. */
  readonly course: readonly Position[] | null;
}

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly length: number;
  readonly isOneWay: boolean;
  readonly course: readonly Position[];
}

/** Roads in memory, ready to be searched: nodes by index, each with the edges that meet in it. */
export interface RoadGraph {
  readonly nodeCount: number;
  readonly edges: readonly Edge[];
  readonly meeting: readonly (readonly number[])[];
  /** For each piece of every course: edge, then west, south, east and north ends as they run. */
  readonly pieceEdge: Int32Array;
  readonly pieces: Float64Array;
}

/** Where a point comes to a road. */
export interface Footing {
  readonly edge: number;
  /** Share of the edge's length before it. */
  readonly share: number;
  /** Metres from the point to the road. */
  readonly away: number;
}

/** Metres. */
const AT_A_CORNER = 0.5;

/** Edges whose nodes are not there lead nowhere and are left out. */
export function roadGraph(nodes: readonly RoadNode[], edges: readonly RoadEdge[]): RoadGraph {
  const indices = new Map(nodes.map(({ code }, index) => [code, index]));
  const kept: Edge[] = [];
  for (const { from: fromCode, to: toCode, length, isOneWay, course } of edges) {
    const [from, to] = [indices.get(fromCode), indices.get(toCode)];
    if (from === undefined || to === undefined || !(length > 0)) continue;
    const ends = [from, to].map((index): Position => [nodes[index]?.lng ?? 0, nodes[index]?.lat ?? 0]);
    kept.push({ from, to, length, isOneWay, course: course && course.length > 1 ? course : ends });
  }
  const meeting: number[][] = nodes.map(() => []);
  const pieceEdge: number[] = [];
  const pieces: number[] = [];
  kept.forEach(({ from, to, course }, edge) => {
    meeting[from]?.push(edge);
    meeting[to]?.push(edge);
    for (const [index, [lng, lat]] of course.entries()) {
      const before = course[index - 1];
      if (!before) continue;
      pieceEdge.push(edge);
      pieces.push(before[0], before[1], lng, lat);
    }
  });
  return {
    nodeCount: nodes.length,
    edges: kept,
    meeting,
    pieceEdge: Int32Array.from(pieceEdge),
    pieces: Float64Array.from(pieces),
  };
}

/** The nearest place on a road; undefined where none lies within so many metres. */
export function footing(graph: RoadGraph, at: Point, within: number): Footing | undefined {
  const { pieces, pieceEdge } = graph;
  const wide = Math.cos((at.lat * Math.PI) / 180);
  let nearest = Number.POSITIVE_INFINITY;
  let found = -1;
  for (let piece = 0; piece < pieceEdge.length; piece += 1) {
    const [x, y] = [(pieces[piece * 4]! - at.lng) * wide, pieces[piece * 4 + 1]! - at.lat];
    const [dx, dy] = [
      (pieces[piece * 4 + 2]! - pieces[piece * 4]!) * wide,
      pieces[piece * 4 + 3]! - pieces[piece * 4 + 1]!,
    ];
    const square = dx * dx + dy * dy;
    const share = square > 0 ? Math.min(1, Math.max(0, -(x * dx + y * dy) / square)) : 0;
    const [px, py] = [x + share * dx, y + share * dy];
    const far = px * px + py * py;
    if (far < nearest) [nearest, found] = [far, piece];
  }
  const edge = graph.edges[pieceEdge[found] ?? -1];
  if (!edge) return undefined;
  const { share, away } = placeOn(edge.course, at);
  return away <= within ? { edge: pieceEdge[found] ?? 0, share, away } : undefined;
}

/** Share of a line's length before the point of it that is nearest, and how many metres away that is. */
function placeOn(course: readonly Position[], at: Point): { share: number; away: number } {
  let [passed, before, away] = [0, 0, Number.POSITIVE_INFINITY];
  for (const [index, [lng, lat]] of course.entries()) {
    const [fromLng, fromLat] = course[index - 1] ?? [lng, lat];
    const from = offset(at, { lng: fromLng, lat: fromLat });
    const run = offset({ lng: fromLng, lat: fromLat }, { lng, lat });
    const length = Math.hypot(run.dx, run.dy);
    const along = length > 0 ? Math.min(1, Math.max(0, -(from.dx * run.dx + from.dy * run.dy) / length ** 2)) : 0;
    const far = Math.hypot(from.dx + along * run.dx, from.dy + along * run.dy);
    if (far < away) [away, before] = [far, passed + along * length];
    passed += length;
  }
  return { share: passed > 0 ? before / passed : 0, away };
}

/** May the edge be taken from this end? `towards`: ways are looked for from anywhere to the start, so against the direction. */
const isOpen = ({ isOneWay }: Edge, isAtFrom: boolean, isTowards: boolean) => !isOneWay || isAtFrom !== isTowards;

/**
 * Dijkstra: metres from a footing to every node, or with `isTowards` from every node to it; infinite beyond `most` metres. The
 * way from the point to the road counts.
 */
export function metresToNodes(graph: RoadGraph, start: Footing, most: number, isTowards = false): Float64Array {
  const metres = new Float64Array(graph.nodeCount).fill(Number.POSITIVE_INFINITY);
  const queue = new TinyQueue<[number, number]>([], ([one], [other]) => one - other);
  const reach = (node: number, way: number) => {
    if (way > most || way >= (metres[node] ?? 0)) return;
    metres[node] = way;
    queue.push([way, node]);
  };
  const first = graph.edges[start.edge];
  if (!first) return metres;
  // Whoever stands at a corner is bound by no direction of the road that leads to it.
  const [toEnd, toBegin] = [(1 - start.share) * first.length, start.share * first.length];
  if (toEnd < AT_A_CORNER || isOpen(first, true, isTowards)) reach(first.to, start.away + toEnd);
  if (toBegin < AT_A_CORNER || isOpen(first, false, isTowards)) reach(first.from, start.away + toBegin);
  for (let next = queue.pop(); next; next = queue.pop()) {
    const [way, node] = next;
    if (way > (metres[node] ?? 0)) continue;
    for (const index of graph.meeting[node] ?? []) {
      const edge = graph.edges[index] as Edge;
      if (edge.from === node && isOpen(edge, true, isTowards)) reach(edge.to, way + edge.length);
      if (edge.to === node && isOpen(edge, false, isTowards)) reach(edge.from, way + edge.length);
    }
  }
  return metres;
}

/** Metres of way between a footing, to whose nodes `metres` were found, and another place on a road; infinite where there is none. */
export function metresBetween(
  graph: RoadGraph,
  start: Footing,
  metres: Float64Array,
  end: Footing,
  isTowards = false,
): number {
  const edge = graph.edges[end.edge];
  if (!edge) return Number.POSITIVE_INFINITY;
  const ways = [Number.POSITIVE_INFINITY];
  // Into the edge from its ends, or along the very edge that the start lies on.
  if (isOpen(edge, true, isTowards)) ways.push((metres[edge.from] ?? 0) + end.share * edge.length);
  if (isOpen(edge, false, isTowards)) ways.push((metres[edge.to] ?? 0) + (1 - end.share) * edge.length);
  const along = end.share - start.share;
  if (end.edge === start.edge && (along === 0 || isOpen(edge, along > 0, isTowards)))
    ways.push(start.away + Math.abs(along) * edge.length);
  return Math.min(...ways) + end.away;
}

/** The roads that are reached from a footing with `most` metres, as lines of [lng, lat]; those passed in part are cut. */
export function reachedRoads(graph: RoadGraph, start: Footing, metres: Float64Array, most: number): Position[][] {
  const lines: Position[][] = [];
  const left = most - start.away;
  graph.edges.forEach((edge, index) => {
    const ahead = isOpen(edge, true, false) ? (most - (metres[edge.from] ?? 0)) / edge.length : 0;
    const back = isOpen(edge, false, false) ? (most - (metres[edge.to] ?? 0)) / edge.length : 0;
    if (ahead >= 1 || back >= 1 || ahead + back >= 1) {
      if (ahead > 0 || back > 0) lines.push([...edge.course]);
      return;
    }
    if (ahead > 0) lines.push(cut(edge.course, 0, ahead));
    if (back > 0) lines.push(cut(edge.course, 1 - back, 1));
    if (index === start.edge && left > 0) {
      const share = left / edge.length;
      const from = isOpen(edge, false, false) ? Math.max(0, start.share - share) : start.share;
      const to = isOpen(edge, true, false) ? Math.min(1, start.share + share) : start.share;
      if (to > from) lines.push(cut(edge.course, from, to));
    }
  });
  return lines.filter((line) => line.length > 1);
}

/** The part of a line between two shares of its length. */
function cut(course: readonly Position[], from: number, to: number): Position[] {
  const lengths = course.map(([lng, lat], index) => {
    const [fromLng, fromLat] = course[index - 1] ?? [lng, lat];
    const { dx, dy } = offset({ lng: fromLng, lat: fromLat }, { lng, lat });
    return Math.hypot(dx, dy);
  });
  const all = lengths.reduce((sum, length) => sum + length, 0);
  const line: Position[] = [];
  let passed = 0;
  course.forEach(([lng, lat], index) => {
    const before = course[index - 1];
    const length = lengths[index] ?? 0;
    if (before && length > 0) {
      const between = (share: number): Position => {
        const part = (share * all - passed) / length;
        return [before[0] + part * (lng - before[0]), before[1] + part * (lat - before[1])];
      };
      const [begins, ends] = [passed / all, (passed + length) / all];
      if (from >= begins && from < ends) line.push(between(from));
      if (begins > from && begins < to) line.push(before);
      if (to > begins && to <= ends) line.push(between(to));
    }
    passed += length;
  });
  return line;
}
