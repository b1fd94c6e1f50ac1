import type { Phrase } from '../../../kernel/phrases.ts';
import type { FieldType } from '../define.ts';
import { decimal } from './number.type.ts';

interface QuantityOptions {
  label: Phrase;
  required?: boolean;
  min?: number;
  max?: number;
  unit?: Phrase;
}

/** The largest quantity a ledger line takes: what lies above is a slip of the keyboard. */
export const MOST_QUANTITY = 100_000_000;

/** How much of something, to three places and exact in the database: sums of a ledger must not drift. */
export function quantity(options: QuantityOptions & { required: true }): FieldType<number>;
export function quantity(options: QuantityOptions): FieldType<number | null>;
export function quantity(options: QuantityOptions): FieldType<number | null> {
  const base = decimal({ max: MOST_QUANTITY, ...options });
  return {
    ...base,
    type: 'quantity',
    column: 'numeric(14, 3)',
    stored: { read: (column) => `${column}::float8`, write: '$::numeric', encode: (value) => String(value) },
    show: (value) => (value === null ? '' : String(value)),
  };
}
