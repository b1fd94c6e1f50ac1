import { z } from 'zod';
import { cornersFrom, MOST_WITHIN, NO_AREA } from '../../../kernel/within.ts';

/** Farther than a district is wide: beyond it nothing is «around». */
export const MOST_METRES = 30_000;
export const MOST_MINUTES = 120;
export const USUAL_METRES = 1000;

/**
 * Around what: a point, an outline that somebody drew (`lng,lat;lng,lat;…`), or a record with a place; and how far: metres, or
 * minutes by road. All of it fits an address, and none of it is personal.
 */
export const ASKED = {
  lng: z.number().min(-180).max(180).optional(),
  lat: z.number().min(-90).max(90).optional(),
  area: z
    .string()
    .max(MOST_WITHIN)
    .refine((text) => cornersFrom(text) !== undefined, { params: NO_AREA })
    .optional(),
  register: z
    .string()
    .regex(/^[a-z_]{1,60}$/)
    .optional(),
  recordId: z.uuid().optional(),
  metres: z.number().min(0).max(MOST_METRES).optional(),
  minutes: z.number().min(1).max(MOST_MINUTES).optional(),
};

export interface Asked {
  readonly lng?: number | undefined;
  readonly lat?: number | undefined;
  readonly area?: string | undefined;
  readonly register?: string | undefined;
  readonly recordId?: string | undefined;
  readonly metres?: number | undefined;
  readonly minutes?: number | undefined;
}
