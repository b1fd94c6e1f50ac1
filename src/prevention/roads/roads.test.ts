import { expect, it } from 'vitest';
import { inDistrict } from '../../../tests/support/district.ts';

interface Edge {
  readonly fromNode: string;
  readonly toNode: string;
  readonly length: number;
}

inDistrict('roads', (district) => {
  it('are a graph whose edges end at nodes and crossings, and stand on the page of their road', async () => {
    const officer = await district().as('zhiban');
    const { items: nodes } = await officer.sees<{ items: { nodeCode: string }[] }>('roadNodes.list', { limit: 5000 });
    const { items: edges } = await officer.sees<{ items: Edge[] }>('roadEdges.list', { limit: 5000 });
    const known = new Set(nodes.map(({ nodeCode }) => nodeCode));
    expect(edges.length).toBeGreaterThan(40);
    expect(edges.filter(({ fromNode, toNode }) => !known.has(fromNode) || !known.has(toNode))).toEqual([]);
    expect(edges.every(({ length }) => length >= 10 && length < 5000)).toBe(true);
    const { items: roads } = await officer.sees<{ items: { id: string }[] }>('roads.list', { q: '古城大街' });
    const { count } = await officer.sees<{ count: number }>('roadEdges.count', { roadId: roads[0]?.id });
    expect(count).toBe(5);
  });

  it('refuse an edge from a node to itself, or without a length', async () => {
    const officer = await district().as('zhiban');
    const edge = { edgeCode: 'E-1', fromNode: 'N0001', toNode: 'N0001', length: 5, isOneWay: false, isClosed: false };
    const refused = async (values: object) =>
      (await officer.command<{ field: string }>('roadEdges.register', { ...edge, ...values })).body.field;
    expect(await refused({})).toBe('toNode');
    expect(await refused({ toNode: 'N0002', length: 0 })).toBe('length');
  });
});
