import { z } from 'zod';
import type { ReadContext } from '../api/context.ts';
import type { Permission } from '../identity/define.ts';

const phrase = z.object({ zh: z.string(), en: z.string() });

/** One thing that waits for a human, with the one act that answers it. */
export const needOutput = z.object({
  id: z.string(),
  /** `register/id`: of several sources that name the same record, the first one's line is shown. */
  about: z.string(),
  title: phrase,
  /** Who is waited for. */
  who: z.string(),
  /** The viewer is the one who is waited for. */
  isMine: z.boolean(),
  dueAt: z.date().nullable(),
  mark: z.enum(['real', 'drill', 'test']),
  /** The record whose place on the map is meant where the need has none: the incident of an order. */
  matterId: z.string().nullable(),
  place: z.object({ lng: z.number(), lat: z.number() }).nullable(),
  /** The page where it is seen to. */
  to: z.string(),
  /** What is done there: 研判, 报送. */
  act: phrase,
  /** What one press does at once, without leaving the screen. */
  command: z
    .object({ name: z.string(), label: phrase, done: phrase, input: z.record(z.string(), z.string()) })
    .optional(),
});
export type Need = z.input<typeof needOutput>;

/**
 * Where needs come from: whoever knows of things that wait contributes a source, and the situation screen puts all of them in the
 * order of what harms first. Asked at every change of the screen: one query, an index under it, and a limit.
 */
export interface NeedSource {
  readonly name: string;
  /** Of sources that name one record, the smaller order is believed. */
  readonly order: number;
  readonly may: Permission;
  /** Registers whose changes change the answer; their topics keep the screen live. */
  readonly topics: readonly string[];
  run(ctx: ReadContext): Promise<readonly Need[]>;
}

export const defineNeeds = (name: string, source: Omit<NeedSource, 'name'>): NeedSource => ({ name, ...source });

/** More of one kind than anybody reads; the count says how many there are. */
export const MOST_NEEDS = 200;
