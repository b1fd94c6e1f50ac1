import { z } from 'zod';
import type { Phrase } from '../../../kernel/phrases.ts';
import type { Choice, FieldType } from '../define.ts';

interface ChoiceOptions<Id extends string> {
  label: Phrase;
  options: readonly Choice<Id>[];
  required?: boolean;
}

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
    show: (value, language) => options.find((option) => option.id === value)?.label[language] ?? value ?? '',
  };
}

/** The label of a code, or the code itself where the list does not know it. */
export function labelOf(options: readonly Choice[], id: string | null): Phrase {
  return options.find((option) => option.id === id)?.label ?? { zh: id ?? '', en: id ?? '' };
}
