import { z } from 'zod';
import type { Phrase } from '../../../kernel/phrases.ts';
import { type Choice, cellText, type FieldType } from '../define.ts';
import { labelOf } from './choice.type.ts';

export type Counts<Id extends string = string> = Partial<Record<Id, number>>;

/** How many of each kind of a code list: two photos and one paper. What is nought is left out. */
export function counts<const Id extends string>({
  label,
  options,
  max = 20,
}: {
  label: Phrase;
  options: readonly Choice<Id>[];
  /** Most of one kind. */
  max?: number;
}): FieldType<Counts<Id>> {
  const ids = options.map((option) => option.id);
  const shape = Object.fromEntries(ids.map((id) => [id, z.number().int().min(0).max(max).optional()]));
  const input = z
    .strictObject(shape)
    .nullish()
    .transform((given) => inOrder(ids, given ?? {}));
  return {
    type: 'counts',
    label,
    required: true,
    column: "jsonb default '{}'",
    input: input as unknown as z.ZodType<Counts<Id>, unknown>,
    stored: { read: (column) => column, write: '$::jsonb', encode: (value) => JSON.stringify(value) },
    options,
    startsAs: {},
    fromCell: (cell) => countsOf(options, cellText(cell)),
    show: (value, language) => showCounts(options, value)[language],
  };
}

/** In the order of the list; a kind of which there is none is left out. */
function inOrder<Id extends string>(ids: readonly Id[], given: Counts): Counts<Id> {
  return Object.fromEntries(ids.flatMap((id) => (given[id] ? [[id, given[id]]] : []))) as Counts<Id>;
}

/** «现场照片 2、书面材料 1»; empty where nothing is counted. */
export function showCounts(options: readonly Choice[], value: Counts): Phrase {
  const parts = options.flatMap(({ id }) => (value[id] ? [{ label: labelOf(options, id), count: value[id] }] : []));
  return {
    zh: parts.map(({ label, count }) => `${label.zh} ${count}`).join('、'),
    en: parts.map(({ label, count }) => `${label.en} ${count}`).join(', '),
  };
}

/** A cell back into counts; a kind without a figure is one of it, a word that the list does not know is left as it is. */
function countsOf(options: readonly Choice[], text: string): Record<string, number> {
  const parts = text
    .split(/[、，,;；\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
  return Object.fromEntries(
    parts.map((part) => {
      const [, word = part, figure = '1'] = /^(.*?)\s*[×x]?\s*(\d+)?$/.exec(part) ?? [];
      const known = options.find(({ id, label }) => id === word || label.zh === word || label.en === word);
      return [known?.id ?? word, Number(figure)];
    }),
  );
}
