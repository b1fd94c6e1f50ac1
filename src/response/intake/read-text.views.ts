import { sql } from 'kysely';
import { z } from 'zod';
import type { ViewContext } from '../../foundation/api/context.ts';
import { view } from '../../foundation/api/define.ts';
import { area } from '../../foundation/areas/area.register.ts';
import { instantInput } from '../../foundation/registers/types/instant.type.ts';
import { takeIntake } from './intake.permissions.ts';
import { doubtsOf } from './reading/doubts.rules.ts';
import { type Matter, mattersOf } from './reading/matters.rules.ts';
import { MOST_TEXT, type Proposal, READ_FIELDS, readText } from './reading/read-text.rules.ts';
import { elsewhereIn } from './reading/resolved.rules.ts';
import { resolvePlaces } from './resolve-places.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });

/** Longitude first, CGCS2000. */
const point = z.object({ lng: z.number(), lat: z.number() });

const proposal = z.object({
  field: z.enum(READ_FIELDS),
  /** `occurredAt`: ISO instant in UTC; counts: whole numbers; `kind`: one of our kinds; else words. */
  value: z.union([z.string(), z.number()]),
  text: z.string(),
  /** Offsets in the text given, in UTF-16 code units: `text` is what lies between. */
  start: z.number(),
  end: z.number(),
  confidence: z.number(),
  /** Of a `place`: the point of the first record it names; null where it names none. */
  point: point.nullable().optional(),
  /** Of a `place`: records of our registers that its words name, the narrowest first. */
  places: z
    .array(
      z.object({
        how: z.enum(['crossing', 'record']),
        title: z.string(),
        records: z.array(z.object({ register: z.string(), id: z.string() })),
        point,
        areaCode: z.string(),
      }),
    )
    .optional(),
});

/** What free Chinese words of a report say of its fields, by rules, best first; nothing is stored and nothing leaves. */
export const readWords = view('intake.readText', {
  label: { zh: '识别接报文字', en: 'Read the words of a report' },
  may: takeIntake,
  input: z.object({
    text: z.string().max(MOST_TEXT),
    /** When it was said; now unless told. Dates without a year are the nearest ones before it. */
    at: instantInput.optional(),
  }),
  output: z.object({
    proposals: z.array(proposal),
    /** What cannot be or contradicts itself. */
    doubts: z.array(z.object({ field: z.enum(READ_FIELDS), message: phrase })),
    /** Where the words tell of more than one matter: each with its piece of the text; none where they tell of one. */
    matters: z.array(
      z.object({
        ...{ start: z.number(), end: z.number(), text: z.string(), kind: z.string().nullable() },
        place: z.string().nullable(),
        point: point.nullable(),
      }),
    ),
  }),
  reads: [area],
  async run(ctx, { text, at = ctx.now }) {
    const read = readText(text, at);
    const isPlace = (one: Proposal): one is Extract<Proposal, { field: 'place' }> => one.field === 'place';
    const places = await resolvePlaces(ctx, read.filter(isPlace));
    const [best] = places;
    const doubts = doubtsOf(read, at);
    const elsewhere = best && best.places.length === 0 ? elsewhereIn(best.value, await districtName(ctx)) : undefined;
    if (elsewhere) doubts.push({ field: 'place', message: outside(elsewhere) });
    const proposals: z.input<typeof proposal>[] = [
      ...read.filter(({ field }) => field === 'occurredAt'),
      ...places.map((place) => ({ ...place, places: [...place.places], point: place.places[0]?.point ?? null })),
      ...read.filter(({ field }) => field !== 'occurredAt' && field !== 'place'),
    ];
    return { proposals, doubts, matters: await placed(ctx, mattersOf(text, at)) };
  },
});

/** With the points of the places they name. */
async function placed(ctx: ViewContext, matters: readonly Matter[]) {
  if (matters.length === 0) return [];
  const named = matters.map(({ place, start, end }) => ({
    ...{ field: 'place' as const, value: place ?? '', text: place ?? '' },
    ...{ start, end, confidence: 1 },
  }));
  const found = await resolvePlaces(ctx, named);
  return matters.map((one) => ({
    ...one,
    point: found.find(({ start }) => start === one.start)?.places[0]?.point ?? null,
  }));
}

const outside = (words: string) => ({
  zh: `「${words}」不在本区，可能应通报邻区或上级，请核对`,
  en: `“${words}” is not in this district; others may have to be told: please check`,
});

async function districtName(ctx: ViewContext): Promise<string> {
  const row = await ctx.row<{ name: string }>(
    sql`select name from ${ctx.visible(area)} a where kind = 'district' limit 1`,
  );
  return row?.name ?? '';
}
