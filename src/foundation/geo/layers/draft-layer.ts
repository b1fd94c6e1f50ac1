import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Catalogue } from '../../api/index.ts';
import { type Layer, layersOf } from '../layer.rules.ts';
import { nameable } from './judge-layer.ts';
import { type LayerEntry, layerOfEntry } from './layer-entry.ts';

/** What a layer is called in tiles while somebody fills it in: no entry and no register bears this name. */
export const DRAFT = 'draft';

const name = z.string().max(60).nullish();

/** Of an entry that is being filled in what decides which records are drawn, by what they are named and coloured. */
export const draftLook = z.object({
  /** The entry that is corrected: of an uploaded file its features are drawn. */
  entry: z.uuid().nullish(),
  sourceLayer: name,
  filterField: name,
  filterValues: z.array(z.string().max(200)).max(100).nullish(),
  filterArea: z
    .string()
    .regex(/^\d{0,12}$/)
    .nullish(),
  labelField: name,
  classField: name,
});
export type DraftLook = z.output<typeof draftLook>;

/**
 * The layer as it would be saved; what is not filled in yet or names no field is left aside, because whoever fills in a form is
 * always half-way. Undefined while there is nothing to draw.
 * @param entry the one that is corrected, already judged to be for the viewer
 */
export function draftLayer(catalogue: Catalogue, look: DraftLook, entry?: LayerEntry): Layer | undefined {
  const edition = createHash('sha256').update(JSON.stringify(look)).digest('base64url').slice(0, 16);
  if (entry?.sourceKind === 'features') {
    const known = (asked: string | null | undefined) => (asked && entry.attributes?.includes(asked) ? asked : null);
    const drawn = { ...entry, labelField: known(look.labelField), classField: known(look.classField) };
    const layer = layerOfEntry(catalogue, drawn);
    return layer && { ...layer, id: DRAFT, edition: `${entry.version} ${edition}` };
  }
  const base = layersOf(catalogue).get(look.sourceLayer ?? '');
  if (!base) return undefined;
  const fitting = (asked: string | null | undefined, use: string) =>
    asked && nameable(base, use).includes(asked) ? asked : undefined;
  const field = fitting(look.filterField, 'filterField');
  const values = look.filterValues ?? [];
  return {
    ...base,
    id: DRAFT,
    edition,
    isMain: true,
    title: fitting(look.labelField, 'labelField') ?? base.title,
    colourBy: fitting(look.classField, 'classField'),
    only: [
      ...(field && values.length > 0 ? [{ field, values }] : []),
      ...(look.filterArea ? [{ field: 'areaCode', values: [look.filterArea] }] : []),
    ],
  };
}
