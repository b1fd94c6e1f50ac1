import { z } from 'zod';
import type { Phrase } from '../../../kernel/phrases.ts';
import { type Cell, type Choice, cellText, type FieldType } from '../define.ts';

interface ChoiceOptions<Id extends string> {
  label: Phrase;
  options: readonly Choice<Id>[];
  required?: boolean;
}

/** For what may be unknown: a box that is not ticked would say no. */
export const YES_OR_NO = [
  { id: 'yes', label: { zh: '是', en: 'Yes' } },
  { id: 'no', label: { zh: '否', en: 'No' } },
] as const;

/** One value of a code list. The list is part of the definition, so that an unknown code never reaches a table. */
export function choice<const Id extends string>(options: ChoiceOptions<Id> & { required: true }): FieldType<Id>;
export function choice<const Id extends string>(options: ChoiceOptions<Id>): FieldType<Id | null>;
export function choice<const Id extends string>({
  label,
  options,
  required = false,
}: ChoiceOptions<Id>): FieldType<Id | null> {
  const ids = options.map((option) => option.id) as [Id, ...Id[]];
  const base = z.enum(ids) as unknown as z.ZodType<Id, unknown>;
  return {
    type: 'choice',
    label,
    required,
    column: 'text',
    input: required ? base : base.nullish().transform((value) => value ?? null),
    options,
    filter: 'any',
    fromCell: (cell) => idOf(options, cellText(cell)) ?? null,
    show: (value, language) => options.find((option) => option.id === value)?.label[language] ?? value ?? '',
  };
}

/** Some values of a code list, each once, in the order of the list. */
export function choices<const Id extends string>({
  label,
  options,
  required = false,
}: ChoiceOptions<Id>): FieldType<Id[]> {
  const ids = options.map((option) => option.id) as [Id, ...Id[]];
  const ordered = (given: readonly Id[]) => ids.filter((id) => given.includes(id));
  const base = z.array(z.enum(ids)).max(200);
  const input = required
    ? base
        .refine((given) => given.length > 0, { params: { required: true } })
        .transform((given) => ordered(given as Id[]))
    : base.nullish().transform((given) => ordered((given ?? []) as Id[]));
  return {
    type: 'choices',
    label,
    required: true,
    column: "text[] default '{}'",
    input: input as unknown as z.ZodType<Id[], unknown>,
    options,
    startsAs: [],
    filter: 'any',
    fromCell: (cell) => listOf(cell).map((word) => idOf(options, word)),
    show: (value, language) => value.map((id) => labelOf(options, id)[language]).join('、'),
  };
}

/** The code behind a word of the list in either language; the word itself where there is none. */
function idOf(options: readonly Choice[], word: string): string | undefined {
  if (word === '') return undefined;
  const known = options.find(({ id, label }) => id === word || label.zh === word || label.en === word);
  return known?.id ?? word;
}

/** Several values in one cell stand apart by a comma, a semicolon or 、. */
export function listOf(cell: Cell): string[] {
  return cellText(cell)
    .split(/[、，,;；\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** The label of a code, or the code itself where the list does not know it. */
export function labelOf(options: readonly Choice[], id: string | null): Phrase {
  return options.find((option) => option.id === id)?.label ?? { zh: id ?? '', en: id ?? '' };
}
