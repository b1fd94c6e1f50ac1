import type { ViewContext } from '../../foundation/api/context.ts';
import { codeOf } from '../../foundation/areas/index.ts';
import { crossingOf, type Layer, layersOf, standingPoint } from '../../foundation/geo/index.ts';
import { type NamedRecord, namedIn } from '../../foundation/search/index.ts';
import type { Point } from '../../kernel/geometry.ts';
import type { Proposal } from './reading/read-text.rules.ts';
import { ENDINGS, isCrossing, NAMING_REGISTERS, wholeNames } from './reading/resolved.rules.ts';

/** One record, or a crossing of two, that the words of a place name. */
export interface NamedPlace {
  readonly how: 'crossing' | 'record';
  readonly title: string;
  readonly records: { register: string; id: string }[];
  /** Longitude first, CGCS2000; of a line or an area a point within it. */
  readonly point: Point;
  readonly areaCode: string;
}

type PlaceProposal = Extract<Proposal, { field: 'place' }>;
export type ResolvedPlace = PlaceProposal & { readonly places: readonly NamedPlace[] };

const MOST_PLACES = 5;
/** What our registers know is likelier where it happened than what they do not. */
const KNOWN_HERE = 0.15;

/**
 * Proposals of places with the records they name, as far as the viewer may read these registers. A proposal that names one
 * moves up; the words and their offsets stay.
 */
export async function resolvePlaces(ctx: ViewContext, proposals: readonly PlaceProposal[]): Promise<ResolvedPlace[]> {
  const texts = proposals.map(({ value }) => value.normalize('NFKC').toLowerCase());
  const registers = NAMING_REGISTERS.map(({ register }) => register);
  const named = await namedIn(ctx, texts, { registers, endings: ENDINGS });
  if (named.length === 0) return proposals.map((one) => ({ ...one, places: [] }));
  const layers = new Map(
    [...layersOf(ctx.catalogue).values()].filter(({ isMain }) => isMain).map((one) => [one.register.name, one]),
  );
  const resolved: ResolvedPlace[] = [];
  for (const [index, proposal] of proposals.entries()) {
    const places = await placesOf(ctx, texts[index] ?? '', { named, layers });
    const confidence = places.length > 0 ? Math.min(0.98, proposal.confidence + KNOWN_HERE) : proposal.confidence;
    resolved.push({ ...proposal, confidence: Math.round(confidence * 100) / 100, places });
  }
  return resolved.toSorted((one, other) => other.confidence - one.confidence);
}

async function placesOf(
  ctx: ViewContext,
  text: string,
  { named, layers }: { named: readonly NamedRecord[]; layers: ReadonlyMap<string, Layer> },
): Promise<NamedPlace[]> {
  const names = wholeNames(text, named);
  const crossing = await crossingPlace(ctx, text, { names, layers });
  const places: NamedPlace[] = crossing ? [crossing] : [];
  for (const one of names.slice(0, MOST_PLACES)) {
    const layer = layers.get(one.register);
    const point = layer && (await standingPoint(ctx, layer, one.recordId));
    if (!point) continue;
    const { register, recordId: id } = one;
    places.push({ how: 'record', title: one.title, records: [{ register, id }], point, areaCode: one.areaCode });
  }
  return places.slice(0, MOST_PLACES);
}

/** «X路与Y路交口»: where the two lines meet. */
async function crossingPlace(
  ctx: ViewContext,
  text: string,
  { names, layers }: { names: readonly NamedRecord[]; layers: ReadonlyMap<string, Layer> },
): Promise<NamedPlace | undefined> {
  const layer = layers.get('road');
  const roads = names
    .filter(({ register }) => register === 'road')
    .toSorted((one, other) => text.indexOf(one.said) - text.indexOf(other.said));
  const [one, other] = roads;
  if (!layer || !one || !other || !isCrossing(text)) return undefined;
  const point = await crossingOf(ctx, layer, one.recordId, other.recordId);
  if (!point) return undefined;
  return {
    how: 'crossing',
    title: `${one.title}与${other.title}交口`,
    records: [one, other].map(({ register, recordId: id }) => ({ register, id })),
    point,
    areaCode: await codeOf(ctx, point),
  };
}
