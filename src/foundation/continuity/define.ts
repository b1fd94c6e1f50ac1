import type { Phrase } from '../../kernel/phrases.ts';
import type { ReadContext } from '../api/context.ts';
import type { RegisterDefinition } from '../registers/define.ts';

/** What a section of the fallback pack reads with: everything of the district, contacts opened. */
export interface FallbackContext extends ReadContext {
  /** Opens the contacts of rows (selected with `id` and the sealed columns): without numbers to call the pack is useless. */
  openContacts(register: RegisterDefinition, rows: readonly object[]): Promise<void>;
}

export interface FallbackTable {
  readonly title?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Relative widths of the columns; equal when left out. */
  readonly widths?: readonly number[];
}

/**
 * What people need on paper when there is no power and no network: whom to call, what is open. Contributed by the capability
 * that knows it. Papers are Chinese only.
 */
export interface FallbackSection {
  readonly name: string;
  readonly label: Phrase;
  /** Place in the pack: what is open comes before whom to call. */
  readonly order: number;
  run(ctx: FallbackContext): Promise<readonly FallbackTable[]>;
}

export function defineFallbackSection(name: string, definition: Omit<FallbackSection, 'name'>): FallbackSection {
  return { name, ...definition };
}
