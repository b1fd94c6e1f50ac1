import type { View } from '../api/define.ts';
import { useView } from '../api/web.ts';
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

export type ListView = View<string, Record<string, unknown>, { items: readonly RecordJson[]; labels: Labels }>;
type Count = View<string, Record<string, unknown>, { count: number }>;
type File = View<string, { id: string }, RecordFileJson>;
type Choices = View<
  'registers.choices',
  { register: string; q?: string; of?: string },
  { items: readonly { id: string; text: string; more?: string | null }[] }
>;

/** The rows that fit the conditions in the address, and how many there are. */
export function useRecords({ register }: RegisterFaces, conditions: Record<string, unknown>, page: object) {
  const list = useView<ListView>(`${register.plural}.list`, { ...conditions, ...page }, { keepsPrevious: true });
  const count = useView<Count>(`${register.plural}.count`, conditions, { keepsPrevious: true });
  return { list, count: count.data?.count };
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
