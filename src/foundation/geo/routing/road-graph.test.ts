import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lengthOf } from '../measure.rules.ts';
import { footing, metresBetween, metresToNodes, type RoadEdge, reachedRoads, roadGraph } from './road-graph.ts';

/** A street of three corners a hundredth of a degree apart, and a way round in the north; lengths are set, not measured. */
const node = (code: string, lng: number, lat: number) => ({ code, lng, lat });
const NODES = [node('A', 116.2, 39.9), node('B', 116.21, 39.9), node('C', 116.22, 39.9), node('D', 116.21, 39.91)];
const edge = (from: string, to: string, length: number, isOneWay = false): RoadEdge => ({
  from,
  to,
  length,
  isOneWay,
  course: null,
});
const at = (lng: number, lat: number) => ({ lng, lat });
const known = (metres: Float64Array) => [...metres].map((one) => Math.round(one));

it('takes the shorter way, through the middle of the edge that the point stands at', () => {
  const graph = roadGraph(NODES, [
    edge('A', 'B', 1000),
    edge('B', 'C', 5000),
    edge('A', 'D', 1500),
    edge('D', 'C', 1000),
  ]);
  const start = footing(graph, at(116.2, 39.9), 50);
  expect(start).toMatchObject({ share: 0, away: 0 });
  expect(known(metresToNodes(graph, start!, 1e9))).toEqual([0, 1000, 2500, 1500]);
  expect(known(metresToNodes(graph, start!, 1600))).toEqual([0, 1000, Number.POSITIVE_INFINITY, 1500]);
  const middle = footing(graph, at(116.2025, 39.9), 50)!;
  expect(middle.share).toBeCloseTo(0.25, 6);
  expect(known(metresToNodes(graph, middle, 1e9))).toEqual([250, 750, 2750, 1750]);
  const end = footing(graph, at(116.2075, 39.9), 50)!;
  const metres = metresToNodes(graph, middle, 1e9);
  expect(metresBetween(graph, middle, metres, end)).toBeCloseTo(500, 3);
});

it('keeps to one-way streets, and looks against them for ways towards the point', () => {
  const graph = roadGraph(NODES, [edge('A', 'B', 1000, true), edge('B', 'D', 700), edge('D', 'A', 900)]);
  const b = footing(graph, at(116.21, 39.9), 10)!;
  expect(known(metresToNodes(graph, b, 1e9)).slice(0, 2)).toEqual([1600, 0]);
  expect(known(metresToNodes(graph, b, 1e9, true)).slice(0, 2)).toEqual([1000, 0]);
});

it('leaves out edges whose nodes are not there, and finds no footing far from every road', () => {
  const graph = roadGraph(NODES, [edge('A', 'B', 1000), edge('B', 'Z', 1)]);
  expect(graph.edges).toHaveLength(1);
  expect(footing(graph, at(116.205, 39.95), 300)).toBeUndefined();
  const near = footing(graph, at(116.205, 39.901), 300);
  expect(near?.away).toBeCloseTo(lengthOf([at(116.205, 39.9), at(116.205, 39.901)]), -1);
});

it('cuts the last road where the metres end', () => {
  const graph = roadGraph(NODES, [edge('A', 'B', 1000), edge('B', 'C', 1000)]);
  const start = footing(graph, at(116.2, 39.9), 50)!;
  const lines = reachedRoads(graph, start, metresToNodes(graph, start, 1250), 1250);
  expect(lines).toHaveLength(2);
  expect(lines[1]?.at(-1)?.[0]).toBeCloseTo(116.2125, 6);
  const short = reachedRoads(
    graph,
    footing(graph, at(116.205, 39.9), 50)!,
    new Float64Array(4).fill(Number.POSITIVE_INFINITY),
    100,
  );
  expect(short).toHaveLength(1);
  expect(short[0]?.map(([lng]) => lng)).toEqual([expect.closeTo(116.204, 6), expect.closeTo(116.206, 6)]);
});

it('reaches on a net of streets what the streets allow: twice the square of the metres, less than the circle', () => {
  const side = 81;
  const spacing = 50;
  const middle = { lng: 116.2, lat: 39.9 };
  const [east, north] = [spacing / lengthOf([middle, at(117.2, 39.9)]), spacing / lengthOf([middle, at(116.2, 40.9)])];
  const all = Array.from({ length: side ** 2 }, (_, index) => [index % side, Math.floor(index / side)] as const);
  const name = (x: number, y: number) => `${x}/${y}`;
  const graph = roadGraph(
    all.map(([x, y]) => node(name(x, y), 116.2 + (x - 40) * east, 39.9 + (y - 40) * north)),
    all.flatMap(([x, y]) => [edge(name(x, y), name(x + 1, y), spacing), edge(name(x, y), name(x, y + 1), spacing)]),
  );
  const metres = metresToNodes(graph, footing(graph, middle, 10)!, 1500);
  const ground = [...metres].filter(Number.isFinite).length * spacing ** 2;
  expect(ground / (2 * 1500 ** 2)).toBeCloseTo(1, 1);
  expect(ground).toBeLessThan(Math.PI * 1500 ** 2);
});

/** Streets of the district from OpenStreetMap; a checkout without the folder skips it. */
const REAL = join(import.meta.dirname, '../../../../../shared/realdata/roads/road_network_shijingshan.json');

it.skipIf(!existsSync(REAL))(
  'finds ways on the real streets: none shorter than the straight line, no reach wider than the metres',
  () => {
    interface File {
      nodes: { id: string; x: string; y: string }[];
      edges: { id: [string, string, number]; length: string; geometry?: string[] }[];
    }
    const { nodes, edges } = JSON.parse(readFileSync(REAL, 'utf8')) as File;
    const graph = roadGraph(
      nodes.map(({ id, x, y }) => node(id, Number(x), Number(y))),
      edges.map(({ id: [from, to], length, geometry }) => ({
        from,
        to,
        length: Number(length),
        isOneWay: true,
        course: geometry?.map((pair) => pair.trim().split(' ').map(Number) as [number, number]) ?? null,
      })),
    );
    const from = at(116.2, 39.91);
    const start = footing(graph, from, 500)!;
    const metres = metresToNodes(graph, start, 3000);
    let reached = 0;
    nodes.forEach(({ x, y }, index) => {
      if (!Number.isFinite(metres[index])) return;
      reached += 1;
      expect(metres[index]).toBeGreaterThan(lengthOf([from, at(Number(x), Number(y))]) * 0.99);
    });
    expect(reached).toBeGreaterThan(100);
    for (const line of reachedRoads(graph, start, metres, 3000))
      for (const [lng, lat] of line) expect(lengthOf([from, at(lng, lat)])).toBeLessThan(3000 * 1.01);
  },
);
