import { z } from 'zod';
import type { Phrase } from '../../../kernel/phrases.ts';
import type { FieldType } from '../define.ts';
import { idInput } from './reference.type.ts';

interface FilesOptions {
  label: Phrase;
  /** Most of them; nine unless told. */
  max?: number;
}

/** Files uploaded before, by their ids; bound to the record when it is written, and seen by whoever sees the record. */
export function files({ label, max = 9 }: FilesOptions): FieldType<string[]> {
  return {
    type: 'files',
    label,
    required: false,
    column: "uuid[] default '{}'",
    holdsFiles: true,
    startsAs: [],
    input: z
      .array(idInput)
      .max(max)
      .nullish()
      .transform((ids) => [...new Set(ids ?? [])]),
    // A sheet carries no files: what stands in its cell is only their count.
    fromCell: () => [],
    show: (value, language) =>
      value.length === 0 ? '' : { zh: `${value.length} 个`, en: `${value.length}` }[language],
  };
}

/** Photos, shown as pictures. */
export const photos = (options: FilesOptions): FieldType<string[]> => ({ ...files(options), type: 'photos' });
