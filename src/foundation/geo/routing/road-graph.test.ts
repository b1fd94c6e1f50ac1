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
