import { useRef } from 'react';
import type { View } from '../api/define.ts';
import { useView, useViews, type ViewState } from '../api/web.ts';
import type { Mark, RegisterFaces } from './define.ts';

/** A record as the generated views give it: common columns and fields by name, as JSON. */
export type RecordJson = {
  readonly id: string;
  readonly number: string | null;
  readonly state: string;
  readonly version: number;
  readonly mark: Mark;
  readonly areaCode: string;
  readonly ownerUnitId: string;
  readonly changedAt: string;
} & Readonly<Record<string, unknown>>;

/** Words for ids and area codes. */
export type Labels = Readonly<Record<string, string>>;

export interface Change {
  readonly at: string;
  readonly actorName: string | null;
  readonly reason: string | null;
  readonly changes: Readonly<Record<string, { from?: unknown; to?: unknown; digest?: string | null }>>;
}

export interface RecordFileJson {
  readonly record: RecordJson;
  readonly labels: Labels;
  readonly history: readonly Change[];
  readonly mergedInto: string | null;
  readonly merged: readonly { id: string; at: string; by: string | null; reason: string }[];
}

interface ListAnswer {
  readonly items: readonly RecordJson[];
  readonly labels: Labels;
}
export type ListView = View<string, Record<string, unknown>, ListAnswer>;
type Count = View<string, Record<string, unknown>, { count: number }>;
type File = View<string, { id: string }, RecordFileJson>;
type Choices = View<
  'registers.choices',
  { register: string; q?: string; of?: string },
  { items: readonly { id: string; text: string; more?: string | null }[] }
>;

const PAGE = 200;

/**
 * The rows that fit the conditions in the address, and how many there are: as long as the register, with gaps where nobody
 * has looked. Pages in sight are asked for; those left behind come back from memory.
 */
export function useRecords(
  { register }: RegisterFaces,
  conditions: Record<string, unknown>,
  order: object,
  [first, last]: readonly [number, number],
) {
  const counted = useView<Count>(`${register.plural}.count`, conditions, { keepsPrevious: true });
  const pages = Array.from(
    { length: Math.floor(last / PAGE) - Math.floor(first / PAGE) + 1 },
    (_, at) => Math.floor(first / PAGE) + at,
  );
  const views = useViews<ListView>(
    `${register.plural}.list`,
    pages.map((page) => ({ ...conditions, ...order, offset: page * PAGE, limit: PAGE })),
  );
  // While a changed question is under way, the same stretch of the former answer stays.
  const former = useRef(new Map<number, ListAnswer>());
  const arrived = views.map((view, at) => view.data ?? former.current.get(pages[at] ?? 0));
  for (const [at, view] of views.entries()) if (view.data) former.current.set(pages[at] ?? 0, view.data);
  const seen = pages.flatMap((page, at) => {
    const length = arrived[at]?.items.length ?? 0;
    return length > 0 ? [page * PAGE + length] : [];
  });
  const count = Math.max(counted.data?.count ?? 0, ...seen);
  const rows = new Array<RecordJson | undefined>(count).fill(undefined);
  const labels: Record<string, string> = {};
  for (const [at, page] of pages.entries()) {
    for (const [index, row] of (arrived[at]?.items ?? []).entries()) rows[page * PAGE + index] = row;
    Object.assign(labels, arrived[at]?.labels);
  }
  const [top] = views;
  // A page on its way is no empty list: only before anything is known there is nothing to show.
  const list = { ...(top as ViewState<unknown>), isLoading: count === 0 && views.some((view) => view.isLoading) };
  return { list, rows, labels, count };
}

export function useRecord({ register }: RegisterFaces, id: string) {
  return useView<File>(
    `${register.plural}.record`,
    { id },
    { isEnabled: id !== '', topics: [`${register.name}/${id}`] },
  );
}

export function useChoices(register: string, q: string, of: string | undefined) {
  const found = useView<Choices>('registers.choices', { register, q }, { keepsPrevious: true });
  const chosen = useView<Choices>('registers.choices', { register, of: of ?? '' }, { isEnabled: of !== undefined });
  const items = found.data?.items ?? [];
  const missing = (chosen.data?.items ?? []).filter(({ id }) => !items.some((one) => one.id === id));
  return [...missing, ...items];
}
