import type { Point } from '../../../kernel/geometry.ts';
import type { ReadContext } from '../../api/context.ts';
import { graphOfDistrict } from './graph-of-district.ts';
import { type Footing, footing, metresBetween, metresToNodes, type RoadGraph } from './road-graph.ts';
import { minutesFor, ROUTING } from './routing.rules.ts';

/** Metres of way and minutes to a point: along the roads, or straight with the detour factor where no road joins both. */
export interface WayThere {
  readonly wayMetres: number;
  readonly minutes: number;
  readonly isByRoad: boolean;
}

/** Where the way begins, with the metres straight from there to the point. */
type From = Point & { readonly metres: number };

/** The way of each to the point, looked for once from the point against the one-way streets. */
export async function waysTo(ctx: ReadContext, at: Point): Promise<(from: From) => WayThere> {
  const graph = await graphOfDistrict(ctx);
  return waysOver(ctx, graph, graph && footing(graph, at, ctx.rules(ROUTING).values.snapMetres));
}

/** The same, for whoever has found the graph and the footing of the point already. */
export function waysOver(
  ctx: ReadContext,
  graph: RoadGraph | undefined,
  start: Footing | undefined,
): (from: From) => WayThere {
  const rules = ctx.rules(ROUTING).values;
  const straight = ({ metres }: From): WayThere => {
    const wayMetres = metres * rules.detour;
    return { wayMetres, minutes: minutesFor(wayMetres, rules), isByRoad: false };
  };
  if (!graph || !start) return straight;
  const metres = metresToNodes(graph, start, Number.POSITIVE_INFINITY, true);
  return (from) => {
    const end = footing(graph, from, rules.snapMetres);
    const wayMetres = end ? metresBetween(graph, start, metres, end, true) : Number.POSITIVE_INFINITY;
    if (!Number.isFinite(wayMetres)) return straight(from);
    return { wayMetres, minutes: minutesFor(wayMetres, rules), isByRoad: true };
  };
}
