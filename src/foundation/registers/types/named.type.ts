import type { Phrase } from '../../../kernel/phrases.ts';
import type { FieldType, NamesSource } from '../define.ts';
import { list } from './reference.type.ts';
import { text } from './text.type.ts';

interface NamedOptions {
  label: Phrase;
  /** Who knows the names. */
  by: NamesSource;
  max?: number;
}

/**
 * A name that something else of the house goes by, such as a field of a register: chosen by its words, kept as its name.
 * Whether it is one of them is judged by the register (`judge`), because it hangs on the other fields.
 */
export function named({ by, ...options }: NamedOptions): FieldType<string | null> {
  return { ...text(options), type: 'named', namesBy: by };
}

/** Several of them. */
export function severalNamed({ by, ...options }: NamedOptions): FieldType<string[]> {
  return { ...list(options), type: 'severalNamed', namesBy: by };
}
