import { type RawBuilder, sql } from 'kysely';
import type { ReadContext } from '../../api/context.ts';
import type { Catalogue } from '../../api/index.ts';
import { snakeCase } from '../../registers/index.ts';
import { type RoadEdge, type RoadGraph, type RoadNode, roadGraph } from './road-graph.ts';
import type { RoadGraphDefinition } from './road-graph.type.ts';

const kept = new WeakMap<Catalogue, { readonly edition: string; readonly graph: RoadGraph | undefined }>();

/**
 * The road graph of the district's registers: loaded once and kept in memory until a node or an edge was written. Undefined where
 * no capability declares one, where it holds no road, or for whoever may not read roads.
 */
export async function graphOfDistrict(ctx: ReadContext): Promise<RoadGraph | undefined> {
  const declared = ctx.catalogue.roadGraph;
  if (!declared || !mayRead(ctx, declared)) return undefined;
  // Asked each time instead of told by facts: what was written a moment ago, on whichever replica, is not passed over.
  const { edition } = (await ctx.row<{ edition: string }>(
    sql`select concat_ws(' ', ${editionOf(declared.nodes.name)}, ${editionOf(declared.edges.name)}) as edition`,
  )) ?? { edition: '' };
  const known = kept.get(ctx.catalogue);
  if (known?.edition === edition) return known.graph;
  const graph = await load(ctx, declared);
  kept.set(ctx.catalogue, { edition, graph });
  return graph;
}

/** Nothing is deleted and every change raises a version: their sum names the state, whatever order transactions end in. */
const editionOf = (table: string): RawBuilder<unknown> =>
  sql`(select count(*) || ' ' || coalesce(sum(version), 0) from ${sql.table(table)})`;

function mayRead(ctx: ReadContext, { nodes, edges }: RoadGraphDefinition): boolean {
  return [nodes, edges].every(({ name }) => {
    const read = ctx.catalogue.permissions.get(`${name}.read`);
    return read !== undefined && ctx.holds(read);
  });
}

async function load(
  ctx: ReadContext,
  { nodes, edges, node, edge }: RoadGraphDefinition,
): Promise<RoadGraph | undefined> {
  const column = (name: string) => sql.ref(snakeCase(name));
  // Read whole, as it is for everybody: it is kept for all who may read roads.
  const corners = await ctx.rows<RoadNode>(sql`
    select ${column(node.code)} as code, st_x(${column(node.at)}) as lng, st_y(${column(node.at)}) as lat
    from ${sql.table(nodes.name)} where state = 'active' and not ${column(node.isClosed)}`);
  const ways = await ctx.rows<RoadEdge>(sql`
    select ${column(edge.from)} as "from", ${column(edge.to)} as "to", ${column(edge.length)} as length,
      ${column(edge.isOneWay)} as is_one_way, st_asgeojson(${column(edge.course)}, 6)::jsonb -> 'coordinates' as course
    from ${sql.table(edges.name)} where state = 'active' and not ${column(edge.isClosed)}`);
  return ways.length > 0 ? roadGraph(corners, ways) : undefined;
}
