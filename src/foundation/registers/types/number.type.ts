import { z } from 'zod';
import type { Phrase } from '../../../kernel/phrases.ts';
import { type Cell, cellText, type FieldType } from '../define.ts';

interface NumberOptions {
  label: Phrase;
  required?: boolean;
  min?: number;
  max?: number;
  unit?: Phrase;
}

/** A whole number such as a head count. */
export function whole(options: NumberOptions & { required: true }): FieldType<number>;
export function whole(options: NumberOptions): FieldType<number | null>;
export function whole({
  label,
  required = false,
  min = 0,
  max = 2_147_483_647,
  unit,
}: NumberOptions): FieldType<number | null> {
  const base = z.number().int().min(min).max(max);
  return {
    type: 'whole',
    label,
    required,
    column: 'integer',
    input: required ? base : base.nullish().transform((value) => value ?? null),
    ...(unit ? { unit } : {}),
    filter: 'range',
    bound: z.number(),
    isNumber: true,
    fromCell: readNumber,
    toCell: (value) => value,
    show: (value) => (value === null ? '' : String(value)),
  };
}

/** A measure with its unit, such as metres or hectares; kept as a binary fraction. */
export function decimal(options: NumberOptions & { required: true }): FieldType<number>;
export function decimal(options: NumberOptions): FieldType<number | null>;
export function decimal({
  label,
  required = false,
  min = 0,
  max = 1e12,
  unit,
}: NumberOptions): FieldType<number | null> {
  const base = z.number().min(min).max(max);
  return {
    type: 'decimal',
    label,
    required,
    column: 'double precision',
    input: required ? base : base.nullish().transform((value) => value ?? null),
    ...(unit ? { unit } : {}),
    filter: 'range',
    bound: z.number(),
    isNumber: true,
    fromCell: readNumber,
    toCell: (value) => value,
    show: (value) => (value === null ? '' : String(value)),
  };
}

/** Money in yuan, to the fen and exact in the database. */
export function money(options: Omit<NumberOptions, 'unit'> & { required: true }): FieldType<number>;
export function money(options: Omit<NumberOptions, 'unit'>): FieldType<number | null>;
export function money(options: Omit<NumberOptions, 'unit'>): FieldType<number | null> {
  const base = decimal({ max: 1e13, ...options, unit: { zh: '元', en: 'CNY' } });
  return {
    ...base,
    type: 'money',
    column: 'numeric(16, 2)',
    stored: { read: (column) => `${column}::float8`, write: '$::numeric', encode: (value) => String(value) },
    show: (value) => (value === null ? '' : value.toFixed(2)),
  };
}

/** `1,200` and `１２` are numbers, too; what is none stays as it is. */
function readNumber(cell: Cell): number | string | null {
  const text = cellText(cell).normalize('NFKC').replaceAll(',', '');
  if (text === '') return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : text;
}

export function boolean({ label }: { label: Phrase }): FieldType<boolean> {
  return {
    type: 'boolean',
    label,
    required: true,
    column: 'boolean',
    input: z.boolean(),
    startsAs: false,
    filter: 'equals',
    fromCell: (cell) => (typeof cell === 'boolean' ? cell : (WORDS_FOR_TRUTH[cellText(cell).toLowerCase()] ?? cell)),
    show: (value, language) => ({ zh: value ? '是' : '否', en: value ? 'yes' : 'no' })[language],
  };
}

const WORDS_FOR_TRUTH: Readonly<Record<string, boolean>> = {
  是: true,
  有: true,
  yes: true,
  true: true,
  '1': true,
  '√': true,
  否: false,
  无: false,
  no: false,
  false: false,
  '0': false,
  '': false,
};
