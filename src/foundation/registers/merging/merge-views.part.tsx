import type { Command, View } from '../../api/define.ts';

export interface Side {
  readonly id: string;
  readonly title: string;
  readonly areaCode: string;
  readonly changedAt: string;
}

export interface Pair {
  readonly one: Side;
  readonly other: Side;
  readonly reasons: readonly ('key' | 'name' | 'place')[];
}

/* The generated operations of any register, as a screen knows them. */
export type Duplicates = View<string, { of?: string; areaCode?: string }, { pairs: readonly Pair[]; isCut: boolean }>;
export type Merge = Command<
  string,
  { id: string; otherId: string; otherVersion: number; take: readonly string[]; reason: string },
  { id: string; moved: number }
>;
export type Unmerge = Command<
  string,
  { id: string; reason: string },
  { id: string; survivorId: string; kept: readonly string[] }
>;
